"""No pointer table: every state carries its path as a chain of pairs that share their beginnings."""

from math import inf, log


def viterbi(obs, states, start_p, trans_p, emit_p):
    if len(obs) == 0:
        return [], 0.0

    def weight(row, key):
        p = row.get(key, 0)
        return log(p) if p else None

    alive = {}
    for s in states:
        a, b = weight(start_p, s), weight(emit_p.get(s, {}), obs[0])
        if a is not None and b is not None:
            alive[s] = (a + b, (s, None))
    steps = {r: [(s, weight(trans_p.get(r, {}), s)) for s in states if trans_p.get(r, {}).get(s)] for r in states}
    for o in obs[1:]:
        reached = {}
        for r, (score, chain) in alive.items():
            for s, step in steps[r]:
                if s not in reached or score + step > reached[s][0]:
                    reached[s] = (score + step, chain)
        alive = {}
        for s, (score, chain) in reached.items():
            emission = weight(emit_p.get(s, {}), o)
            if emission is not None:
                alive[s] = (score + emission, (s, chain))
    if not alive:
        return [], -inf
    score, chain = max(alive.values(), key=lambda pair: pair[0])
    path = []
    while chain:
        s, chain = chain
        path.append(s)
    return path[::-1], score
