"""Work that needs an interpreter which has never run a candidate's code: references, expected values, inputs."""

import random
import time
import types

from edgewise.candidate import compile_source, load
from edgewise.harness import BadArguments, make_arguments
from edgewise.values import encode

_code = None
_inputs = None


def prepare_reference(source):
    """Compiles the reference solution for the cases that follow."""
    global _code
    _code = compile_source(source)


def expect(entry, args_source, expected, raises):
    """Returns ``(value, ms)`` for one case: the expected value, encoded, and how long the reference took.

    ``expected`` is a Python expression, or None where the reference's own answer is the expected one; with ``raises``
    there is no value and the reference is only timed. Raises RuntimeError when the reference itself fails.
    """
    function = load(_code, entry)
    args, kwargs = make_arguments(args_source)
    start = time.perf_counter()
    try:
        answer = function(*args, **kwargs)
    except Exception as error:
        if not raises and expected is None:
            raise RuntimeError(f"the reference raises {type(error).__name__}: {error}") from error
        answer = None
    ms = (time.perf_counter() - start) * 1000
    if raises:
        return None, ms
    if expected is not None:
        (answer,), _ = make_arguments(f"({expected}\n),")
    return encode(answer), ms


def prepare_inputs(source):
    """Loads a problem's ``inputs.py``: ``generate(rng, size)`` and ``validate(*args)``."""
    global _inputs
    _inputs = types.ModuleType("inputs")
    exec(compile(source, "inputs.py", "exec", dont_inherit=True), _inputs.__dict__)


def generate(seed, size):
    """A valid random input of about ``size``, as a Python argument list."""
    args = _inputs.generate(random.Random(seed), size)
    return ", ".join(map(repr, args))


def validate(args_source):
    """The validator's objection to an argument list, or None."""
    try:
        args, kwargs = make_arguments(args_source)
    except BadArguments as error:
        return str(error)
    try:
        _inputs.validate(*args, **kwargs)
    except ValueError as error:
        return str(error)
    except Exception as error:
        return f"The arguments do not fit the function: {error}"
    return None
