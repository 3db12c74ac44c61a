"""Calls the candidate's function, one case at a time, and reports what happened as plain data.

Nothing here knows what a case should give: right and wrong are decided elsewhere, from the encoded value.
"""

import builtins
import io
import itertools
import json
import math
import os
import random
import sys
import time
import types

from edgewise import tidy
from edgewise.advice import advice_on
from edgewise.candidate import Rejected, check_arity, compile_source, load
from edgewise.plain_text import message_of, type_name
from edgewise.printed import PRINTED_LIMIT, NoInput, OutputLimitExceeded, Printed
from edgewise.tracebacks import FILENAME, describe, release
from edgewise.values import TooLarge, encode

# A report with `nan` in it could not be read.
_now, _dumps = time.perf_counter, json.JSONEncoder(allow_nan=False).encode
# By identity: a metaclass of the candidate's may claim to equal any class.
_BUILTIN_EXCEPTIONS = {
    id(value): name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
}
_mro = type.__dict__["__mro__"].__get__

_compiled = None
_rejection = None


def prepare(source):
    """Compiles the code of a run; ``run_case`` then executes it freshly for each case."""
    global _compiled, _rejection
    _compiled, _rejection = None, None
    tidy.remember()
    if sys.platform == "emscripten":
        _put_down(source)
    try:
        _compiled = compile_source(source)
    except Rejected as rejection:
        _rejection = rejection


def _put_down(source):
    """Code may read itself: `open(__file__)`."""
    try:
        with open(FILENAME, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
            file.write(source)
    except OSError:
        pass


class BadArguments(Exception):
    """An argument list cannot be evaluated."""


def make_arguments(source):
    """Evaluates a Python argument list, such as ``"[1, 2], k=3"``, to ``(args, kwargs)``. Raises BadArguments."""
    scope = {"itertools": itertools, "math": math, "random": random, "nan": math.nan, "inf": math.inf}
    scope["__arguments"] = lambda *args, **kwargs: (args, kwargs)
    try:
        return eval(compile(f"__arguments({source}\n)", "arguments", "eval", dont_inherit=True), scope)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise BadArguments(f"The arguments are not valid Python: {type_name(error)}: {message_of(error)}") from None


def run_case(entry, args_source, earlier, unchanged):
    """Runs one case on a freshly executed module and freshly made arguments.

    Returns ``(report, value)``: the report as JSON, and the encoded value or None. The report's ``kind`` is one of
    returned, raised, rejected, interrupted, memory-limit, output-limit, bad-arguments, crashed.
    """
    out, err = Printed(1), Printed(2)
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = NoInput(), out, err
    _restore_fd_of_stdin()
    try:
        try:
            report, value = _outcome(entry, args_source, earlier, unchanged)
        except KeyboardInterrupt as error:
            report, value = {"kind": "interrupted", "traceback": describe(error)}, None
            release(error)
        return _finished(report, value, out, err)
    except KeyboardInterrupt:  # came after the call was over, while its report was made
        return _dumps({"kind": "interrupted", "traceback": {"text": ""}, "ms": 0, "output": _NO_OUTPUT}), None
    except MemoryError:
        raise  # nothing more can be done in this interpreter
    except BaseException:
        message = "What this case did could not be reported: the code has changed the interpreter that runs it."
        return _dumps({"kind": "crashed", "message": message, "ms": 0, "output": _NO_OUTPUT}), None
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
        tidy.restore()


_kept_stdin = None


def _restore_fd_of_stdin():
    """`open(0)` closes the descriptor when it is done: what one case closed is open again for the next."""
    global _kept_stdin
    try:
        if _kept_stdin is None:
            _kept_stdin = os.dup(0)
        else:
            os.dup2(_kept_stdin, 0)
    except OSError:
        pass  # nothing to restore


_NO_OUTPUT = {"stdout": "", "stderr": "", "dropped": 0}


def _finished(report, value, out, err):
    for stream in (getattr(sys, "stdout", None), getattr(sys, "stderr", None)):
        if type(stream) is io.TextIOWrapper:  # the code has wrapped our stream anew, and may not have flushed it
            try:
                stream.flush()
            except (ValueError, OSError, OutputLimitExceeded):
                pass
    if out.limit_exceeded or err.limit_exceeded:
        message = f"The code printed more than {PRINTED_LIMIT:,} characters in one case and was stopped."
        report, value = {"kind": "output-limit", "message": message}, None
    elif report.get("message") == "" and report["kind"] == "output-limit":
        report["message"] = "The code raised OutputLimitExceeded itself, though it had not printed too much."
    report.setdefault("ms", 0)
    report["output"] = {"stdout": out.text(), "stderr": err.text(), "dropped": out.dropped + err.dropped}
    return _dumps(report), value


def _outcome(entry, args_source, earlier, unchanged):
    try:
        if _rejection is not None:
            raise _rejection
        function = load(_compiled, entry)
        for source in earlier:
            _call_and_forget(function, source)
        args, kwargs = make_arguments(args_source)
        check_arity(function, entry, args, kwargs)
        before = [encode(argument) for argument in args] if unchanged else []
    except Rejected as rejection:
        return {
            "kind": "rejected",
            "reason": rejection.reason,
            "message": rejection.message,
            "traceback": rejection.traceback,
        }, None
    except BadArguments as error:
        return {"kind": "bad-arguments", "message": str(error)}, None
    except TooLarge:
        return {"kind": "bad-arguments", "message": "The arguments are too large: more than 5,000,000 items."}, None
    except MemoryError as error:
        return _memory_limit(error), None
    except OutputLimitExceeded:
        return {"kind": "output-limit", "message": ""}, None
    return _judged_call(function, args, kwargs, before)


def _judged_call(function, args, kwargs, before):
    start = _now()
    try:
        value = function(*args, **kwargs)
        ms = (_now() - start) * 1000
    except KeyboardInterrupt:
        raise
    except MemoryError as error:
        return _memory_limit(error), None
    except OutputLimitExceeded:
        return {"kind": "output-limit", "message": ""}, None
    except BaseException as error:
        ms = (_now() - start) * 1000
        report = _report(error, function)
        release(error)
        return {"kind": "raised", "ms": ms, "exception": report}, None
    try:
        changed = [index for index, earlier in enumerate(before) if _changed(args[index], earlier)]
        encoded = encode(value)
        if type(value) is types.CoroutineType:
            value.close()  # or Python warns that it was never awaited, and names a line of ours
        return {"kind": "returned", "ms": ms, "changed": changed}, encoded
    except TooLarge:
        return {"kind": "output-limit", "message": "The returned value is too large: it has more than 5,000,000 items."}, None
    except MemoryError as error:
        return _memory_limit(error), None


def _changed(argument, earlier):
    try:
        return encode(argument) != earlier
    except TooLarge:  # it was not before the call
        return True


def _call_and_forget(function, source):
    args, kwargs = make_arguments(source)
    try:
        function(*args, **kwargs)
    except (KeyboardInterrupt, MemoryError, OutputLimitExceeded):
        raise
    except BaseException as error:
        release(error)  # only what the judged call does counts


def _memory_limit(error):
    message = "The code needs more memory than a case may use."
    report = {"kind": "memory-limit", "message": message, "traceback": describe(error)}
    release(error)
    return report


def _report(error, function):
    traceback = describe(error)
    if "line" not in traceback:
        # What failed is around the function, a cache for instance: its definition is the place to look at.
        code = getattr(vars(function).get("__wrapped__"), "__code__", None) if type(function) is types.FunctionType else None
        if type(code) is types.CodeType and code.co_filename == FILENAME:
            traceback["line"] = code.co_firstlineno
    return {
        "type": type_name(error),
        "message": advice_on(error),
        "builtins": [_BUILTIN_EXCEPTIONS[id(base)] for base in _mro(type(error)) if id(base) in _BUILTIN_EXCEPTIONS],
        "traceback": traceback,
    }
