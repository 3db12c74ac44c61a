"""Dynamic programming: every choice tried."""

import functools
import math
from itertools import combinations, product

from .registry import oracle


def _is_longest(args, answer, length):
    (nums,) = args
    places = iter(nums)
    return (
        len(answer) == length
        and all(a < b for a, b in zip(answer, answer[1:]))
        and all(any(value == other for other in places) for value in answer)
    )


@oracle(
    "longest-increasing-subsequence",
    "all subsequences, longest first; beyond twelve numbers the quadratic table",
    limit=1000,
    agrees=_is_longest,
    every=lambda: ((list(one),) for n in range(7) for one in product((0, 1, 2, 3), repeat=n)),
)
def longest_length(nums):
    if len(nums) > 12:
        best = []
        for i, value in enumerate(nums):
            best.append(1 + max((best[j] for j in range(i) if nums[j] < value), default=0))
        return max(best)
    for length in range(len(nums), 0, -1):
        if any(all(a < b for a, b in zip(one, one[1:])) for one in combinations(nums, length)):
            return length
    return 0


def _is_script(args, answer, distance):
    a, b = args
    told, script = answer
    taken = "".join(x for _, x, _ in script)
    made = "".join(y for _, _, y in script)
    kinds = {"keep": (1, 1), "sub": (1, 1), "del": (1, 0), "ins": (0, 1)}
    return (
        told == distance == sum(kind != "keep" for kind, _, _ in script)
        and (taken, made) == (a, b)
        and all(kinds.get(kind) == (len(x), len(y)) for kind, x, y in script)
        and all((x == y) == (kind == "keep") for kind, x, y in script if kind in ("keep", "sub"))
    )


@oracle(
    "edit-script",
    "recursion over prefixes; the script replayed",
    limit=120,
    agrees=_is_script,
    every=lambda: product(["".join(one) for n in range(5) for one in product("ab", repeat=n)], repeat=2),
)
def edit_distance(a, b):
    @functools.cache
    def distance(i, j):
        if i == 0 or j == 0:
            return i + j
        return min(
            distance(i - 1, j) + 1, distance(i, j - 1) + 1, distance(i - 1, j - 1) + (a[i - 1] != b[j - 1])
        )

    return distance(len(a), len(b))


@oracle(
    "max-profit-jobs",
    "take or leave each job; up to twelve jobs all subsets",
    limit=25,
    every=lambda: (
        (list(one),) for n in range(5) for one in product(((0, 1, 2), (0, 2, 3), (1, 2, 2), (1, 3, -1), (2, 3, 4)), repeat=n)
    ),
)
def max_profit(jobs):
    if len(jobs) <= 12:
        subsets = (one for n in range(len(jobs) + 1) for one in combinations(jobs, n))
        return max(sum(p for _, _, p in one) for one in subsets if not _overlap(one))

    def best(left):
        if not left:
            return 0
        first, *rest = left
        without = best(rest)
        return max(without, first[2] + best([job for job in rest if not _overlap((first, job))])) if first[2] > 0 else without

    return best(list(jobs))


def _overlap(jobs):
    return any(a[0] < b[1] and b[0] < a[1] for a, b in combinations(jobs, 2))


def _log(p):
    return math.log(p) if p > 0 else -math.inf


def _score(args, path):
    obs, _, start_p, trans_p, emit_p = args
    steps = [_log(start_p.get(path[0], 0))]
    steps += [_log(trans_p.get(a, {}).get(b, 0)) for a, b in zip(path, path[1:])]
    steps += [_log(emit_p.get(state, {}).get(seen, 0)) for state, seen in zip(path, obs)]
    return -math.inf if -math.inf in steps else math.fsum(steps)


def _is_best_path(args, answer, best):
    path, told = answer
    if not args[0] or best == -math.inf:
        return list(path) == [] and told == best
    close = functools.partial(math.isclose, rel_tol=1e-9, abs_tol=1e-9)
    return len(path) == len(args[0]) and set(path) <= set(args[1]) and close(told, best) and close(_score(args, path), best)


@oracle("viterbi-decode", "all paths; beyond five thousand of them, recursion from the end", limit=60, agrees=_is_best_path)
def best_log_probability(*args):
    obs, states, start_p, trans_p, emit_p = args
    if not obs:
        return 0.0
    if len(states) ** len(obs) <= 5000:
        return max((_score(args, path) for path in product(states, repeat=len(obs))), default=-math.inf)

    @functools.cache
    def onward(place, state):
        own = _log(emit_p.get(state, {}).get(obs[place], 0))
        if place == len(obs) - 1:
            return own
        return own + max(_log(trans_p.get(state, {}).get(to, 0)) + onward(place + 1, to) for to in states)

    return max(_log(start_p.get(state, 0)) + onward(0, state) for state in states)
