"""Takes Pyodide's bridges to JavaScript out of the candidate's reach."""

import gc
import sys

_BRIDGES = {"js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core"}


def isolate():
    """Removes the bridge modules, their finders, and every JavaScript object that those hold; idempotent.

    Unimportable is not enough: whoever walks the garbage collector's objects would find what is still held.
    """
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in _BRIDGES:
            _sever(module)
            sys.modules[name] = None  # `import` then raises ModuleNotFoundError
    for thing in gc.get_objects():
        if type(thing).__name__ == "JsLoader":
            thing.jsproxy = None
    for finder in sys.meta_path:
        getattr(finder, "jsproxies", {}).clear()
    sys.meta_path[:] = [finder for finder in sys.meta_path if not _home_of(finder).startswith("_pyodide")]
    # What is there before the candidate's code stays: the garbage collector need not look at it again.
    gc.freeze()


def _sever(module):
    if module is None or _is_javascript(module):
        return
    space = vars(module)
    for name, value in list(space.items()):
        if _is_javascript(value):
            space[name] = None


def _is_javascript(value):
    return type(type(value)).__name__ == "_JsProxyMetaClass"


def _home_of(finder):
    kind = finder if isinstance(finder, type) else type(finder)
    return kind.__module__
