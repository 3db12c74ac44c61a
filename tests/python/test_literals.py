"""Argument lists that somebody typed: read as literals, never run."""

import math
import unittest

from edgewise.literals import MAX_LENGTH, NotLiteral, literal_arguments


class Literals(unittest.TestCase):
    def test_literals_of_every_kind_are_read(self):
        args, kwargs = literal_arguments("1, -2.5, 'a', b'b', None, True, [1, (2,)], {3}, {'k': [4]}, 1+2j, set(), k=-1")
        self.assertEqual(args, (1, -2.5, "a", b"b", None, True, [1, (2,)], {3}, {"k": [4]}, 1 + 2j, set()))
        self.assertEqual(kwargs, {"k": -1})

    def test_nothing_is_an_empty_list(self):
        self.assertEqual(literal_arguments(""), ((), {}))

    def test_what_the_judge_writes_can_be_read(self):
        args, _ = literal_arguments("float('nan'), float('-inf'), inf, math.nan, frozenset({1}), frozenset()")
        self.assertTrue(math.isnan(args[0]) and math.isnan(args[3]))
        self.assertEqual(args[1:3], (-math.inf, math.inf))
        self.assertEqual(args[4:], (frozenset({1}), frozenset()))

    def test_lines_and_comments_are_fine(self):
        self.assertEqual(literal_arguments("[\n  1,  # one\n]  # end"), (([1],), {}))

    def test_code_is_refused(self):
        for source in (
            "__import__('os')",
            "[0] * 10**9",
            "[i for i in range(3)]",
            "lambda: 1",
            "x := 1",
            "f'{1}'",
            "*[1]",
            "**{'a': 1}",
            "open('x').read()",
            "math.inf.real",
            "float(1)",
            "float.fromhex('1')",
            "set([1])",
            "...",
            "1 + 2",
            "-'a'",
            "{**{}}",
            "1), print(2",
            "1)(2",
        ):
            with self.subTest(source), self.assertRaises((NotLiteral, SyntaxError)):
                literal_arguments(source)

    def test_what_is_not_python_is_a_syntax_error(self):
        for source in ("[1, ", "for", "1 2", "\0", "(" * 500 + ")" * 500, "9" * 5000):
            with self.subTest(source[:20]), self.assertRaises(SyntaxError):
                literal_arguments(source)

    def test_unhashable_keys_are_refused(self):
        for source in ("{[]: 1}", "{[]}", "frozenset({1}, {2})", "frozenset(1)"):
            with self.subTest(source), self.assertRaises(NotLiteral):
                literal_arguments(source)

    def test_too_long_a_text_is_refused(self):
        with self.assertRaises(NotLiteral):
            literal_arguments("1," * MAX_LENGTH)


if __name__ == "__main__":
    unittest.main()
