"""Hirschberg: cut a in the middle, find where a best path crosses, solve both parts. Linear memory."""


def last_row(a: str, b: str) -> list[int]:
    row = list(range(len(b) + 1))
    for x in a:
        diagonal = row[0]
        row[0] = left = diagonal + 1
        for j, y in enumerate(b, 1):
            above = row[j]
            if x == y:
                left = diagonal
            else:
                if above < left:
                    left = above
                if diagonal < left:
                    left = diagonal
                left += 1
            row[j] = left
            diagonal = above
    return row


def solve(a: str, b: str) -> list[tuple[str, str, str]]:
    if not a:
        return [("ins", "", y) for y in b]
    if not b:
        return [("del", x, "") for x in a]
    if len(a) == 1:
        at = max(b.find(a), 0)
        middle = ("keep" if a == b[at] else "sub", a, b[at])
        return [("ins", "", y) for y in b[:at]] + [middle] + [("ins", "", y) for y in b[at + 1 :]]
    half = len(a) // 2
    front = last_row(a[:half], b)
    back = last_row(a[half:][::-1], b[::-1])
    cut = min(range(len(b) + 1), key=lambda j: front[j] + back[len(b) - j])
    return solve(a[:half], b[:cut]) + solve(a[half:], b[cut:])


def edit_script(a: str, b: str) -> tuple[int, list[tuple[str, str, str]]]:
    script = solve(a, b)
    return sum(kind != "keep" for kind, _, _ in script), script
