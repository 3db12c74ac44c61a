"""Looks at the first observation before it knows that there is one.
edge: empty
"""

import math
from operator import add


def log(probability):
    return math.log(probability) if probability > 0.0 else -math.inf


def viterbi(obs, states, start_p, trans_p, emit_p):
    arrivals = [[log(trans_p.get(r, {}).get(s, 0.0)) for r in states] for s in states]
    emissions = {o: [log(emit_p.get(s, {}).get(o, 0.0)) for s in states] for o in set(obs)}

    scores = [log(start_p.get(s, 0.0)) + e for s, e in zip(states, emissions[obs[0]])]
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
