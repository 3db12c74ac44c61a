"""Encodes what a candidate's function returned, for the judge on the other side.

The wire format is CPython's own ``marshal``, version 2: binary, exact for floats and big ints, and written in C (for
100,000 rows of three floats, 9 ms against 520 ms for tagged JSON built in Python). What marshal has no plain form for
travels as a tuple that starts with ``Ellipsis`` and a tag; ``Ellipsis`` itself is never sent as a value, so a tag
cannot be mistaken for data.

Only methods of the built-in base classes are called on the value: nothing a candidate overrides takes part.
"""

import dataclasses
import marshal
import sys
from collections import deque
from itertools import chain

MARSHAL_VERSION = 2
MAX_DEPTH = 200
MAX_ITEMS = 5_000_000

_SCALARS = frozenset({type(None), bool, int, float, complex, str, bytes})
_SEQUENCES = frozenset({list, tuple})
_PLAIN = _SCALARS | _SEQUENCES | {dict, set, frozenset}

# Captured here: the candidate may replace the names in `builtins` or in these modules later.
_Ellipsis, _chain, _dumps, _modules = Ellipsis, chain.from_iterable, marshal.dumps, sys.modules
_bool, _bytes, _complex, _dict, _float, _frozenset = bool, bytes, complex, dict, float, frozenset
_id, _int, _isinstance, _len, _list, _map, _object, _set, _str, _tuple, _type = (
    id, int, isinstance, len, list, map, object, set, str, tuple, type,
)  # fmt: skip
_mro = type.__dict__["__mro__"].__get__
_name = type.__dict__["__name__"].__get__


class TooLarge(Exception):
    """The value has more than ``MAX_ITEMS`` items."""


def encode(value):
    """Returns ``value`` as bytes. Raises TooLarge; never runs code of the value's own class."""
    if not _is_plain(value):
        value = _tagged(value, 0, _set(), [0])
    return _dumps(value, MARSHAL_VERSION)


def _is_plain(value):
    """Whether only exact built-in types occur, level by level so that each step runs at the speed of C."""
    level, seen = [value], 0
    for _ in range(MAX_DEPTH):
        kinds = _set(_map(_type, level))
        if not kinds <= _PLAIN:
            return False
        if kinds <= _SCALARS:
            return True
        if not kinds <= _SEQUENCES:
            level = [item for item in level if _type(item) not in _SCALARS]
            level = _list(_chain(_chain(_dict.items(item)) if _type(item) is _dict else item for item in level))
        else:
            level = _list(_chain(level))
        seen += _len(level)
        if seen > MAX_ITEMS:
            raise TooLarge
    return False


def _tagged(value, depth, above, count):
    """``above`` holds the ids of the containers around ``value``; ``count[0]`` is how many items there have been."""
    count[0] += 1
    if count[0] > MAX_ITEMS:
        raise TooLarge
    kind = _type(value)
    if kind in _SCALARS:
        return value
    if depth >= MAX_DEPTH:
        return _opaque(value, "It is nested too deeply to be compared.")
    if _id(value) in above:
        return _opaque(value, "It contains itself, so it can never be compared.")
    above = above | {_id(value)}

    def inner(item):
        return _tagged(item, depth + 1, above, count)

    numpy = _from_numpy(value, inner)
    if numpy is not None:
        return numpy
    bases = _mro(kind)
    if _bool in bases or _int in bases:
        return _int.__pos__(value)
    if _float in bases:
        return _float.__pos__(value)
    if _complex in bases:
        return _complex.__pos__(value)
    if _str in bases:
        return _str.__str__(value)
    if _bytes in bases:
        return _bytes.__getitem__(value, slice(None))
    if _list in bases:
        return [inner(item) for item in _list.__iter__(value)]
    if _tuple in bases:
        return _tuple([inner(item) for item in _tuple.__iter__(value)])
    if _dict in bases:
        return (_Ellipsis, "dict", _tuple([(inner(key), inner(item)) for key, item in _dict.items(value)]))
    if _frozenset in bases:
        return (_Ellipsis, "frozenset", _tuple([inner(item) for item in _frozenset.__iter__(value)]))
    if _set in bases:
        return (_Ellipsis, "set", _tuple([inner(item) for item in _set.__iter__(value)]))
    if dataclasses.is_dataclass(kind):
        return _from_dataclass(value, kind, inner)
    return _opaque(value, _advice(value))


def _from_dataclass(value, kind, inner):
    try:
        names = [field.name for field in dataclasses.fields(kind)]
        fields = _tuple([(name, inner(_object.__getattribute__(value, name))) for name in names])
    except TooLarge:
        raise
    except Exception:
        return _opaque(value, "Its fields cannot be read.")
    return (_Ellipsis, "dataclass", _name_of(kind), fields)


def _from_numpy(value, inner):
    """Arrays and scalars of numpy, told by identity of numpy's own classes; None for anything else."""
    numpy = _modules.get("numpy")
    if numpy is None:
        return None
    try:
        generic, ndarray = numpy.generic, numpy.ndarray
        if not (_type(generic) is _type and _type(ndarray) is _type):
            return None
        if _isinstance(value, generic):
            item = generic.item(value)
            if _type(item) not in _SCALARS:
                return None
            return (_Ellipsis, "numpy-scalar", _str(generic.dtype.__get__(value)), item)
        if _isinstance(value, ndarray):
            items = ndarray.tolist(value)
            shape = _tuple([_int(length) for length in ndarray.shape.__get__(value)])
            return (
                _Ellipsis,
                "ndarray",
                _str(ndarray.dtype.__get__(value)),
                shape,
                items if _is_plain(items) else inner(items),
            )
    except TooLarge:
        raise
    except Exception:
        return None
    return None


def _name_of(kind):
    """The name of a class, whatever its metaclass says."""
    return _str.__str__(_name(kind))


def _opaque(value, advice):
    return (_Ellipsis, "opaque", _name_of(_type(value)), _shown(value), advice)


def _shown(value):
    """A short description that runs nothing of the candidate's: the default form, whatever ``__repr__`` says."""
    if _type(value) in (_list, _tuple, _dict, _set):
        return f"<{_name_of(_type(value))} of {_len(value)} items>"
    return _object.__repr__(value)


def _advice(value):
    kind = _type(value)
    name = _name_of(kind)
    if name in ("generator", "map", "filter", "zip", "enumerate", "reversed", "range", "chain", "islice"):
        return "Return a list: wrap it in list(...)."
    if kind is deque or name in ("dict_keys", "dict_values", "dict_items", "array", "list_iterator", "bytearray"):
        return "Return a list: wrap it in list(...)."
    if name in ("coroutine", "async_generator"):
        return "The function must not be async."
    if name in ("function", "builtin_function_or_method", "method", "type"):
        return "Did you forget the parentheses of a call?"
    if name in ("Fraction", "Decimal"):
        return "Return a float: wrap it in float(...)."
    if value is _Ellipsis:
        return "The body of the function still seems to be `...`."
    return "Return plain Python values: numbers, strings, lists, tuples, dicts or sets."
