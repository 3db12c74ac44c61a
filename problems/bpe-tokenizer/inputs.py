import random

MAX_CORPUS = 1_000_000
MAX_LINES = 100_000
MAX_DISTINCT = 2_000
MAX_DISTINCT_CHARS = 20_000
MAX_WORD = 50
MAX_TEXT_WORDS = 1_000
MAX_MERGES = 300


def make_word(rng: random.Random, letters: str, longest: int) -> str:
    return "".join(rng.choice(letters) for _ in range(rng.randint(1, longest)))


def generate(rng: random.Random, size: int) -> tuple[list[str], int, str]:
    """A valid random input whose corpus has about `size` words, from few letters, so that ties and runs are common."""
    letters = rng.choice(["a", "ab", "abc", "aab", "abé", "ab😀", "abcd"])
    longest = rng.choice([1, 3, 6, 10])
    pool = [make_word(rng, letters, longest) for _ in range(max(min(size // 2, 1500), 1))]
    lines = []
    left = size
    while left > 0:
        count = min(left, rng.choice([0, 1, 2, 5, 40]))
        lines.append(rng.choice([" ", " ", "  ", "\t"]).join(rng.choice(pool) for _ in range(count)))
        left -= max(count, 1)
    text = " ".join(
        rng.choice(pool) if rng.random() < 0.4 else make_word(rng, letters + "z", longest + 2)
        for _ in range(min(rng.randint(0, size + 1), MAX_TEXT_WORDS))
    )
    return lines, rng.choice([0, 1, 2, 3, 5, 10, 50]), text


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 3:
        raise ValueError("Three arguments are needed: corpus, num_merges and text.")
    corpus, num_merges, text = args
    if not isinstance(corpus, list):
        raise ValueError("corpus must be a list of strings.")
    if len(corpus) > MAX_LINES:
        raise ValueError(f"corpus may have at most {MAX_LINES:,} lines, not {len(corpus):,}.")
    total = 0
    distinct: set[str] = set()
    for number, line in enumerate(corpus):
        if not isinstance(line, str):
            raise ValueError(f"corpus[{number}] must be a string, not {type(line).__name__}.")
        total += len(line)
        if total > MAX_CORPUS:
            raise ValueError(f"corpus may have at most {MAX_CORPUS:,} characters altogether.")
        distinct.update(line.split())
    if len(distinct) > MAX_DISTINCT:
        raise ValueError(f"corpus may have at most {MAX_DISTINCT:,} distinct words, not {len(distinct):,}.")
    if sum(map(len, distinct)) > MAX_DISTINCT_CHARS:
        raise ValueError(f"The distinct words of corpus may have at most {MAX_DISTINCT_CHARS:,} characters together.")
    if not isinstance(text, str):
        raise ValueError("text must be a string.")
    words = text.split()
    if len(words) > MAX_TEXT_WORDS:
        raise ValueError(f"text may have at most {MAX_TEXT_WORDS:,} words, not {len(words):,}.")
    if any(len(word) > MAX_WORD for word in distinct.union(words)):
        raise ValueError(f"A word may have at most {MAX_WORD} characters.")
    if not isinstance(num_merges, int) or isinstance(num_merges, bool):
        raise ValueError("num_merges must be an int.")
    if num_merges < 0:
        raise ValueError("num_merges must not be negative: the contract asks the solution to raise ValueError then.")
    if num_merges > MAX_MERGES:
        raise ValueError(f"num_merges must be at most {MAX_MERGES}.")
