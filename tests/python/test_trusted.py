"""Trusted work: expected values from expressions and references, inputs that are generated and validated."""

import marshal
import random
import unittest

from edgewise import trusted
from edgewise.candidate import Rejected

REFERENCE = (
    "def mean(values):\n    if not values:\n        raise ValueError('empty')\n    return sum(values) / len(values)\n"
)

INPUTS = """
def generate(rng, size):
    return [rng.random() for _ in range(size)], "k"

def validate(values, k="k"):
    if len(values) > 3:
        raise ValueError("values: at most three")
    if k != "k":
        raise TypeError("k")
"""


def expect(args, expected=None, raises=False):
    value, ms = trusted.expect("mean", args, expected, raises)
    return None if value is None else marshal.loads(value), ms


class Expecting(unittest.TestCase):
    def setUp(self):
        trusted.prepare_reference(REFERENCE)

    def test_an_expression_is_the_expected_value(self):
        self.assertEqual(expect("[1, 2]", "1.5")[0], 1.5)
        self.assertEqual(expect("[1, 2]", "(1, [2, nan][:1], {'a': None})")[0], (1, [2], {"a": None}))

    def test_an_expression_may_span_lines_and_end_in_a_comment(self):
        self.assertEqual(expect("[1, 2]", "[\n  1,\n  2,\n]  # both")[0], [1, 2])

    def test_a_tuple_without_parentheses_is_a_tuple(self):
        self.assertEqual(expect("[1]", "1, 2")[0], (1, 2))

    def test_without_an_expression_the_reference_answers(self):
        value, ms = expect("[1, 2, 6]")
        self.assertEqual(value, 3)
        self.assertGreaterEqual(ms, 0)

    def test_where_it_must_raise_there_is_no_value_but_a_time(self):
        value, ms = expect("[]", raises=True)
        self.assertIsNone(value)
        self.assertGreaterEqual(ms, 0)

    def test_a_reference_that_fails_is_told(self):
        with self.assertRaisesRegex(RuntimeError, "the reference raises ValueError: empty"):
            expect("[]")

    def test_a_reference_that_fails_where_the_value_is_written_down_is_only_timed(self):
        self.assertEqual(expect("[]", "0.0")[0], 0.0)

    def test_the_time_is_that_of_the_reference_alone(self):
        trusted.prepare_reference("import time\ntime.sleep(0.4)\ndef mean(values):\n    time.sleep(0.02)\n")
        ms = expect("[__import__('time').sleep(0.4)]")[1]
        self.assertGreater(ms, 15)
        self.assertLess(ms, 390)

    def test_each_case_gets_a_fresh_module(self):
        trusted.prepare_reference("n = 0\ndef mean(values):\n    global n\n    n += 1\n    return n\n")
        self.assertEqual([expect("[]")[0] for _ in range(3)], [1, 1, 1])

    def test_a_reference_that_changes_its_arguments_does_not_change_the_expected_value(self):
        trusted.prepare_reference("def mean(values):\n    values.clear()\n")
        self.assertEqual(expect("[1]", "[1]")[0], [1])

    def test_a_reference_that_is_not_python_is_refused(self):
        with self.assertRaises(Rejected):
            trusted.prepare_reference("def mean(:\n")

    def test_a_reference_without_the_entry_is_refused(self):
        trusted.prepare_reference("def median(values): pass\n")
        with self.assertRaisesRegex(Rejected, "does not define"):
            expect("[]")


class Inputs(unittest.TestCase):
    def setUp(self):
        trusted.prepare_inputs(INPUTS)

    def test_an_input_is_an_argument_list_that_gives_itself_back(self):
        source = trusted.generate(5, 3)
        rng = random.Random(5)
        self.assertEqual(eval(f"({source})"), ([rng.random() for _ in range(3)], "k"))

    def test_the_same_seed_gives_the_same_input(self):
        self.assertEqual(trusted.generate(5, 3), trusted.generate(5, 3))
        self.assertNotEqual(trusted.generate(5, 3), trusted.generate(6, 3))

    def test_a_single_argument_stays_single(self):
        trusted.prepare_inputs("def generate(rng, size):\n    return ([size],)\n")
        self.assertEqual(trusted.generate(1, 2), "[2]")

    def test_nan_and_infinity_can_be_read_back(self):
        trusted.prepare_inputs("def generate(rng, size):\n    return ([float('nan'), float('-inf')],)\n")
        self.assertEqual(trusted.generate(1, 2), "[nan, -inf]")
        trusted.prepare_inputs("def validate(values):\n    assert values[0] != values[0]\n")
        self.assertIsNone(trusted.validate("[nan, -inf]"))

    def test_an_input_within_the_contract_has_no_objection(self):
        self.assertIsNone(trusted.validate("[1, 2]"))
        self.assertIsNone(trusted.validate("[1, 2], k='k'"))

    def test_an_objection_is_the_validators_own_sentence(self):
        self.assertEqual(trusted.validate("[1, 2, 3, 4]"), "values: at most three")

    def test_the_wrong_number_of_arguments_is_told(self):
        for args in ("", "[1], 'k', 5", "[1], z=3"):
            self.assertIn("do not fit the function", trusted.validate(args))

    def test_what_is_not_python_is_told(self):
        for args in ("[1", "undefined", "1 / 0", "exit()", "__import__('sys').exit()"):
            with self.subTest(args=args):
                self.assertIn("not valid Python", trusted.validate(args))

    def test_a_validator_that_stumbles_over_odd_input_objects(self):
        trusted.prepare_inputs("def validate(values):\n    values[0]['k'] + 1\n")
        for args in ("[]", "[{}]", "[{'k': 'a'}]", "5"):
            with self.subTest(args=args):
                self.assertIsInstance(trusted.validate(args), str)


class Examining(unittest.TestCase):
    REFERENCE = (
        "def mean(values, k='k'):\n    if not values:\n        raise ValueError('empty')\n"
        "    values.sort()\n    return sum(values) / len(values)\n"
    )
    INPUTS = (
        "def validate(values, k='k'):\n    if not values:\n"
        "        raise ValueError('empty: the contract asks for ValueError')\n"
        "    if len(values) > 3:\n        raise ValueError('at most three')\n    values.clear()\n"
    )

    def setUp(self):
        trusted.prepare_reference(self.REFERENCE)
        trusted.prepare_inputs(self.INPUTS)

    def examine(self, args):
        problem, objection, value, raised, _ = trusted.examine("mean", args)
        return problem, objection, None if value is None else marshal.loads(value), raised

    def test_the_reference_answers_and_a_validator_that_writes_does_it_no_harm(self):
        self.assertEqual(self.examine("[1, 2]"), (None, None, 1.5, None))
        self.assertEqual(self.examine("values=[1, 2]"), (None, None, 1.5, None))

    def test_an_objection_comes_without_an_answer(self):
        self.assertEqual(self.examine("[1, 2, 3, 4]"), (None, "at most three", None, None))

    def test_where_the_contract_asks_for_an_exception_the_reference_is_asked_too(self):
        objection = "empty: the contract asks for ValueError"
        self.assertEqual(self.examine("[]"), (None, objection, None, "ValueError"))

    def test_arguments_that_do_not_fit_the_function_are_an_objection(self):
        problem, objection, value, raised = self.examine("[1], 2, 3")
        self.assertEqual((problem, value, raised), (None, None, None))
        self.assertIn("do not fit the function", objection)

    def test_nothing_but_literals_gets_in(self):
        self.assertRegex(self.examine("__import__('os')")[0], "^not-literal: ")
        self.assertRegex(self.examine("[1")[0], "^syntax: ")


class Evaluating(unittest.TestCase):
    def test_arguments_come_as_a_list_and_a_dict(self):
        problem, value = trusted.evaluate("[1] * 2, k=(3,)", False)
        self.assertIsNone(problem)
        self.assertEqual(marshal.loads(value), ([[1, 1]], {"k": (3,)}))

    def test_somebody_elses_must_be_literals(self):
        self.assertEqual(marshal.loads(trusted.evaluate("[1]", True)[1]), ([[1]], {}))
        problem, value = trusted.evaluate("[1] * 2", True)
        self.assertIn("is not a literal", problem)
        self.assertIsNone(value)
        self.assertIn("not valid Python", trusted.evaluate("[1", True)[0])


if __name__ == "__main__":
    unittest.main()
