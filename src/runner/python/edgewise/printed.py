"""What a candidate prints, kept up to a cap."""

import io

KEPT_CHARACTERS = 20_000
PRINTED_LIMIT = 2_000_000

_len, _isinstance, _str = len, isinstance, str


class OutputLimitExceeded(BaseException):
    """More was printed in one case than any output can need; not an Exception, so that `except Exception` lets it pass."""


class Printed(io.TextIOBase):
    """A text stream that keeps its first ``KEPT_CHARACTERS`` characters and counts the rest.

    Past ``PRINTED_LIMIT`` characters every write raises OutputLimitExceeded.
    """

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self):
        super().__init__()
        self._parts = []
        self._kept = 0
        self.total = 0

    def writable(self):
        return True

    def write(self, text):
        if not _isinstance(text, _str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        text = _str.__str__(text)  # a subclass may lie about its length
        length = _len(text)
        self.total += length
        room = KEPT_CHARACTERS - self._kept
        if room > 0:
            part = text[:room]
            self._parts.append(part)
            self._kept += _len(part)
        if self.total > PRINTED_LIMIT:
            raise OutputLimitExceeded
        return length

    @property
    def limit_exceeded(self):
        return self.total > PRINTED_LIMIT

    @property
    def dropped(self):
        """Characters that were written but not kept."""
        return self.total - self._kept

    def text(self):
        return "".join(self._parts)
