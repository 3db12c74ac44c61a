"""Mutants: one small fault each, valid Python, stable names."""

import ast
import sys
import textwrap
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src" / "runner" / "python"))

from edgewise.mutants import make_mutants

CLAMPED_MEAN = '''
"""Mean of the values, each held within low and high."""
from bisect import bisect_left


def clamped_mean(values: list[float], low: float = 0.0, high: float = 1.0) -> float:
    """Doc 1."""
    if not values or low > high:
        raise ValueError(f"needs {1} value and {low} <= {high}")
    total = 0
    for value in sorted(values, key=abs):
        if value is None:
            continue
        elif value < low:
            value = low
        else:
            value = min(value, high)
        total += value
        if total == 99:
            break
    return total / len(values)
'''


def ids(source):
    return [mutant["id"] for mutant in make_mutants(textwrap.dedent(source))]


def after(source):
    """What each statement became."""
    return [name.split(" => ")[1] for name in ids(source)]


class EveryMutant(unittest.TestCase):
    def test_compiles_and_differs_from_the_original_and_from_all_others(self):
        mutants = make_mutants(CLAMPED_MEAN)
        sources = [ast.unparse(ast.parse(mutant["source"])) for mutant in mutants]
        self.assertEqual(len(sources), len(set(sources)))
        self.assertNotIn(ast.unparse(ast.parse(CLAMPED_MEAN)), sources)
        self.assertGreater(len(sources), 30)

    def test_differs_in_one_statement(self):
        original = ast.unparse(ast.parse(CLAMPED_MEAN)).splitlines()
        for mutant in make_mutants(CLAMPED_MEAN):
            changed = mutant["source"].splitlines()
            if len(original) == len(changed):
                differing = [pair for pair in zip(original, changed) if pair[0] != pair[1]]
                self.assertEqual(len(differing), 1, mutant["id"])

    def test_names_the_line_of_the_statement_in_the_source(self):
        lines = CLAMPED_MEAN.splitlines()
        for mutant in make_mutants(CLAMPED_MEAN):
            words = mutant["id"].split(" => ")[0].removeprefix("el")
            self.assertIn(words, ast.unparse(ast.parse(CLAMPED_MEAN)))
            first_word = words.split()[0].strip(":")
            self.assertIn(first_word, lines[mutant["line"] - 1])

    def test_has_a_name_of_its_own_that_survives_moved_lines(self):
        before = [mutant["id"] for mutant in make_mutants(CLAMPED_MEAN)]
        moved = make_mutants("# a comment\n\n\n" + CLAMPED_MEAN.replace("    total = 0", "    # why\n\n    total  =  0"))
        self.assertEqual(before, [mutant["id"] for mutant in moved])
        self.assertEqual(len(before), len(set(before)))

    def test_leaves_docstrings_annotations_decorators_and_messages_alone(self):
        source = '''
        @cache(maxsize=3)
        def f(x: "a[4]" = None) -> list[5]:
            """1 < 2"""
            y: tuple[6] = x
            raise ValueError(f"{7 + 8}")
        '''
        self.assertEqual(ids(source), ["y: tuple[6] = x => (deleted)"])

    def test_is_not_made_of_a_program_that_does_not_parse(self):
        with self.assertRaises(SyntaxError):
            make_mutants("def f(:")


class Operators(unittest.TestCase):
    def test_turns_a_comparison_to_its_boundary_neighbour_and_its_negation(self):
        self.assertEqual(after("x = a < b")[1:], ["x = a <= b", "x = a >= b"])
        self.assertEqual(after("x = a == b")[1:], ["x = a != b"])
        self.assertEqual(after("x = a not in b")[1:], ["x = a in b"])

    def test_turns_each_part_of_a_chain_alone(self):
        self.assertIn("x = a <= b <= c", after("x = a < b <= c"))
        self.assertIn("x = a < b < c", after("x = a < b <= c"))

    def test_swaps_arithmetic(self):
        self.assertEqual(after("x = a + b")[1:], ["x = a - b"])
        self.assertEqual(after("x = a / b")[1:], ["x = a // b", "x = a * b"])
        self.assertEqual(after("x = a // b")[1:], ["x = a / b"])

    def test_moves_numbers_by_one_both_ways_and_turns_truth_values(self):
        self.assertEqual(after("x = 7")[1:], ["x = 8", "x = 6"])
        self.assertEqual(after("x = 0.5")[1:], ["x = 1.5", "x = -0.5"])
        self.assertEqual(after("x = True")[1:], ["x = False"])
        self.assertEqual(after("x = 'text'")[1:], [])

    def test_swaps_and_with_or_drops_an_operand_and_drops_not(self):
        self.assertEqual(after("x = a and b")[1:], ["x = a or b", "x = b", "x = a"])
        self.assertEqual(after("x = not a")[1:], ["x = a"])
        self.assertEqual(after("x = -a")[1:], ["x = a"])

    def test_takes_each_side_of_a_conditional_expression(self):
        self.assertEqual(after("x = a if c else b")[1:], ["x = a", "x = b"])

    def test_changes_default_values(self):
        self.assertEqual(after("def f(a, b=10):\n    return a"), ["def f(a, b=11):", "def f(a, b=9):", "return None"])


class Statements(unittest.TestCase):
    def test_removes_a_guard(self):
        source = "def f(n):\n    if n < g:\n        raise ValueError('n')\n    if n:\n        return n\n    return g"
        names = ids(source)
        self.assertIn("if n < g: => (deleted)", names)
        self.assertIn("if n: => (deleted)", names)
        self.assertIn("return n => return None", names)
        self.assertNotIn("if n < g: => if True:", names)

    def test_takes_a_branch_never_and_always(self):
        names = ids("if a:\n    f()\nelse:\n    g()")
        self.assertIn("if a: => if False:", names)
        self.assertIn("if a: => if True:", names)

    def test_deletes_assignments_and_calls_even_where_nothing_is_left(self):
        mutants = make_mutants("for x in y:\n    if x:\n        seen.add(x)\n    total = 0")
        deleted = {m["id"]: m["source"] for m in mutants if m["id"].endswith("(deleted)")}
        self.assertEqual(set(deleted), {"if x: => (deleted)", "seen.add(x) => (deleted)", "total = 0 => (deleted)"})
        self.assertIn("pass", deleted["seen.add(x) => (deleted)"])

    def test_turns_an_accumulation_into_an_assignment(self):
        self.assertEqual(after("x += y"), ["x = y", "(deleted)", "x -= y"])

    def test_swaps_break_with_continue(self):
        names = ids("while a:\n    if b:\n        break\n    continue")
        self.assertIn("break => continue", names)
        self.assertIn("continue => break", names)

    def test_drops_the_condition_of_a_comprehension(self):
        self.assertIn("x = [y for y in z if True]", after("x = [y for y in z if y]"))

    def test_numbers_statements_that_recur(self):
        self.assertEqual(
            [name for name in ids("x = a\nf(x)\nx = a") if "deleted" in name],
            ["x = a => (deleted)", "f(x) => (deleted)", "x = a => (deleted) #2"],
        )


class Calls(unittest.TestCase):
    def test_drops_a_sorting_key_and_turns_the_order(self):
        self.assertIn("x = sorted(a)", after("x = sorted(a, key=k)"))
        self.assertIn("x = sorted(a, reverse=True)", after("x = sorted(a)"))
        self.assertIn("x = sorted(a, reverse=False)", after("x = sorted(a, reverse=True)"))
        self.assertIn("x.sort(reverse=True)", after("x.sort()"))

    def test_swaps_functions_that_are_mistaken_for_one_another(self):
        self.assertIn("x = max(a)", after("x = min(a)"))
        self.assertIn("x = bisect.bisect_right(a, b)", after("x = bisect.bisect_left(a, b)"))
        self.assertIn("q.pop()", after("q.popleft()"))

    def test_swaps_an_imported_function_where_it_is_imported(self):
        mutants = make_mutants("from bisect import bisect_left\nx = bisect_left(a, b)")
        self.assertEqual(
            [m["id"] for m in mutants],
            [
                "from bisect import bisect_left => from bisect import bisect_right as bisect_left",
                "x = bisect_left(a, b) => (deleted)",
            ],
        )


if __name__ == "__main__":
    unittest.main()
