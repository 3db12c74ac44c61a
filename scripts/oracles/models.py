"""Models: exact fractions, derivatives by differences, and sixty digits where there is an exponential."""

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import product

from .registry import oracle

# Exponents are not limited to those of floats, and the digits outlast every cancellation of the contracts.
DIGITS = Context(prec=80, Emax=10**15, Emin=-(10**15))


@oracle("gradient-descent-step", "exact differences of the loss, in fractions", limit=70)
def gradient_descent_step(X, y, w, b, lr):
    def loss(parameters):
        *weights, bias = parameters
        errors = [sum(v * Fraction(x) for v, x in zip(weights, row)) + bias - Fraction(t) for row, t in zip(X, y)]
        return sum(error * error for error in errors) / len(errors)

    old = [Fraction(value) for value in [*w, b]]
    new = []
    for j, value in enumerate(old):
        # The loss is quadratic: the central difference with any step is its derivative.
        above, below = ([*old[:j], value + step, *old[j + 1 :]] for step in (1, -1))
        new.append(float(value - Fraction(lr) * (loss(above) - loss(below)) / 2))
    return new[:-1], new[-1], float(loss(old))


@oracle("logistic-regression-loss", "the formula in 80 digits, differences for the gradient", limit=60)
def logistic_loss_and_grad(X, y, w, b, l2=0.0):
    with localcontext(DIGITS):
        rows = [[Decimal(x) for x in row] for row in X]

        def loss(parameters):
            *weights, bias = parameters
            total = Decimal(0)
            for row, label in zip(rows, y):
                z = sum((v * x for v, x in zip(weights, row)), bias)
                total += (1 + z.exp()).ln() - int(label) * z
            return total / len(rows) + Decimal(l2) / 2 * sum(v * v for v in weights)

        old = [Decimal(value) for value in [*w, b]]
        step = Decimal("1e-26")
        gradient = []
        for j, value in enumerate(old):
            above, below = ([*old[:j], value + h, *old[j + 1 :]] for h in (step, -step))
            gradient.append(float((loss(above) - loss(below)) / (2 * step)))
        return float(loss(old)), gradient[:-1], gradient[-1]


@oracle("logistic-regression-loss", "logaddexp and expit", library="scipy", limit=None)
def logistic_library(X, y, w, b, l2=0.0):
    import numpy as np
    from scipy.special import expit

    # A wider float where the machine has one: sums of large terms that cancel are part of the contract.
    rows, labels = np.asarray(X, np.longdouble).reshape(len(X), len(w)), np.asarray(y, np.longdouble)
    weights = np.asarray(w, np.longdouble)
    z = rows @ weights + np.longdouble(b)
    loss = np.mean(np.logaddexp(0, z) - labels * z) + np.longdouble(l2) / 2 * np.sum(weights**2)
    residual = expit(z) - labels
    gradient = rows.T @ residual / len(X) + np.longdouble(l2) * weights
    return float(loss), [float(value) for value in gradient], float(np.mean(residual))


@oracle("softmax-cross-entropy", "the formula in 80 digits", limit=80)
def softmax_cross_entropy(logits, labels):
    with localcontext(DIGITS):
        n = len(logits)
        loss, gradient = Decimal(0), []
        for row, label in zip(logits, labels):
            powers = [Decimal(z).exp() for z in row]
            shares = [power / sum(powers) for power in powers]
            loss -= shares[label].ln()
            gradient.append([float((share - (j == label)) / n) for j, share in enumerate(shares)])
        return float(loss / n), gradient


@oracle("softmax-cross-entropy", "log_softmax", library="scipy", limit=None)
def softmax_library(logits, labels):
    import numpy as np
    from scipy.special import log_softmax

    logs = log_softmax(np.asarray(logits, float), axis=1)
    rows = np.arange(len(labels))
    gradient = np.exp(logs)
    gradient[rows, labels] = np.expm1(logs[rows, labels])
    return float(-np.mean(logs[rows, labels])), (gradient / len(labels)).tolist()


@oracle("kmeans-lloyd", "the same rules in fractions", limit=60)
def kmeans(points, init, max_iter=100):
    exact = [[Fraction(x) for x in point] for point in points]
    centres = [[Fraction(x) for x in centre] for centre in init]

    def assign():
        def distance(point, centre):
            return sum((x - c) ** 2 for x, c in zip(point, centre))

        return [min(range(len(centres)), key=lambda c: (distance(point, centres[c]), c)) for point in exact]

    labels = assign()
    for _ in range(max_iter):
        for c in range(len(centres)):
            own = [point for point, label in zip(exact, labels) if label == c]
            if own:
                centres[c] = [sum(column) / len(own) for column in zip(*own)]
        before, labels = labels, assign()
        if labels == before:
            break
    return [[float(x) for x in centre] for centre in centres], labels


def _small_tables():
    for n in range(1, 5):
        for y in product((0, 1), repeat=n):
            for column in product((0.0, 1.0, 3.0), repeat=n):
                yield [[x] for x in column], list(y)
                yield [[1.0 - x, x] for x in column], list(y)


@oracle("decision-stump", "every split anew, in fractions", limit=60, every=_small_tables)
def best_split(X, y):
    def gini(labels):
        share = Fraction(sum(labels), len(labels))
        return 2 * share * (1 - share)

    candidates = []
    for f in range(len(X[0])):
        values = sorted({row[f] for row in X})
        for a, b in zip(values, values[1:]):
            middle = (a + b) / 2
            threshold = middle if middle < b else a
            left = [label for row, label in zip(X, y) if row[f] <= threshold]
            right = [label for row, label in zip(X, y) if row[f] > threshold]
            impurity = (len(left) * gini(left) + len(right) * gini(right)) / len(y)
            candidates.append((impurity, f, threshold))
    if not candidates or min(candidates)[0] >= gini(y):
        return None
    impurity, f, threshold = min(candidates)
    return f, threshold, float(impurity)
