"""Says where the function is that the problem asks for, when it is not where it is called."""

import ast
import difflib

#: Longer code is not parsed a second time only for a better sentence.
_MAX_SOURCE = 300_000


def missing_message(module, entry, source):
    """Why ``module`` has no function ``entry`` to call, and the line to look at, or None."""
    tree = _parsed(source)
    if entry in module.__dict__:  # but is None
        for node in tree.body:
            if _defines(node, entry) and node.decorator_list:
                return f"`{entry}` is None once it is decorated: does a decorator forget to return its inner function?", node.lineno
        return f"`{entry}` is None, not a function: define it with `def {entry}(...)`.", None
    names = [
        name
        for name, value in module.__dict__.items()
        if type(name) is str and not name.startswith("__") and callable(value)
    ]
    for node, around in _inside(tree):
        if _defines(node, entry):
            return _misplaced(entry, around), node.lineno
    close = difflib.get_close_matches(entry, names, n=1, cutoff=0.6)
    if close:
        return f"The code does not define `{entry}`. Did you mean `{close[0]}`? Rename it to `{entry}`.", None
    methods = {node.name: (node, around) for node, around in _inside(tree) if _is_function(node) and isinstance(around, ast.ClassDef)}
    close = difflib.get_close_matches(_plain(entry), {_plain(name) for name in methods}, n=1, cutoff=0.6)
    for name, (node, around) in methods.items():
        if close and _plain(name) == close[0]:
            return (
                f"The code does not define `{entry}`. Did you mean the method `{name}` of class `{around.name}`? "
                f"Define it at the top level of the file, as `def {entry}(...)`.",
                node.lineno,
            )
    return f"The code does not define a function `{entry}` at the top level of the file.", None


def _misplaced(entry, around):
    if isinstance(around, ast.ClassDef):
        return f"`{entry}` is a method of class `{around.name}`: define it at the top level of the file, as `def {entry}(...)`."
    if isinstance(around, ast.If) and "__name__" in ast.dump(around.test):
        return f"`{entry}` is defined inside `if __name__ == \"__main__\":`, which does not run here: move it out, to the top level of the file."
    if _is_function(around):
        return f"`{entry}` is defined inside the function `{around.name}`: move it out, to the top level of the file."
    return f"`{entry}` is defined inside a block that did not run: move it out, to the top level of the file."


def _parsed(source):
    try:
        return ast.parse(source if len(source) <= _MAX_SOURCE else "")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.parse("")


def _inside(tree):
    """Each statement below the top level, with the nearest class, function or block around it; the outermost first."""
    level = [(node, None) for node in tree.body]
    while level:
        inner = []
        for node, around in level:
            if around is not None:
                yield node, around
            for child in _statements(node):
                inner.append((child, node))
        level = inner


def _statements(node):
    for name in ("body", "orelse", "finalbody"):
        yield from getattr(node, name, ()) if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case) else ()
    yield from getattr(node, "handlers", ())
    yield from getattr(node, "cases", ())


def _is_function(node):
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _defines(node, entry):
    return _is_function(node) and node.name == entry


def _plain(name):
    return name.replace("_", "").lower()
