import random

MAX_TEXT = 100_000
MAX_VOCAB = 30_000
MAX_ENTRY = 100

BLANKS = [" ", " ", " ", "  ", "\t", "\n", "\u00a0"]


def generate(rng: random.Random, size: int) -> tuple[str, set[str], str, int]:
    """A valid random input whose text has about `size` characters.

    The alphabet is tiny, so that entries overlap, match in part and then fail. The hash sign is one of the letters.
    """
    letters = rng.choice(["ab", "abc", "ab#", "a#", "aé\u0301", "ab😀"])
    longest = rng.choice([1, 2, 3, 5])
    vocab = set()
    for _ in range(rng.randint(0, 30)):
        entry = "".join(rng.choice(letters) for _ in range(rng.randint(1, longest)))
        vocab.add(rng.choice(["", "##", "##"]) + entry)
    if rng.random() < 0.7:
        for letter in letters:
            vocab |= {letter, "##" + letter} if rng.random() < 0.7 else set()
    if rng.random() < 0.2:
        vocab |= {"", "##"}

    word = rng.choice([2, 4, 8])
    parts = []
    length = 0
    while length < size:
        part = "".join(rng.choice(letters) for _ in range(rng.randint(1, word))) + rng.choice(BLANKS)
        parts.append(part)
        length += len(part)
    text = "".join(parts)[:size]
    unk = rng.choice(["[UNK]", "[UNK]", "<unk>", "", "a"])
    return text, vocab, unk, rng.choice([100, 100, 1, 2, 3, 5])


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if not 2 <= len(args) <= 4:
        raise ValueError("Two to four arguments are needed: text, vocab, and optionally unk and max_chars.")
    text, vocab = args[0], args[1]
    unk = args[2] if len(args) > 2 else "[UNK]"
    max_chars = args[3] if len(args) > 3 else 100
    if not isinstance(text, str):
        raise ValueError("text must be a string.")
    if len(text) > MAX_TEXT:
        raise ValueError(f"text may have at most {MAX_TEXT:,} characters, this one has {len(text):,}.")
    if not isinstance(vocab, set):
        raise ValueError("vocab must be a set of strings (write set() for an empty one).")
    if len(vocab) > MAX_VOCAB:
        raise ValueError(f"vocab may hold at most {MAX_VOCAB:,} entries, this one has {len(vocab):,}.")
    for entry in vocab:
        if not isinstance(entry, str):
            raise ValueError(f"Each entry of vocab must be a string, not {type(entry).__name__}.")
        if len(entry) > MAX_ENTRY:
            raise ValueError(f"An entry of vocab has {len(entry)} characters; at most {MAX_ENTRY} are allowed.")
    if not isinstance(unk, str) or len(unk) > MAX_ENTRY:
        raise ValueError(f"unk must be a string of at most {MAX_ENTRY} characters.")
    if not isinstance(max_chars, int) or isinstance(max_chars, bool):
        raise ValueError("max_chars must be an int.")
    if not 1 <= max_chars <= 100:
        raise ValueError("max_chars must be between 1 and 100.")
