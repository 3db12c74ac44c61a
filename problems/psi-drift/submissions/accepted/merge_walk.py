"""Walks along both sorted samples and the edges at once."""

from fractions import Fraction
from math import ceil, fsum, inf, log


def histogram(ordered, edges):
    counts = []
    position = 0
    for edge in edges + [inf]:
        start = position
        while position < len(ordered) and ordered[position] <= edge:
            position += 1
        counts.append(position - start)
    return counts


def population_stability_index(expected, actual, n_bins=10, eps=1e-4):
    if n_bins < 2:
        raise ValueError("n_bins")
    if eps <= 0:
        raise ValueError("eps")
    for sample in (expected, actual):
        if not sample:
            raise ValueError("empty")
        for x in sample:
            if not -inf < x < inf:
                raise ValueError("not finite")
    old, new = sorted(expected), sorted(actual)
    edges = []
    for i in range(1, n_bins):
        edge = old[ceil(Fraction(i * len(old), n_bins)) - 1]
        if not edges or edge != edges[-1]:
            edges.append(edge)
    terms = []
    for x, y in zip(histogram(old, edges), histogram(new, edges)):
        e = x / len(old) if x / len(old) >= eps else eps
        a = y / len(new) if y / len(new) >= eps else eps
        terms.append((e - a) * log(e / a))
    return fsum(terms)
