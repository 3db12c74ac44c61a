"""Looks at the first row before it knows that there is one.
edge: empty
"""

def best_split(X, y):
    n = len(X)
    width = len(X[0])
    if len(y) != n:
        raise ValueError("every row needs one label, and there must be a row")
    if any(len(row) != len(X[0]) for row in X):
        raise ValueError("the rows differ in length")
    if any(label not in (0, 1) for label in y):
        raise ValueError("labels must be 0 or 1")

    ones = sum(y)
    best = None
    best_top, best_bottom = ones * (n - ones), n
    for feature in range(len(X[0])):
        pairs = sorted((row[feature], label) for row, label in zip(X, y))
        left_ones = 0
        for left in range(1, n):
            value, label = pairs[left - 1]
            left_ones += label
            following = pairs[left][0]
            if value == following:
                continue
            right = n - left
            right_ones = ones - left_ones
            top = left_ones * (left - left_ones) * right + right_ones * (right - right_ones) * left
            bottom = left * right
            if top * best_bottom < best_top * bottom:
                threshold = (value + following) / 2
                if threshold >= following:
                    threshold = value
                best = feature, threshold, 2 * top / (bottom * n)
                best_top, best_bottom = top, bottom
    return best
