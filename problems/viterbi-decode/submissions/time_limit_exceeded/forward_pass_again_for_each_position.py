"""Keeps no back pointers and runs the forward pass again for each position on the way back: O(T^2 * S^2).
edge: large
"""

import math


def log(probability):
    return math.log(probability) if probability > 0.0 else -math.inf


def viterbi(obs, states, start_p, trans_p, emit_p):
    if not obs:
        return [], 0.0
    k = range(len(states))
    trans = [[log(trans_p.get(r, {}).get(s, 0.0)) for s in states] for r in states]
    emit = {o: [log(emit_p.get(s, {}).get(o, 0.0)) for s in states] for o in set(obs)}
    start = [log(start_p.get(s, 0.0)) for s in states]

    def scores(length):
        row = [start[i] + emit[obs[0]][i] for i in k]
        for o in obs[1:length]:
            row = [max(row[i] + trans[i][j] for i in k) + emit[o][j] for j in k]
        return row

    last = scores(len(obs))
    best = max(last)
    if best == -math.inf:
        return [], best
    path = [last.index(best)]
    for length in range(len(obs) - 1, 0, -1):
        before = scores(length)
        path.append(max(k, key=lambda i: before[i] + trans[i][path[-1]]))
    return [states[i] for i in reversed(path)], best
