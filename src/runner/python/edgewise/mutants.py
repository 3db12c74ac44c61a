"""Mutants of an accepted solution: small faults put in one at a time, to measure how much of them a suite notices."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

# Each comparison turned to its neighbour at the boundary, and negated.
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}

ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.FloorDiv, ast.Mult),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
}

# Functions and methods that are easily mistaken for one another.
TWINS = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "ceil": "floor",
    "floor": "ceil",
    "bisect": "bisect_left",
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
    "nsmallest": "nlargest",
    "nlargest": "nsmallest",
    "popleft": "pop",
    "appendleft": "append",
}

BUILTIN_TWINS = {"min", "max", "any", "all"}
KEYED = {"sorted", "sort", "min", "max", "nsmallest", "nlargest", "groupby", "merge"}
REVERSIBLE = {"sorted", "sort"}
# What a suite cannot see, or sees in every case.
UNTOUCHED_FIELDS = {"annotation", "returns", "decorator_list", "type_params", "type_comment", "format_spec", "msg"}
DELETED = "(deleted)"


@dataclass(frozen=True)
class Change:
    """`new` in place of what `owner.field` (or its item at `index`) holds; `statement` is the innermost one around it."""

    statement: ast.stmt
    owner: ast.AST
    field: str
    index: int | None
    new: object

    def swap(self, value: object) -> object:
        """Puts `value` in the place and returns what was there."""
        if self.index is None:
            old = getattr(self.owner, self.field)
            setattr(self.owner, self.field, value)
        else:
            items = getattr(self.owner, self.field)
            old = items[self.index]
            items[self.index] = value
        return old


def make_mutants(source: str) -> list[dict]:
    """
    The mutants of `source`, as dicts with `id`, `line` (1-based, in `source`) and `source` (of the mutant).

    Every mutant differs in one place, compiles, and differs from all others. An id names the statement before and after
    the change, so it stays the same when lines move. Docstrings, annotations, decorators and what is raised are left
    alone. Raises SyntaxError when `source` is not valid Python.
    """
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    names: Counter[str] = Counter()
    mutants = []
    for change in _changes(tree):
        before = ast.unparse(change.statement)
        old = change.swap(change.new)
        try:
            text = ast.unparse(tree)
            after = ast.unparse(change.new if old is change.statement else change.statement)
        finally:
            change.swap(old)
        if text in seen or not _compiles(text):
            continue
        seen.add(text)
        name = _name(before, after, deleted=isinstance(change.new, ast.Pass))
        names[name] += 1
        recurrence = f" #{names[name]}" if names[name] > 1 else ""
        mutants.append({"id": name + recurrence, "line": change.statement.lineno, "source": text + "\n"})
    return mutants


def _name(before: str, after: str, deleted: bool) -> str:
    """The first line that differs, before and after: of a compound statement that is its header."""
    old_lines, new_lines = before.splitlines(), after.splitlines()
    if deleted:
        return f"{old_lines[0].strip()} => {DELETED}"
    pairs = zip(old_lines, new_lines)
    old, new = next(((a, b) for a, b in pairs if a != b), (old_lines[0], new_lines[0]))
    return f"{old.strip()} => {new.strip()}"


def _compiles(text: str) -> bool:
    try:
        compile(text, "<mutant>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def _changes(tree: ast.Module) -> Iterator[Change]:
    """Every change of the tree, in the order of the source. The tree must be as it was whenever the next one is asked for."""
    spared = _find_spared(tree)

    def visit(owner: ast.AST, statement: ast.stmt | None) -> Iterator[Change]:
        for field, value in list(ast.iter_fields(owner)):
            if field in UNTOUCHED_FIELDS:
                continue
            items = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
            for index, node in items:
                if not isinstance(node, ast.AST) or node in spared:
                    continue
                inner = node if isinstance(node, ast.stmt) else statement
                if inner is not None:
                    for new in _alternatives(node):
                        yield Change(inner, owner, field, index, new)
                    for place, new in _inner_alternatives(node):
                        yield Change(inner, node, *place, new)
                yield from visit(node, inner)

    return visit(tree, None)


def _find_spared(tree: ast.Module) -> set[ast.AST]:
    """Nodes that stay as they are: docstrings, what is raised, a script's main part."""
    spared: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Raise, ast.Import)):
            spared.add(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            spared.update((node, node.value))
        elif isinstance(node, ast.If) and "__name__" in ast.unparse(node.test):
            spared.add(node)
    return spared


def _alternatives(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in place of the node as a whole."""
    match node:
        case ast.Compare() | ast.BinOp() | ast.Call() | ast.ImportFrom():
            pass
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            for i in range(len(values)):
                rest = values[:i] + values[i + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.IfExp(body=body, orelse=orelse):
            yield body
            yield orelse
        case ast.If(orelse=[]):
            yield ast.Pass()
        case ast.AugAssign(target=target, value=value):
            yield ast.Assign([target], value, lineno=node.lineno)
            yield ast.Pass()
        case ast.AnnAssign(value=ast.expr()) | ast.Assign() | ast.Delete() | ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.Return(value=ast.expr() as value):
            if not (isinstance(value, ast.Constant) and value.value is None):
                yield ast.Return(ast.Constant(None))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()


Place = tuple[str, "int | None"]


def _inner_alternatives(node: ast.AST) -> Iterator[tuple[Place, object]]:
    """Changes of one field of the node: operators, conditions, names of functions, sorting keys."""
    match node:
        case ast.Compare(ops=ops):
            for i, op in enumerate(ops):
                for other in COMPARISONS[type(op)]:
                    yield ("ops", i), other()
        case ast.BinOp(op=op) | ast.AugAssign(op=op):
            for other in ARITHMETIC.get(type(op), ()):
                yield ("op", None), other()
        case ast.If(orelse=orelse, body=body):
            if orelse:
                yield ("test", None), ast.Constant(False)
            if not isinstance(body[-1], ast.Raise):
                yield ("test", None), ast.Constant(True)
        case ast.While():
            yield ("test", None), ast.Constant(False)
        case ast.comprehension(ifs=ifs):
            for i in range(len(ifs)):
                yield ("ifs", i), ast.Constant(True)
        case ast.ImportFrom(names=names):
            for i, alias in enumerate(names):
                if alias.name in TWINS:
                    yield ("names", i), ast.alias(TWINS[alias.name], alias.asname or alias.name)
        case ast.Call(func=func, keywords=keywords):
            yield from _call_alternatives(func, keywords)


def _call_alternatives(func: ast.expr, keywords: list[ast.keyword]) -> Iterator[tuple[Place, object]]:
    match func:
        case ast.Name(id=name):
            # Other names come from an import, and the import is what is changed.
            if name in BUILTIN_TWINS:
                yield ("func", None), ast.Name(TWINS[name], ast.Load())
        case ast.Attribute(value=value, attr=name):
            if name in TWINS:
                yield ("func", None), ast.Attribute(value, TWINS[name], ast.Load())
        case _:
            return
    given = [keyword.arg for keyword in keywords]
    if name in KEYED and "key" in given:
        yield ("keywords", None), [keyword for keyword in keywords if keyword.arg != "key"]
    if name in REVERSIBLE and "reverse" not in given:
        yield ("keywords", None), [*keywords, ast.keyword("reverse", ast.Constant(True))]
