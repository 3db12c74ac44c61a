"""Texts that came from a candidate's code, made fit to be shown: bounded, and without characters that act on a page or terminal."""

import re

MAX_NAME = 200
MAX_MESSAGE = 1_000

# Control characters but tab and line feed, what sets the direction of writing, and separators that break lines.
_UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_str, _len, _type = str, len, type
_name_of = vars(type)["__name__"].__get__


def visible(text):
    """``text`` with each character that could not be seen, or that does something, written as an escape."""
    return _UNSEEN.sub(_escape, text)


def _escape(match):
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def cut(text, limit):
    return text if _len(text) <= limit else text[:limit] + "..."


def type_name(value):
    """The name of a value's class as text, whatever its metaclass says."""
    return visible(cut(_str.__str__(_name_of(_type(value))), MAX_NAME))


def message_of(error):
    """The exception's own message, in one line or several; never raises."""
    try:
        text = _str.__str__(str(error))
    except KeyboardInterrupt:
        raise
    except BaseException:
        text = "<its message cannot be shown: str() of the exception failed>"
    return visible(text if _len(text) <= MAX_MESSAGE else text[:MAX_MESSAGE] + " ...")
