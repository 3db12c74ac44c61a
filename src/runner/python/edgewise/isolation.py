"""Takes Pyodide's bridges to JavaScript out of the candidate's reach."""

import sys

_BRIDGES = {"js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core"}


def isolate():
    """Removes the bridge modules, and the finders that would make them anew or keep JavaScript objects; idempotent."""
    for name in list(sys.modules):
        if name.partition(".")[0] in _BRIDGES:
            sys.modules[name] = None  # `import` then raises ModuleNotFoundError
    for finder in sys.meta_path:
        # The finder of JavaScript modules holds them; whoever walks the garbage collector's objects would find them.
        getattr(finder, "jsproxies", {}).clear()
    sys.meta_path[:] = [finder for finder in sys.meta_path if not _home_of(finder).startswith("_pyodide")]


def _home_of(finder):
    kind = finder if isinstance(finder, type) else type(finder)
    return kind.__module__
