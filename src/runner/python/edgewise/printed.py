"""What a candidate prints, kept up to a cap, and the standard input, which is empty: streams with all that real ones have."""

import codecs
import io

KEPT_CHARACTERS = 20_000
PRINTED_LIMIT = 2_000_000

_len, _isinstance, _str = len, isinstance, str
_decoder = codecs.getincrementaldecoder("utf-8")


class OutputLimitExceeded(BaseException):
    """More was printed in one case than any output can need; not an Exception, so that `except Exception` lets it pass."""


class Printed(io.TextIOBase):
    """A text stream that keeps its first ``KEPT_CHARACTERS`` characters and counts the rest.

    Past ``PRINTED_LIMIT`` characters every write raises OutputLimitExceeded.
    """

    encoding = "utf-8"
    errors = "backslashreplace"
    mode = "w"
    line_buffering = True

    def __init__(self, fd=1):
        super().__init__()
        self._fd = fd
        self._parts = []
        self._kept = 0
        self._buffer = None
        self.total = 0

    def writable(self):
        return True

    def fileno(self):
        return self._fd

    @property
    def name(self):
        return "<stderr>" if self._fd == 2 else "<stdout>"

    @property
    def buffer(self):
        if self._buffer is None:
            self._buffer = _PrintedBytes(self)
        return self._buffer

    def reconfigure(self, **_):
        """Takes what a stream of the system takes, and changes nothing: what is printed stays text."""

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
        return "".join(self._parts)[:KEPT_CHARACTERS]  # the code could have put something else in `_parts`


class _PrintedBytes(io.BufferedIOBase):
    """The stream of bytes below a Printed: decodes what it is given and passes it on at once."""

    def __init__(self, printed):
        super().__init__()
        self._printed = printed
        self._decoder = _decoder("backslashreplace")

    @property
    def raw(self):
        return self

    @property
    def name(self):
        return self._printed.name

    def writable(self):
        return True

    def fileno(self):
        return self._printed.fileno()

    def write(self, data):
        with memoryview(data) as view:
            self._printed.write(self._decoder.decode(view.tobytes()))
            return view.nbytes

    def close(self):
        """Stays open: a wrapper that is thrown away closes what it wraps."""


class NoInput(io.StringIO):
    """A standard input at whose end one is at once, with what else code asks of a real one."""

    encoding = "utf-8"
    errors = "strict"
    mode = "r"
    name = "<stdin>"
    _buffer = None

    @property
    def buffer(self):
        if self._buffer is None:
            self._buffer = _NoBytes()
        return self._buffer

    def fileno(self):
        return 0

    def reconfigure(self, **_):
        """Nothing can be read, whatever its encoding."""


class _NoBytes(io.BytesIO):
    mode = "rb"
    name = "<stdin>"

    @property
    def raw(self):
        return self

    def fileno(self):
        return 0
