"""What an oracle is, and which there are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Oracle:
    """Another way to the answer of a problem.

    ``function`` takes the arguments of a valid call. It is asked only where the arguments hold at most ``limit`` elements,
    characters included (None: always). ``every`` makes all inputs of a small kind; ``agrees(args, answer, told)`` stands in
    for the comparison rule where the oracle does not tell the whole answer.
    """

    problem: str
    name: str
    function: Callable
    library: str | None
    limit: int | None
    every: Callable[[], Iterable[tuple]] | None
    agrees: Callable | None


ORACLES: list[Oracle] = []


def oracle(problem, name, *, library=None, limit=200, every=None, agrees=None):
    """Registers the function below it. ``library`` is the name under which pip knows what the function imports."""

    def register(function):
        ORACLES.append(Oracle(problem, name, function, library, limit, every, agrees))
        return function

    return register
