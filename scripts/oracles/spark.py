"""What a cluster does: the plain answer without the cluster, and pandas."""

import math
import zlib
from fractions import Fraction
from itertools import product

from .registry import oracle


def _short_lists(values, most):
    return (list(one) for n in range(most + 1) for one in product(values, repeat=n))


def _partition(text, count):
    return zlib.crc32(text.encode("utf-8")) % count


@oracle(
    "map-side-combine",
    "each key's rows gathered from everywhere",
    limit=600,
    every=lambda: (
        (partitions, reducers)
        for partitions in _short_lists((*((("a", 1),), (("a", None),), (("b", 2), ("a", 4)), ()),), 3)
        for reducers in (1, 2, 3)
        for partitions in [[list(rows) for rows in partitions]]
    ),
)
def average_by_key(partitions, num_reducers):
    rows = [row for partition in partitions for row in partition]
    reducers = [{} for _ in range(num_reducers)]
    for key in {key for key, _ in rows}:
        values = [Fraction(value) for other, value in rows if other == key and value is not None]
        reducers[_partition(key, num_reducers)][key] = float(sum(values) / len(values)) if values else None
    return reducers, sum(len({key for key, _ in partition}) for partition in partitions)


@oracle(
    "salted-skew-join",
    "every left row beside every right row",
    limit=300,
    every=lambda: (
        (left, right, salts, 3, hot)
        for left in _short_lists((("h", 1), ("c", 2)), 3)
        for right in _short_lists((("h", 1), ("c", 5)), 2)
        for salts in (1, 2, 3)
        for hot in (set(), {"h"})
    ),
)
def salted_join(left, right, salts, num_partitions, hot_keys):
    joined = [(key, value, other) for key, value in left for twin, other in right if twin == key]
    sent = [0] * num_partitions
    for i, (key, _) in enumerate(left):
        salt = sum(other == key for other, _ in left[:i]) % salts if key in hot_keys else 0
        sent[_partition(f"{key}#{salt}", num_partitions)] += 1
    for key, _ in right:
        for salt in range(salts if key in hot_keys else 1):
            sent[_partition(f"{key}#{salt}", num_partitions)] += 1
    return joined, sent


def _small_joins():
    rows = (("u", 1, 0.1), ("u", 2, 0.2), ("u", 2, None), ("v", 2, 0.3))
    for features in _short_lists(rows, 4):
        for age in (None, 0, 1):
            yield [("u", 2), ("v", 1), ("u", 3), ("v", 3)], features, age


@oracle("point-in-time-join", "every row looked at for every label", limit=600, every=_small_joins)
def point_in_time_join(labels, features, max_age=None):
    answer = []
    for entity, now in labels:
        seen = [(ts, i) for i, (other, ts, _) in enumerate(features) if other == entity and ts <= now]
        if not seen or (max_age is not None and now - max(seen)[0] > max_age):
            answer.append(None)
        else:
            answer.append(features[max(seen)[1]][2])
    return answer


@oracle("point-in-time-join", "merge_asof", library="pandas", limit=None)
def point_in_time_join_library(labels, features, max_age=None):
    import pandas as pd

    def frame(rows, columns):
        table = pd.DataFrame(rows, columns=columns).astype({"entity": object, "ts": "int64"})
        return table.assign(row=range(len(rows))).sort_values("ts", kind="stable")

    asked = frame([label[:2] for label in labels], ["entity", "ts"])
    rows = frame([row[:2] for row in features], ["entity", "ts"])
    found = pd.merge_asof(asked, rows, on="ts", by="entity", tolerance=max_age, suffixes=("", "_feature"))
    answer = [None] * len(labels)
    for i, row in zip(found["row"], found["row_feature"]):
        if not pd.isna(row):
            answer[i] = features[int(row)][2]
    return answer


COLUMN = (None, 0.0, -0.0, 1.0, -2.0, math.nan, math.inf, -math.inf)


def _small_columns():
    for amount, average in product(COLUMN, repeat=2):
        for edges in ([0.0], [-math.inf, 0.5, math.inf], [-1.0, 1.0]):
            yield [amount], [average], edges


@oracle("udf-null-semantics", "every edge looked at for every row", limit=1000, every=_small_columns)
def spend_ratio_bucket(amounts, averages, edges):
    def bucket(amount, average):
        if amount is None or average is None or average == 0:
            return None
        ratio = amount / average
        return len(edges) if math.isnan(ratio) else sum(edge <= ratio for edge in edges)

    return [bucket(amount, average) for amount, average in zip(amounts, averages)]


@oracle("udf-null-semantics", "digitize", library="numpy", limit=None, every=_small_columns)
def spend_ratio_bucket_library(amounts, averages, edges):
    import numpy as np

    numbers = [[math.nan if value is None else value for value in column] for column in (amounts, averages)]
    with np.errstate(all="ignore"):
        ratios = np.divide(*(np.asarray(column, float) for column in numbers))
    buckets = np.where(np.isnan(ratios), len(edges), np.digitize(ratios, edges)) if amounts else []
    return [
        None if amount is None or average is None or average == 0 else int(bucket)
        for amount, average, bucket in zip(amounts, averages, buckets)
    ]
