"""Goes to the best next state at each step and never looks back.
edge: greedy-trap
"""

import math


def log(probability):
    return math.log(probability) if probability > 0.0 else -math.inf


def viterbi(obs, states, start_p, trans_p, emit_p):
    if not obs:
        return [], 0.0
    path, total = [], 0.0
    for o in obs:
        row = trans_p.get(path[-1], {}) if path else start_p
        state = max(states, key=lambda s: log(row.get(s, 0.0)) + log(emit_p.get(s, {}).get(o, 0.0)))
        total += log(row.get(state, 0.0)) + log(emit_p.get(state, {}).get(o, 0.0))
        path.append(state)
    return (path, total) if total > -math.inf else ([], -math.inf)
