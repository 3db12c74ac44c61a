"""Makes deep recursion work as interview code expects: memoised dynamic programming above all.

Calls from Python to Python use no C stack here, but `functools.cache` written in C calls the function through C, and
WebAssembly's stack overflows, fatally, a few hundred levels deep. The same module holds a version in Python, which C
overrides at import; it is put back.
"""

import functools
import importlib.util
import sys
import types

#: Plain and memoised recursion to 100,000: a memoised call takes two frames.
RECURSION_LIMIT = 220_000


def allow_deep_recursion():
    """Raises the recursion limit and puts pure-Python caches in place; idempotent."""
    sys.setrecursionlimit(RECURSION_LIMIT)
    functools._lru_cache_wrapper = _pure_python_wrapper()


def _pure_python_wrapper():
    """`functools._lru_cache_wrapper` as `functools.py` defines it before the one written in C replaces it."""
    if isinstance(functools._lru_cache_wrapper, types.FunctionType):
        return functools._lru_cache_wrapper
    spec = importlib.util.find_spec("functools")
    source = spec.loader.get_source("functools")
    twin = types.ModuleType("functools")
    accelerator = sys.modules.pop("_functools", None)
    sys.modules["_functools"] = None  # makes `from _functools import ...` fail, as on a Python without it
    try:
        exec(compile(source, "functools.py", "exec"), twin.__dict__)
    finally:
        del sys.modules["_functools"]
        if accelerator is not None:
            sys.modules["_functools"] = accelerator
    return twin._lru_cache_wrapper
