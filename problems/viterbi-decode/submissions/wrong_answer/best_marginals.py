"""Takes the state with the largest posterior probability at each position (forward-backward).
edge: greedy-trap
"""

import math


def viterbi(obs, states, start_p, trans_p, emit_p):
    if not obs:
        return [], 0.0

    def p(row, key):
        return row.get(key, 0.0)

    forward = [{s: p(start_p, s) * p(emit_p.get(s, {}), obs[0]) for s in states}]
    for o in obs[1:]:
        last = forward[-1]
        row = {s: sum(last[r] * p(trans_p.get(r, {}), s) for r in states) * p(emit_p.get(s, {}), o) for s in states}
        scale = max(row.values()) or 1.0
        forward.append({s: v / scale for s, v in row.items()})
    backward = [{s: 1.0 for s in states}]
    for o in reversed(obs[1:]):
        last = backward[-1]
        row = {r: sum(p(trans_p.get(r, {}), s) * p(emit_p.get(s, {}), o) * last[s] for s in states) for r in states}
        scale = max(row.values()) or 1.0
        backward.append({s: v / scale for s, v in row.items()})
    backward.reverse()
    path = [max(states, key=lambda s: f[s] * b[s]) for f, b in zip(forward, backward)]
    total, row = 0.0, start_p
    for s, o in zip(path, obs):
        step = p(row, s) * p(emit_p.get(s, {}), o)
        total += math.log(step) if step > 0.0 else -math.inf
        row = trans_p.get(s, {})
    return (path, total) if total > -math.inf else ([], -math.inf)
