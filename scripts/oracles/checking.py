"""Asks an oracle about the cases of a problem, about random inputs and about all small ones."""

import copy
import importlib.metadata
import itertools
import math
import random
import types
import warnings

from .comparison import agree

INPUTS = 500
SIZES = (*range(21), *range(13), *range(7))
SHOWN = 3


class Package:
    """A problem as the command sends it: entry, comparison, inputs and reference (sources), cases."""

    def __init__(self, sent):
        self.id = sent["id"]
        self.entry = sent["entry"]
        self.comparison = sent["comparison"]
        self.cases = sent["cases"]
        self.inputs = _module("inputs.py", sent["inputs"])
        self._reference = compile(sent["reference"], "reference.py", "exec", dont_inherit=True)

    def reference(self, args):
        """What the first accepted solution returns; a fresh module for each call."""
        module = types.ModuleType("reference")
        exec(self._reference, module.__dict__)
        return getattr(module, self.entry)(*args)


def check_oracle(package, oracle):
    """A report: ``{oracle, state, ...}``; state is agree, disagree or skipped."""
    name = oracle.name
    if oracle.library is not None:
        try:
            name = f"{oracle.library} {importlib.metadata.version(oracle.library)} {oracle.name}"
        except importlib.metadata.PackageNotFoundError:
            return {"oracle": name, "state": "skipped", "library": oracle.library}
    return _asked(package, oracle, name)


def _asked(package, oracle, name):
    disagreements = []

    def rule(_, answer, told):
        return agree(package.comparison, answer, told)

    def ask(where, make_args, expected):
        args = make_args()
        if not _within(args, oracle.limit):
            return False
        call = f"{package.entry}({', '.join(map(repr, args))})"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                told = oracle.function(*args)
            answer = expected()
            right = (oracle.agrees or rule)(make_args(), answer, told)
        except Exception as error:
            disagreements.append(f"{where}: {_cut(call)}: {type(error).__name__}: {error}")
            return True
        if not right:
            disagreements.append(f"{where}: {_cut(call)}: the package has {_cut(answer)}, the oracle {_cut(told)}")
        return True

    cases = sum(
        ask(
            f'case "{case["name"]}"',
            lambda: _arguments(case["args"]),
            lambda: (
                package.reference(_arguments(case["args"]))
                if case["expected"] is None
                else _arguments(f"{case['expected']},")[0]
            ),
        )
        for case in package.cases
        if not case["raises"]
    )
    inputs = 0
    for seed in range(4 * INPUTS):
        if inputs == INPUTS:
            break
        args = package.inputs.generate(random.Random(seed), SIZES[seed % len(SIZES)])
        inputs += ask(f"random input {seed}", lambda: copy.deepcopy(args), lambda: _reference_of(package, args))
    small = 0
    for args in oracle.every() if oracle.every else ():
        small += ask("small input", lambda: copy.deepcopy(args), lambda: _reference_of(package, args))
    return {
        "oracle": name,
        "state": "disagree" if disagreements else "agree",
        "counts": {"cases": cases, "inputs": inputs, "small": small},
        **_details(disagreements),
    }


def check_validate(package):
    """A report on ``validate``, written apart from the solutions: it has to refuse exactly the cases that raise."""
    wrong = []
    for case in package.cases:
        objection = _objection(package, case)
        if case["raises"] and objection is None:
            wrong.append(f'case "{case["name"]}" raises, and validate accepts {_cut(case["args"])}')
        if not case["raises"] and objection is not None:
            wrong.append(f'case "{case["name"]}" has an answer, and validate refuses {_cut(case["args"])}: {objection}')
    return {
        "oracle": "validate of inputs.py",
        "state": "disagree" if wrong else "agree",
        "counts": {"cases": len(package.cases)},
        **_details(wrong),
    }


def _objection(package, case):
    try:
        package.inputs.validate(*_arguments(case["args"]))
    except (ValueError, TypeError) as error:
        return str(error)
    return None


def _reference_of(package, args):
    return package.reference(copy.deepcopy(args))


def _arguments(source):
    """What an argument list of cases.yaml stands for; src/runner/python/edgewise/harness.py has the same names."""
    scope = {"itertools": itertools, "math": math, "random": random, "nan": math.nan, "inf": math.inf}
    scope["_call"] = lambda *args, **keywords: (*args, *keywords.values())
    return eval(f"_call({source}\n)", scope)


def _within(args, limit):
    return limit is None or sum(map(_extent, args)) <= limit


def _extent(value):
    """How many elements there are in lists, at all depths; the columns of a row (a tuple) do not count."""
    if isinstance(value, dict):
        return len(value) + sum(map(_extent, value.values()))
    if isinstance(value, list):
        return len(value) + sum(map(_extent, value))
    return len(value) if hasattr(value, "__len__") and not isinstance(value, tuple) else 0


def _details(lines):
    kept = lines[:SHOWN]
    if len(lines) > SHOWN:
        kept.append(f"... and {len(lines) - SHOWN} more")
    return {"details": kept}


def _cut(value):
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 400 else f"{text[:400]}..."


def _module(name, source):
    module = types.ModuleType(name.removesuffix(".py"))
    exec(compile(source, name, "exec", dont_inherit=True), module.__dict__)
    return module
