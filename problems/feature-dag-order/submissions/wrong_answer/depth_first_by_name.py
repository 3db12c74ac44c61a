"""Depth-first post-order over sorted names: valid, but not the smallest order.
edge: lexicographic-ties
"""


def feature_order(deps):
    names = sorted(set(deps).union(*deps.values()))
    state, order = {}, []
    for start in names:
        stack = [(start, False)]
        while stack:
            feature, finished = stack.pop()
            if finished:
                state[feature] = "done"
                order.append(feature)
            elif state.get(feature) == "open":
                raise ValueError("cycle")
            elif feature not in state:
                state[feature] = "open"
                stack.append((feature, True))
                for need in sorted(set(deps.get(feature, ())), reverse=True):
                    if state.get(need) != "done":
                        stack.append((need, False))
    return order
