"""Takes Pyodide's bridges to JavaScript out of the candidate's reach."""

import gc
import sys

_BRIDGES = {"js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core"}
_CORE = "_pyodide_core"


def isolate():
    """Removes the bridge modules, their finders, and every JavaScript object that those hold; idempotent.

    Unimportable is not enough: whoever walks the garbage collector's objects would find what is still held.
    """
    _hide_symbols()
    bridges = [(name, module) for name, module in sys.modules.items() if name.partition(".")[0] in _BRIDGES]
    core = set(map(id, vars(sys.modules[_CORE]).values())) if sys.modules.get(_CORE) is not None else set()
    for name, module in bridges:
        _sever(module, core)
        sys.modules[name] = None  # `import` then raises ModuleNotFoundError
    for thing in gc.get_objects():
        kind = type(thing)
        if kind is dict:
            name = thing.get("__name__")
            if type(name) is str and name == _CORE:
                _empty(thing)
        elif kind.__name__ == "JsLoader":
            thing.jsproxy = None
    for finder in sys.meta_path:
        getattr(finder, "jsproxies", {}).clear()
    sys.meta_path[:] = [finder for finder in sys.meta_path if not _home_of(finder).startswith("_pyodide")]
    # What is there before the candidate's code stays: the garbage collector need not look at it again.
    gc.freeze()


def _hide_symbols():
    """Keeps the functions of the main program, of which many are written in JavaScript, from being called by name.

    `ctypes` then finds none of them, and no library that the candidate wrote to a file can be linked with them; a
    package with libraries of its own, as numpy, loads some of them at first use, so with it that stays possible.
    """
    try:
        import js  # empty, see sandbox.ts
        import pyodide_js
    except ImportError:
        return
    linker = pyodide_js._module.LDSO
    linker.loadedLibsByName.__main__.exports = js
    if len(linker.loadedLibsByName.object_keys()) == 1:
        linker.constructor.freeze(linker)
        linker.constructor.freeze(linker.loadedLibsByName)


def _sever(module, core):
    if module is None or _is_javascript(module):
        return
    space = vars(module)
    for name, value in list(space.items()):
        if not name.startswith("__") and (id(value) in core or _is_javascript(value)):
            space[name] = None


def _empty(space):
    """The core is built in, and an interpreter that is asked for it again fills the new module from a copy of the first."""
    for name in list(space):
        if not name.startswith("__"):
            del space[name]


def _is_javascript(value):
    return type(type(value)).__name__ == "_JsProxyMetaClass"


def _home_of(finder):
    kind = finder if isinstance(finder, type) else type(finder)
    return kind.__module__
