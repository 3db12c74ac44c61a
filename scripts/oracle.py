"""Holds the problems against second sources; `npm run problems -- oracle` starts it.

Standard input: one JSON object ``{"problems": [{id, entry, comparison, inputs, reference, cases}]}``; a case is
``{name, args, expected, raises}``, where ``expected`` is Python or null for what the reference returns.
Standard output: one JSON object a line, ``{problem, oracle, state, ...}``, as soon as it is known.
"""

import json
import sys

from oracles import dynamic, graphs, heaps, metrics, models, spark, texts, windows  # noqa: F401  (they register)
from oracles.checking import Package, check_oracle, check_validate
from oracles.registry import ORACLES


def main():
    for sent in json.load(sys.stdin)["problems"]:
        package = Package(sent)
        checks = [lambda one=one: check_oracle(package, one) for one in ORACLES if one.problem == package.id]
        if not checks:
            say(package.id, {"oracle": "", "state": "none"})
        checks.append(lambda: check_validate(package))
        for check in checks:
            say(package.id, check())


def say(problem, report):
    print(json.dumps({"problem": problem, **report}), flush=True)


if __name__ == "__main__":
    main()
