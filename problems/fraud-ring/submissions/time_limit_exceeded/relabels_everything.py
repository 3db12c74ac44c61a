"""Goes through all accounts at each merge to rewrite a label: O(V * E).
edge: large
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    label = {account: account for account in accounts}
    for link in links:
        for name in link:
            label.setdefault(name, name)
    for a, b in links:
        old, new = label[b], label[a]
        if old != new:
            for name in label:
                if label[name] == old:
                    label[name] = new
    members = {}
    for name in sorted(label):
        members.setdefault(label[name], []).append(name)
    return sorted((ring for ring in members.values() if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
