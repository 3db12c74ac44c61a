"""Loads a candidate's code, and says in a sentence why that cannot be done."""

import inspect
import sys
import types

from edgewise.advice import EXIT, advice_on
from edgewise.missing import missing_message
from edgewise.plain_text import cut, message_of, type_name, visible
from edgewise.printed import OutputLimitExceeded
from edgewise.tracebacks import FILENAME, describe, release, remember_source

MODULE_NAME = "solution"


class Rejected(Exception):
    """The code cannot be called. ``reason`` is one of syntax, import, missing-entry, arity, exit."""

    def __init__(self, reason, message, traceback=None):
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.traceback = traceback or {"text": ""}


_source = ""


def compile_source(source):
    """Compiles ``source`` as ``solution.py``. Raises Rejected for anything that is not Python."""
    global _source
    source = source.removeprefix("\ufeff")  # a byte order mark, pasted with the code
    _source = source
    remember_source(source)
    try:
        return compile(source, FILENAME, "exec", dont_inherit=True)
    except SyntaxError as error:
        where = f" (line {error.lineno})" if error.lineno else ""
        message = visible(cut(f"{type(error).__name__}: {error.msg}", 1_000))
        raise Rejected("syntax", message + where, describe(error)) from None
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        raise Rejected("syntax", f"The code cannot be compiled: {message_of(error)}") from None


def load(code, entry):
    """Executes compiled ``code`` as a fresh module and returns its function ``entry``. Raises Rejected.

    KeyboardInterrupt, MemoryError and OutputLimitExceeded pass through: they are limits, not faults of loading.
    """
    module = types.ModuleType(MODULE_NAME)
    module.__file__ = FILENAME
    sys.modules[MODULE_NAME] = module
    try:
        exec(code, module.__dict__)
    except (KeyboardInterrupt, MemoryError, OutputLimitExceeded):
        raise
    except SystemExit as error:
        raise Rejected("exit", _exit_message(error), describe(error)) from None
    except BaseException as error:
        traceback = describe(error)
        rejection = Rejected("import", f"{type_name(error)} while the code was loaded: {advice_on(error)}", traceback)
        release(error)
        raise rejection from None
    function = module.__dict__.get(entry)
    if function is None:
        message, line = missing_message(module, entry, _source)
        raise Rejected("missing-entry", visible(message), None if line is None else {"text": "", "line": line})
    if not callable(function):
        raise Rejected("missing-entry", f"`{entry}` is {_with_article(type_name(function))}, not a function: define it with `def {entry}(...)`.")
    return function


def check_arity(function, entry, args, kwargs):
    """Raises Rejected when ``function`` cannot take these arguments."""
    try:
        signature = _signature(function)
    except Exception:
        return  # some callables have no signature that can be read: the call itself will tell
    try:
        signature.bind(*args, **kwargs)
    except TypeError as error:
        given = len(args) + len(kwargs)
        plural = "argument" if given == 1 else "arguments"
        line = getattr(getattr(function, "__code__", None), "co_firstlineno", None)
        where = {"text": "", "line": line} if line else None
        raise Rejected("arity", f"The problem calls `{entry}` with {given} {plural}, but yours is `{_shown(signature, entry)}`: {error}.", where) from None


def _signature(function):
    try:
        from annotationlib import Format
    except ImportError:
        return inspect.signature(function)
    # Annotations stay text: a name that was never imported must not get in the way of counting parameters.
    return inspect.signature(function, annotation_format=Format.STRING)


def _with_article(noun):
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def _shown(signature, entry):
    """`entry(a, b)`, or the name alone where the parameters have no text, or too long a one."""
    try:
        text = signature.format(quote_annotation_strings=False) if sys.version_info >= (3, 14) else str(signature)
    except Exception:
        return entry
    return visible(entry + text) if len(text) <= 200 else entry


def _exit_message(error):
    advice = advice_on(error)
    if advice == EXIT:
        return "The code ended the program while the module was loaded (sys.exit, exit or quit): return a value instead."
    return f"While the module was loaded: {advice}."
