"""One max-plus product of a vector and a matrix per observation."""

import numpy as np


def viterbi(obs, states, start_p, trans_p, emit_p):
    if not obs:
        return [], 0.0
    with np.errstate(divide="ignore"):
        start = np.log([start_p.get(s, 0.0) for s in states])
        trans = np.log([[trans_p.get(r, {}).get(s, 0.0) for s in states] for r in states])
        emit = {o: np.log([emit_p.get(s, {}).get(o, 0.0) for s in states]) for o in set(obs)}
    scores = start + emit[obs[0]]
    pointers = []
    for o in obs[1:]:
        totals = scores[:, None] + trans
        pointers.append(totals.argmax(axis=0))
        scores = totals.max(axis=0) + emit[o]
    state = int(scores.argmax())
    best = float(scores[state])
    if best == -np.inf:
        return [], best
    path = [state]
    for pointer in reversed(pointers):
        state = int(pointer[state])
        path.append(state)
    return [states[i] for i in path[::-1]], best
