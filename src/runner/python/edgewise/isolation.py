"""Takes Pyodide's bridges to JavaScript out of the candidate's reach."""

import sys

_BRIDGES = ("js", "pyodide_js", "_pyodide_core", "pyodide", "_pyodide", "pyodide.ffi", "pyodide.code", "pyodide.http")


def isolate():
    """Removes the bridge modules, and the finder that would make them anew; idempotent."""
    for name in list(sys.modules):
        if name in _BRIDGES or name.split(".")[0] in _BRIDGES:
            sys.modules[name] = None  # `import` then raises ModuleNotFoundError
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ != "JsFinder"]
