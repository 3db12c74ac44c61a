"""Work that needs an interpreter which has never run a candidate's code: references, expected values, inputs."""

import copy
import inspect
import random
import re
import time
import types

from edgewise.candidate import compile_source, load
from edgewise.harness import BadArguments, make_arguments
from edgewise.literals import NotLiteral, literal_arguments
from edgewise.values import TooLarge, encode

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
    """The validator's objection to an argument list of the problem's own, or None."""
    try:
        args, kwargs = make_arguments(args_source)
    except BadArguments as error:
        return str(error)
    return _objection(args, kwargs)


def _objection(args, kwargs):
    try:
        _inputs.validate(*args, **kwargs)
    except ValueError as error:
        return str(error)
    except Exception as error:
        return f"The arguments do not fit the function: {error}"
    return None


def examine(entry, args_source):
    """What there is to say about an argument list that somebody typed: ``(problem, objection, value, raised, ms)``.

    ``problem`` says why it is not a list of literals, and then the rest is None. ``objection`` is the validator's; the
    reference is asked where there is none, or where the contract itself asks for an exception. ``value`` is its answer,
    encoded, ``raised`` the name of its exception.
    """
    try:
        args, kwargs = literal_arguments(args_source)
    except NotLiteral as error:
        return f"not-literal: {error}", None, None, None, 0
    except SyntaxError as error:
        return f"syntax: {error.msg}", None, None, None, 0
    function = load(_code, entry)
    try:
        bound = inspect.signature(function).bind(*args, **kwargs)
    except TypeError as error:
        return None, f"The arguments do not fit the function: {error}", None, None, 0
    # In the order of the function's own parameters: not every validator knows their names. It gets a copy.
    args, kwargs = bound.args, bound.kwargs
    objection = _objection(*copy.deepcopy((args, kwargs)))
    if objection is not None and _CONTRACT_RAISES.search(objection) is None:
        return None, objection, None, None, 0
    start = time.perf_counter()
    try:
        answer = function(*args, **kwargs)
    except Exception as error:
        return None, objection, None, type(error).__name__, (time.perf_counter() - start) * 1000
    ms = (time.perf_counter() - start) * 1000
    try:
        return None, objection, encode(answer), None, ms
    except TooLarge:
        return None, objection, None, "TooLarge", ms


# How every validator says that the contract has no answer for an input but an exception.
_CONTRACT_RAISES = re.compile(r"contract asks\b.*Error")


def evaluate(args_source, literal):
    """``(problem, value)``: an argument list as ``(args, kwargs)``, encoded, or why there is none.

    With ``literal`` the text may be anybody's; without, it must be the problem's own.
    """
    try:
        args, kwargs = literal_arguments(args_source) if literal else make_arguments(args_source)
        return None, encode((list(args), kwargs))
    except SyntaxError as error:
        return f"it is not valid Python: {error.msg}", None
    except (NotLiteral, BadArguments) as error:
        return str(error), None
    except TooLarge:
        return "it has more than 5,000,000 items", None
