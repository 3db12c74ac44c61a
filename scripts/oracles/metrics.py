"""Metrics: scikit-learn and scipy, and the definitions summed up in exact fractions."""

import math
from fractions import Fraction
from itertools import product

from .registry import oracle

HALF = Fraction(1, 2)
SCORES = (0.0, 0.5, 1.0)


def _labelled(most, both_classes):
    """All lists of up to `most` labels and scores with three levels."""
    for n in range(1, most + 1):
        for labels in product((0, 1), repeat=n):
            if both_classes and len(set(labels)) < 2:
                continue
            for scores in product(SCORES, repeat=n):
                yield list(labels), list(scores)


@oracle("roc-auc", "roc_auc_score", library="scikit-learn", limit=None)
def roc_auc_library(predictions):
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score([label for _, label in predictions], [score for score, _ in predictions]))


@oracle(
    "roc-auc",
    "all pairs, in fractions",
    every=lambda: ((list(zip(scores, labels)),) for labels, scores in _labelled(4, True)),
)
def roc_auc_pairs(predictions):
    pairs = [(p, q) for p, positive in predictions if positive for q, negative in predictions if not negative]
    return float(sum((Fraction(p > q) + HALF * (p == q) for p, q in pairs), Fraction()) / len(pairs))


@oracle("average-precision", "average_precision_score", library="scikit-learn", limit=None)
def average_precision_library(y_true, y_score):
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(y_true, y_score))


@oracle("average-precision", "every threshold anew, in fractions", every=lambda: _labelled(4, False))
def average_precision_by_definition(y_true, y_score):
    total = sum(y_true)
    if total == 0:
        return 0.0
    area, last_recall = Fraction(), Fraction()
    for threshold in sorted(set(y_score), reverse=True):
        predicted = [label for label, score in zip(y_true, y_score) if score >= threshold]
        recall = Fraction(sum(predicted), total)
        area += (recall - last_recall) * Fraction(sum(predicted), len(predicted))
        last_recall = recall
    return float(area)


@oracle("best-f1-threshold", "every threshold anew, in fractions", every=lambda: _labelled(4, False))
def best_f1_by_definition(y_true, y_score):
    def f1(threshold):
        pairs = [(label, score >= threshold) for label, score in zip(y_true, y_score)]
        hits = sum(1 for label, predicted in pairs if label and predicted)
        wrong = sum(1 for label, predicted in pairs if bool(label) != predicted)
        return Fraction(2 * hits, 2 * hits + wrong) if hits or wrong else Fraction()

    best = max(f1(score) for score in y_score)
    return max(score for score in y_score if f1(score) == best), float(best)


@oracle("ndcg-at-k", "ndcg_score", library="scikit-learn", limit=None)
def ndcg_library(relevance, scores, k=None):
    from sklearn.metrics import ndcg_score

    # Any k beyond the last document means all of them; numpy's slices do not take 10**9 kindly everywhere.
    return float(ndcg_score([relevance], [scores], k=None if k is None else min(k, len(scores))))


@oracle("ndcg-at-k", "the mean over all orders of tied documents", limit=14)
def ndcg_by_definition(relevance, scores, k=None):
    n = len(scores)
    if n > 7:
        return _ndcg_by_groups(relevance, scores, k)
    from itertools import permutations

    discounts = [1 / math.log2(rank + 1) if k is None or rank <= k else 0.0 for rank in range(1, n + 1)]
    gains = []
    for order in permutations(range(n)):
        if all(scores[a] >= scores[b] for a, b in zip(order, order[1:])):
            gains.append(math.fsum(relevance[i] * discount for i, discount in zip(order, discounts)))
    ideal = math.fsum(r * discount for r, discount in zip(sorted(relevance, reverse=True), discounts))
    return math.fsum(gains) / len(gains) / ideal if ideal else 0.0


def _ndcg_by_groups(relevance, scores, k):
    k = len(scores) if k is None else k
    gain = 0.0
    for i, own in enumerate(scores):
        above = sum(score > own for score in scores)
        tied = sum(score == own for score in scores)
        ranks = range(above + 1, min(above + tied, k) + 1)
        gain += relevance[i] * math.fsum(1 / math.log2(rank + 1) for rank in ranks) / tied
    best = sorted(relevance, reverse=True)[:k]
    ideal = math.fsum(r / math.log2(rank + 1) for rank, r in enumerate(best, 1))
    return gain / ideal if ideal else 0.0


@oracle(
    "expected-calibration-error",
    "every bin anew, in fractions",
    limit=400,
    every=lambda: ((*one, bins) for one in _labelled(3, False) for bins in (1, 2, 3)),
)
def calibration_error_by_definition(y_true, y_prob, n_bins=10):
    error = Fraction()
    for m in range(1, n_bins + 1):
        low, high = (m - 1) / n_bins, m / n_bins
        inside = [(y, p) for y, p in zip(y_true, y_prob) if low < p <= high or (m == 1 and p == 0)]
        if inside:
            mean_label = Fraction(sum(y for y, _ in inside), len(inside))
            mean_probability = sum((Fraction(p) for _, p in inside), Fraction()) / len(inside)
            error += Fraction(len(inside), len(y_true)) * abs(mean_label - mean_probability)
    return float(error)


def _two_label_lists():
    for n in (1, 2, 3):
        for true in product("abc", repeat=n):
            for predicted in product("abc", repeat=n):
                yield list(true), list(predicted)


@oracle("macro-prf", "precision_recall_fscore_support", library="scikit-learn", limit=None)
def macro_library(y_true, y_pred):
    from sklearn.metrics import precision_recall_fscore_support

    # Numbers for the labels: numpy's strings lose what is beyond their width.
    number = {label: i for i, label in enumerate(sorted({*y_true, *y_pred}))}
    true, predicted = [number[label] for label in y_true], [number[label] for label in y_pred]
    scores = precision_recall_fscore_support(true, predicted, average="macro", zero_division=0)
    return tuple(float(score) for score in scores[:3])


@oracle("macro-prf", "every class anew, in fractions", every=_two_label_lists)
def macro_by_definition(y_true, y_pred):
    def share(part, whole):
        return Fraction(part) / whole if whole else Fraction()

    classes = {*y_true, *y_pred}
    scores = []
    for c in classes:
        hits = sum(t == c == p for t, p in zip(y_true, y_pred))
        precision, recall = share(hits, y_pred.count(c)), share(hits, y_true.count(c))
        scores.append((precision, recall, share(2 * precision * recall, precision + recall)))
    return tuple(float(sum(column) / len(classes)) for column in zip(*scores))


@oracle("psi-drift", "edges and bins as they are defined")
def psi_by_definition(expected, actual, n_bins=10, eps=1e-4):
    n = len(expected)
    edges = {sorted(expected)[-(-i * n // n_bins) - 1] for i in range(1, n_bins)}

    def share(sample, j):
        inside = [x for x in sample if sum(edge < x for edge in edges) == j]
        return max(Fraction(len(inside), len(sample)), Fraction(eps))

    total = []
    for j in range(len(edges) + 1):
        e, a = share(expected, j), share(actual, j)
        total.append(float(a - e) * math.log(a / e))
    return math.fsum(total)


def _two_samples():
    samples = [list(values) for n in (1, 2, 3) for values in product((0.0, 1.0, 2.0), repeat=n)]
    return product(samples, samples)


@oracle("ks-two-sample", "ks_2samp", library="scipy", limit=None)
def ks_library(a, b):
    from scipy.stats import ks_2samp

    # The asymptotic p-value, which is thrown away, costs no time.
    return float(ks_2samp(a, b, method="asymp").statistic)


@oracle("ks-two-sample", "both distribution functions at every value, in fractions", every=_two_samples)
def ks_by_definition(a, b):
    def share(sample, x):
        return Fraction(sum(value <= x for value in sample), len(sample))

    return float(max(abs(share(a, x) - share(b, x)) for x in [*a, *b]))
