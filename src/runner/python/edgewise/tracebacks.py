"""Tracebacks cut down to the lines that the candidate wrote."""

import io
import linecache
import traceback
import types

from edgewise.plain_text import cut, message_of, type_name, visible

FILENAME = "solution.py"
#: Frames kept at each end of a long traceback: enough to see how a recursion began and where it stood.
FRAMES_AT_EACH_END = 8
MAX_CHARACTERS = 8_000
MAX_CHAIN = 3
#: Of a text inside an exception, before Python's own formatting gets to see it.
MAX_PART = 2_000

_line_count = 1


def remember_source(source):
    """Lets tracebacks quote ``source`` as the text of ``solution.py``."""
    global _line_count
    # The ends of lines that Python knows: not form feeds and the like, at which `splitlines` splits too.
    lines = list(io.StringIO(source, newline=None))
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    linecache.cache[FILENAME] = (len(source), None, lines, FILENAME)
    _line_count = max(1, len(lines))


# A candidate's exception class may define these names anew; read through the base class they mean what they should.
_traceback_of, _cause_of, _context_of, _hides_context = (
    vars(BaseException)[name].__get__ for name in ("__traceback__", "__cause__", "__context__", "__suppress_context__")
)
_drop_traceback = vars(BaseException)["__traceback__"].__set__
_args_of, _set_args = vars(BaseException)["args"].__get__, vars(BaseException)["args"].__set__
_dict_of = vars(BaseException)["__dict__"].__get__
_members_of = vars(BaseExceptionGroup)["exceptions"].__get__


def describe(error):
    """Returns ``{"text", "line"?}``: the candidate's own frames, and the innermost line to point at, if there is one."""
    try:
        for link in _links(error)[:100]:
            _shorten(link)
        text = str.__str__("".join(_sections(error)))
    except KeyboardInterrupt:
        raise
    except BaseException:
        text = f"{type_name(error)}: {message_of(error)}\n"
    if len(text) > MAX_CHARACTERS:
        text = text[: MAX_CHARACTERS // 2] + "\n  ...\n" + text[-MAX_CHARACTERS // 2 :]
    text = visible(text)
    line = _line_of(error)
    return {"text": text} if line is None else {"text": text, "line": line}


def release(error):
    """Takes the traceback of ``error`` apart, innermost frame first.

    Left to itself, a traceback of many thousand frames is freed by a recursion in C, one level for each frame, which
    overflows the small stack of WebAssembly and is fatal to the interpreter.
    """
    for link in _links(error):
        entries, frames = [], []
        entry = _traceback_of(link)
        _drop_traceback(link, None)
        while entry is not None:
            entries.append(entry)
            frames.append(entry.tb_frame)
            entry = entry.tb_next
        for entry in entries:
            entry.tb_next = None
        entry = None
        while entries:
            entries.pop()
            frames.pop()


def _links(error):
    pending, seen = [error], {}
    while pending:
        link = pending.pop()
        if link is not None and id(link) not in seen:
            seen[id(link)] = link
            pending += [_cause_of(link), _context_of(link)]
    return list(seen.values())


def _shorten(error):
    """Cuts the texts that an exception holds: of hundreds of megabytes, formatting would make several copies."""
    args = _args_of(error)
    if any(_is_long(arg) for arg in args):
        _set_args(error, tuple([_shortened(arg) for arg in args]))
    notes = _dict_of(error).get("__notes__")
    if type(notes) is list:
        notes[:] = [_shortened(note) for note in notes[:20]]
    if issubclass(type(error), SyntaxError):
        for member in _SYNTAX_TEXTS:
            if _is_long(member.__get__(error)):
                member.__set__(error, _shortened(member.__get__(error)))


_SYNTAX_TEXTS = [vars(SyntaxError)[name] for name in ("msg", "text", "filename")]


def _is_long(value):
    return any(issubclass(type(value), kind) and kind.__len__(value) > MAX_PART for kind in _PARTS)


_PARTS = (str, bytes, bytearray, list, tuple)


def _shortened(value):
    for kind in _PARTS:
        if issubclass(type(value), kind) and kind.__len__(value) > MAX_PART:
            return kind.__getitem__(value, slice(MAX_PART)) + kind("..." if kind is str else ())
    return value


def _sections(error, depth=1):
    """The texts of an exception and of those that led to it, oldest first, as Python prints them."""
    if depth < MAX_CHAIN:
        if _cause_of(error) is not None:
            yield from _sections(_cause_of(error), depth + 1)
            yield "\nThe above exception was the direct cause of the following exception:\n\n"
        elif _context_of(error) is not None and not _hides_context(error):
            yield from _sections(_context_of(error), depth + 1)
            yield "\nDuring handling of the above exception, another exception occurred:\n\n"
    yield _format(error)


def _format(error):
    frames, skipped = _own_frames(_traceback_of(error))
    shown = traceback.TracebackException(type(error), error, _link(frames), compact=True)
    if type(getattr(shown, "_str", None)) is str:  # a `__str__` of the candidate's may give any length
        shown._str = cut(shown._str, MAX_PART)
    lines = list(shown.format(chain=False))
    if skipped:
        lines.insert(1, f"  ({skipped:,} calls in the middle are not shown)\n")
    return "".join(lines)


def _own_frames(entry):
    own = []
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == FILENAME:
            own.append(entry)
        entry = entry.tb_next
    skipped = len(own) - 2 * FRAMES_AT_EACH_END
    if skipped <= 0:
        return own, 0
    return own[:FRAMES_AT_EACH_END] + own[-FRAMES_AT_EACH_END:], skipped


def _link(frames):
    """Chains traceback entries anew, so that the frames between them disappear."""
    linked = None
    for entry in reversed(frames):
        linked = types.TracebackType(linked, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return linked


_SYNTAX_ERRORS = (SyntaxError, IndentationError, TabError)


def _line_of(error):
    if any(type(error) is kind for kind in _SYNTAX_ERRORS) and type(error.filename) is str and error.filename == FILENAME:
        if type(error.lineno) is int:
            return _within_source(error.lineno)
    frames, _ = _own_frames(_traceback_of(error))
    return _within_source(frames[-1].tb_lineno) if frames else None


def _within_source(line):
    """A line of the source; one past its end is where a SyntaxError stands that misses something; None for others."""
    if line is None or not 1 <= line <= _line_count + 1:
        return None
    return min(line, _line_count)
