"""Multiplies probabilities, which become 0 after a few hundred observations.
edge: underflow
"""

import math


def viterbi(obs, states, start_p, trans_p, emit_p):
    if not obs:
        return [], 0.0
    paths = {s: (start_p.get(s, 0.0) * emit_p.get(s, {}).get(obs[0], 0.0), [s]) for s in states}
    for o in obs[1:]:
        paths = {
            s: max(
                (
                    (p * trans_p.get(r, {}).get(s, 0.0) * emit_p.get(s, {}).get(o, 0.0), path + [s])
                    for r, (p, path) in paths.items()
                ),
                key=lambda pair: pair[0],
            )
            for s in states
        }
    best, path = max(paths.values(), key=lambda pair: pair[0])
    return (path, math.log(best)) if best > 0.0 else ([], -math.inf)
