"""Oracles: second sources have to notice a wrong expected value, and must not see faults where there are none."""

import json
import subprocess
import sys
import unittest
from dataclasses import replace
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
if not (SCRIPTS / "oracles").is_dir():
    raise unittest.SkipTest("the scripts are not here")
sys.path.insert(0, str(SCRIPTS))

from oracles import dynamic, graphs, heaps, metrics, models, spark, texts, windows  # noqa: E402, F401
from oracles.checking import Package, check_oracle, check_validate  # noqa: E402
from oracles.comparison import agree  # noqa: E402
from oracles.registry import ORACLES, Oracle  # noqa: E402

EXACT = {"rule": "exact"}
CLOSE = {"rule": "float", "rel": 1e-9, "abs": 1e-12}

INPUTS = """
def generate(rng, size):
    return ([rng.randint(0, 3) for _ in range(size)],)

def validate(*args):
    if not args[0]:
        raise ValueError("The list is empty.")
"""
LARGEST = "def largest(values):\n    return max(values)\n"
CASES = (
    {"name": "two", "args": "[1, 2]", "expected": "2", "raises": False},
    {"name": "generated", "args": "[i % 7 for i in range(1000)]", "expected": None, "raises": False},
    {"name": "nothing", "args": "[]", "expected": None, "raises": True},
)
SORTED = Oracle("largest", "the last one sorted", lambda values: sorted(values)[-1], None, 100, None, None)


def package(reference=LARGEST, inputs=INPUTS.replace("range(size)", "range(size + 1)"), cases=CASES, comparison=EXACT):
    return Package(
        {
            "id": "largest",
            "entry": "largest",
            "comparison": comparison,
            "inputs": inputs,
            "reference": reference,
            "cases": cases,
        }
    )


class Rules(unittest.TestCase):
    def test_lists_and_tuples_are_interchangeable_and_true_is_one(self):
        self.assertTrue(agree(EXACT, [(1, 2.0)], [[True, 2]]))

    def test_none_equals_only_none(self):
        for value in (0, False, "", [], 0.0):
            self.assertFalse(agree(CLOSE, None, value))
            self.assertFalse(agree(CLOSE, value, None))
        self.assertTrue(agree(CLOSE, None, None))

    def test_a_float_rule_reaches_every_number_and_leaves_strings_exact(self):
        self.assertTrue(agree(CLOSE, [{"a": 0.1 + 0.2}], [{"a": 0.3}]))
        self.assertFalse(agree(CLOSE, [{"a": 0.3}], [{"b": 0.3}]))
        self.assertFalse(agree(CLOSE, 1.0, 1.0 + 1e-8))
        self.assertFalse(agree(CLOSE, "1.0", 1.0))

    def test_an_exact_rule_forgives_nothing(self):
        self.assertFalse(agree(EXACT, 0.3, 0.1 + 0.2))

    def test_unordered_counts_how_often_each_element_occurs(self):
        rule = {"rule": "unordered", "of": EXACT}
        self.assertTrue(agree(rule, [1, 2, 1], [2, 1, 1]))
        self.assertFalse(agree(rule, [1, 2, 1], [2, 2, 1]))
        self.assertFalse(agree(rule, [1, 2], [1, 2, 2]))

    def test_each_position_has_a_rule_of_its_own_and_no_answer_is_equal_to_itself(self):
        rule = {"rule": "each", "items": [EXACT, CLOSE]}
        self.assertTrue(agree(rule, (1, 0.3), (1, 0.1 + 0.2)))
        self.assertFalse(agree(rule, (0.3, 1), (0.1 + 0.2, 1)))
        self.assertTrue(agree(rule, None, None))
        self.assertFalse(agree(rule, (1, 0.3), None))


class Checking(unittest.TestCase):
    def test_a_sound_package_is_agreed_with(self):
        report = check_oracle(package(), SORTED)
        self.assertEqual(report["state"], "agree", report["details"])
        self.assertEqual(report["counts"], {"cases": 1, "inputs": 500, "small": 0})

    def test_a_case_beyond_the_limit_is_asked_where_the_oracle_has_none(self):
        self.assertEqual(check_oracle(package(), replace(SORTED, limit=None))["counts"]["cases"], 2)

    def test_a_wrong_expected_value_is_named_with_both_answers(self):
        wrong = ({**CASES[0], "expected": "1"}, *CASES[1:])
        report = check_oracle(package(cases=wrong), SORTED)
        self.assertEqual(report["state"], "disagree")
        self.assertEqual(report["details"], ['case "two": largest([1, 2]): the package has 1, the oracle 2'])

    def test_a_wrong_reference_is_found_by_random_inputs_and_by_small_ones(self):
        lazy = "def largest(values):\n    return values[-1]\n"
        report = check_oracle(package(reference=lazy), SORTED)
        self.assertEqual(report["state"], "disagree")
        self.assertRegex(report["details"][0], r"^random input \d+: largest\(")
        small = replace(SORTED, every=lambda: (([2, 1],), ([1, 2],)))
        constant = INPUTS.replace("rng.randint(0, 3)", "1").replace("range(size)", "range(size + 1)")
        report = check_oracle(package(reference=lazy, inputs=constant), small)
        self.assertEqual(report["details"], ["small input: largest([2, 1]): the package has 1, the oracle 2"])

    def test_a_reference_that_raises_is_a_disagreement_and_not_the_end(self):
        broken = "def largest(values):\n    return values[5]\n"
        report = check_oracle(package(reference=broken), SORTED)
        self.assertIn("IndexError", report["details"][0])

    def test_an_oracle_and_a_reference_that_change_their_arguments_do_no_harm(self):
        popping = "def largest(values):\n    return max(values.pop() for _ in range(len(values)))\n"
        sorting = replace(SORTED, function=lambda values: (values.sort(), values.pop())[1])
        self.assertEqual(check_oracle(package(reference=popping), sorting)["state"], "agree")

    def test_a_checker_stands_in_for_the_rule(self):
        lenient = replace(SORTED, agrees=lambda args, answer, told: answer in args[0])
        lazy = "def largest(values):\n    return values[-1]\n"
        report = check_oracle(package(reference=lazy, comparison={"rule": "checker"}), lenient)
        self.assertEqual(report["state"], "agree", report["details"])

    def test_a_missing_library_is_told_and_not_a_failure(self):
        report = check_oracle(package(), replace(SORTED, library="no-such-library-anywhere"))
        self.assertEqual((report["state"], report["library"]), ("skipped", "no-such-library-anywhere"))


class Validating(unittest.TestCase):
    def test_validate_refuses_exactly_the_cases_that_raise(self):
        self.assertEqual(check_validate(package())["state"], "agree")

    def test_a_validate_that_lets_everything_pass_is_named(self):
        lax = "def generate(rng, size):\n    return ([1],)\n\ndef validate(*args):\n    pass\n"
        self.assertEqual(
            check_validate(package(inputs=lax))["details"], ['case "nothing" raises, and validate accepts []']
        )

    def test_a_validate_that_refuses_a_case_with_an_answer_is_named(self):
        strict = INPUTS.replace("if not args[0]", "if len(args[0]) != 2")
        report = check_validate(package(inputs=strict))
        self.assertIn('case "generated" has an answer, and validate refuses', report["details"][0])


class Examples(unittest.TestCase):
    """The worked examples of the statements, which were written down by hand."""

    EXAMPLES = {
        "roc-auc": (([(0.1, 0), (0.4, 0), (0.4, 1), (0.8, 1)],), 0.875),
        "average-precision": (([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1]), 5 / 6),
        "best-f1-threshold": (([0, 1, 1, 0], [0.2, 0.5, 0.5, 0.5]), (0.5, 0.8)),
        "ndcg-at-k": (([3, 0, 2], [0.5, 0.5, 0.1], 2), 0.5740204777414663),
        "expected-calibration-error": (([0, 1, 1, 0], [0.1, 0.3, 0.9, 0.9], 10), 0.4),
        "macro-prf": ((["a", "a", "b"], ["a", "c", "b"]), (2 / 3, 0.5, 5 / 9)),
        "psi-drift": (([1, 2, 3, 4, 5, 6, 7, 8], [5, 6, 7, 8, 9, 9, 9, 9], 4), 4.45976434056003),
        "ks-two-sample": (([1, 2, 2, 3], [2, 3, 4]), 5 / 12),
        "card-velocity": (([(10, "x", 5), (10, "x", 1), (15, "x", 2)], 10), [(0, 0), (0, 0), (2, 6)]),
        "sessionize": (([("u", 0), ("v", 5), ("u", 61), ("u", 30)], 30), [0, 0, 1, 0]),
        "rolling-anomalies": (([5, 5, 5, 5, 6, 5, 9], 4, 3.0), [4, 6]),
        "sliding-window-maximum": (([1, 3, -1, -3, 5, 3], 3), [3, 3, 5, 5]),
        "heap-top-k": ((["b", "a", "c", "b", "a", "d"], 3), [("a", 2), ("b", 2), ("c", 1)]),
        "streaming-median": (([5, 1, 4, 4],), [5, 3, 4, 4]),
        "small-file-bin-packing": (([50, 120, 30, 70, 0], 100), [[1], [3, 2, 4], [0]]),
        "fraud-ring": ((["a", "b", "c", "d"], [("a", "b"), ("x", "b"), ("d", "d")], 2), [["a", "b", "x"]]),
        "money-cycles": (([("a", "b"), ("b", "a"), ("b", "c"), ("d", "d")],), [["a", "b"], ["d"]]),
        "cheapest-route-k-hops": (([("a", "b", 1), ("b", "c", 1), ("a", "c", 5)], "a", "c", 1), 5),
        "gradient-descent-step": (([[1.0], [3.0]], [1.0, 5.0], [1.0], 0.0, 0.1), ([1.6], 0.2, 2.0)),
        "logistic-regression-loss": (([[1000.0], [-1000.0]], [0, 1], [1.0], 0.0, 0.0), (1000.0, [1000.0], 0.0)),
        "softmax-cross-entropy": (([[1000.0, 0.0], [0.0, 0.0]], [0, 1]), (0.34657359027997264, [[0, 0], [0.25, -0.25]])),
        "kmeans-lloyd": (([(0.0,), (1.0,), (10.0,)], [(0.0,), (10.0,), (99.0,)]), ([(0.5,), (10,), (99,)], [0, 0, 1])),
        "decision-stump": (([[1.0], [2.0], [3.0]], [0, 0, 1]), (0, 2.5, 0.0)),
        "bpe-tokenizer": ((["aaab aaab ab"], 2, "aaab ba"), ([("a", "a"), ("a", "b")], ["aa", "ab", "b", "a"])),
        "wordpiece-tokenizer": (("unaffable zzz", {"un", "##aff", "##able"}), ["un", "##aff", "##able", "[UNK]"]),
        "map-side-combine": (([[("a", 1), ("b", None), ("a", 3)], [("a", 5)]], 2), ([{}, {"a": 3.0, "b": None}], 3)),
        "max-profit-jobs": (([(1, 3, 50), (3, 5, 20), (2, 100, 60)],), 70),
        "heavy-hitters": ((["a", "b", "a", "c", "a", "b"], 3), ["a"]),
    }

    def test_every_oracle_without_a_library_gives_them(self):
        tried = set()
        for one in ORACLES:
            if one.library is None and one.problem in self.EXAMPLES:
                tried.add(one.problem)
                args, answer = self.EXAMPLES[one.problem]
                with self.subTest(one.problem):
                    self.assertTrue(agree(CLOSE, answer, one.function(*args)), one.function(*args))
        self.assertEqual(tried, set(self.EXAMPLES))

    def test_edit_scripts_and_paths_are_replayed(self):
        script, path = (next(one for one in ORACLES if one.problem == name) for name in ("edit-script", "viterbi-decode"))
        args = ("cat", "cut")
        right = (1, [("keep", "c", "c"), ("sub", "a", "u"), ("keep", "t", "t")])
        self.assertTrue(script.agrees(args, right, script.function(*args)))
        longer = (2, [("keep", "c", "c"), ("del", "a", ""), ("ins", "", "u"), ("keep", "t", "t")])
        self.assertFalse(script.agrees(args, longer, script.function(*args)))
        fair, moves = {"A": 0.5, "B": 0.5}, {"A": {"A": 0.9, "B": 0.1}, "B": {"A": 0.5, "B": 0.5}}
        model = (["x", "y"], ["A", "B"], fair, moves, {"A": {"x": 0.9, "y": 0.1}, "B": {"x": 0.2, "y": 0.8}})
        best = path.function(*model)
        self.assertTrue(path.agrees(model, (["A", "A"], -3.206453304869643), best))
        self.assertFalse(path.agrees(model, (["B", "B"], -3.206453304869643), best))


class Script(unittest.TestCase):
    def test_it_prints_one_line_of_json_for_each_oracle(self):
        sent = {
            "id": "largest",
            "entry": "largest",
            "comparison": EXACT,
            "inputs": INPUTS,
            "reference": LARGEST,
            "cases": CASES,
        }
        run = subprocess.run(
            [sys.executable, "-B", str(SCRIPTS / "oracle.py")],
            input=json.dumps({"problems": [sent]}),
            capture_output=True,
            text=True,
            check=True,
        )
        none, validate = map(json.loads, run.stdout.splitlines())
        self.assertEqual(none, {"problem": "largest", "oracle": "", "state": "none"})
        self.assertEqual((validate["oracle"], validate["state"]), ("validate of inputs.py", "agree"))


if __name__ == "__main__":
    unittest.main()
