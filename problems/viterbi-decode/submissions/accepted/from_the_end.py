"""Backwards: the best score of the rest from every state, then a walk forward that needs no reversal."""

import math


def viterbi(obs, states, start_p, trans_p, emit_p):
    n, none = len(obs), float("-inf")
    if n == 0:
        return [], 0.0
    k = range(len(states))

    def ln(row, key):
        p = (row or {}).get(key) or 0.0
        return math.log(p) if p > 0 else none

    trans = [[ln(trans_p.get(r), s) for s in states] for r in states]
    emit = {}
    for o in obs:
        if o not in emit:
            emit[o] = [ln(emit_p.get(s), o) for s in states]
    rest = [0.0] * len(states)
    choice = [None] * n
    for t in range(n - 1, 0, -1):
        worth = [emit[obs[t]][j] + rest[j] for j in k]
        choice[t] = []
        rest = []
        for i in k:
            totals = [trans[i][j] + worth[j] for j in k]
            j = max(k, key=totals.__getitem__)
            choice[t].append(j)
            rest.append(totals[j])
    totals = [ln(start_p, states[i]) + emit[obs[0]][i] + rest[i] for i in k]
    i = max(k, key=totals.__getitem__)
    if totals[i] == none:
        return [], none
    path, score = [states[i]], totals[i]
    for t in range(1, n):
        i = choice[t][i]
        path.append(states[i])
    return path, score
