"""The comparison rules of problem.yaml, for plain Python values (src/judge/ has them for what a candidate returns)."""

import math
from collections.abc import Mapping, Sequence, Set


def agree(rule, expected, actual):
    """Whether two values are equal under a comparison rule, as ``ComparisonRule`` in src/domain/problem.ts has it."""
    match rule["rule"]:
        case "exact":
            return _equal(expected, actual, _same)
        case "float":
            return _equal(expected, actual, lambda a, b: math.isclose(a, b, rel_tol=rule["rel"], abs_tol=rule["abs"]))
        case "each":
            rules = rule["items"]
            if not (_is_sequence(expected) and _is_sequence(actual)):
                return _equal(expected, actual, _same)
            return len(rules) == len(expected) == len(actual) and all(map(agree, rules, expected, actual))
        case "unordered":
            if not (_is_sequence(expected) and _is_sequence(actual)):
                return agree(rule["of"], expected, actual)
            return _same_bag(rule["of"], expected, actual)
    raise ValueError(f'there is no comparison for the rule "{rule["rule"]}" here')


def _equal(a, b, same_number):
    if a is None or b is None:
        return a is b
    if isinstance(a, str) or isinstance(b, str):
        return isinstance(a, str) and isinstance(b, str) and a == b
    if _is_sequence(a) and _is_sequence(b):
        return len(a) == len(b) and all(_equal(x, y, same_number) for x, y in zip(a, b))
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return a.keys() == b.keys() and all(_equal(a[key], b[key], same_number) for key in a)
    if isinstance(a, Set) and isinstance(b, Set):
        return a == b
    if isinstance(a, (Sequence, Mapping, Set)) or isinstance(b, (Sequence, Mapping, Set)):
        return False
    return same_number(a, b)


def _same(a, b):
    return a == b or (a != a and b != b)


def _is_sequence(value):
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


def _same_bag(rule, expected, actual):
    left = list(actual)
    for item in expected:
        found = next((i for i, other in enumerate(left) if agree(rule, item, other)), None)
        if found is None:
            return False
        left.pop(found)
    return not left
