"""Argument lists that somebody typed, read without running them: only literals, so nothing of them is ever code."""

import ast
import math

MAX_LENGTH = 1_000_000

_NAMES = {"nan": math.nan, "inf": math.inf}
_SCALARS = (bool, int, float, complex, str, bytes, type(None))


class NotLiteral(Exception):
    """The text is Python, but not a list of literals."""


def literal_arguments(source):
    """Reads an argument list such as ``"[1, 2], k=3"`` to ``(args, kwargs)``. Evaluates nothing.

    Beside literals it takes ``nan``, ``inf``, ``math.nan``, ``float("nan")``, ``set()`` and ``frozenset({1})``, so that
    every value which the judge can write can be read again. Raises NotLiteral, and SyntaxError for what is not Python.
    """
    if len(source) > MAX_LENGTH:
        raise NotLiteral(f"it is longer than {MAX_LENGTH:,} characters")
    try:
        call = ast.parse(f"arguments({source}\n)", "arguments", "eval").body
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        raise SyntaxError(str(error) or "it is nested too deeply") from None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
        raise NotLiteral("it closes a parenthesis that it did not open")
    if any(keyword.arg is None for keyword in call.keywords):
        raise NotLiteral("it uses **")
    return tuple(map(_value, call.args)), {keyword.arg: _value(keyword.value) for keyword in call.keywords}


def _value(node):
    match node:
        case ast.Constant(value) if isinstance(value, _SCALARS):
            return value
        case ast.List(items):
            return list(map(_value, items))
        case ast.Tuple(items):
            return tuple(map(_value, items))
        case ast.Set(items):
            return _hashed(set, map(_value, items))
        case ast.Dict(keys, values) if None not in keys:
            return _hashed(dict, zip(map(_value, keys), map(_value, values)))
        case ast.UnaryOp(ast.USub() | ast.UAdd() as sign, operand):
            number = _number(operand)
            return -number if isinstance(sign, ast.USub) else number
        case ast.BinOp(left, ast.Add() | ast.Sub() as sign, ast.Constant(complex() as imaginary)):
            return _number(left) + (imaginary if isinstance(sign, ast.Add) else -imaginary)
        case ast.Name(name) if name in _NAMES:
            return _NAMES[name]
        case ast.Attribute(ast.Name("math"), name) if name in _NAMES:
            return _NAMES[name]
        case ast.Call(ast.Name("float"), [ast.Constant(str() as text)], []) if len(text) <= 40:
            return _hashed(float, text)
        case ast.Call(ast.Name("set"), [], []):
            return set()
        case ast.Call(ast.Name("frozenset"), items, []) if len(items) <= 1:
            return _hashed(frozenset, *map(_value, items))
    raise NotLiteral(f"`{ast.unparse(node)[:60]}` is not a literal")


def _number(node):
    number = _value(node)
    if isinstance(number, bool) or not isinstance(number, (int, float, complex)):
        raise NotLiteral("a sign stands before something that is no number")
    return number


def _hashed(make, *parts):
    try:
        return make(*parts)
    except (TypeError, ValueError) as error:
        raise NotLiteral(str(error)) from None
