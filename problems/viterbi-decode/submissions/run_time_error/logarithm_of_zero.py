"""Takes the logarithm of every entry: math domain error for a 0.
edge: zero-probability
"""

import math
from operator import add


def log(probability):
    return math.log(probability) if probability is not None else -math.inf


def viterbi(obs, states, start_p, trans_p, emit_p):
    if not obs:
        return [], 0.0

    arrivals = [[log(trans_p.get(r, {}).get(s)) for r in states] for s in states]
    emissions = {o: [log(emit_p.get(s, {}).get(o)) for s in states] for o in set(obs)}

    scores = [log(start_p.get(s)) + e for s, e in zip(states, emissions[obs[0]])]
    pointers = []
    for observation in obs[1:]:
        pointer = []
        following = []
        for arrival, emission in zip(arrivals, emissions[observation]):
            candidates = list(map(add, scores, arrival))
            best = max(candidates)
            pointer.append(candidates.index(best))
            following.append(best + emission)
        pointers.append(pointer)
        scores = following

    best = max(scores)
    if best == -math.inf:
        return [], -math.inf
    state = scores.index(best)
    path = [state]
    for pointer in reversed(pointers):
        state = pointer[state]
        path.append(state)
    return [states[i] for i in reversed(path)], best
