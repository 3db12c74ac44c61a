"""Loading a candidate's code: what cannot be called is refused with a sentence that says why."""

import contextlib
import io
import sys
import unittest

from edgewise.candidate import FILENAME, Rejected, check_arity, compile_source, load
from edgewise.printed import OutputLimitExceeded


def loaded(source, entry="auc"):
    return load(compile_source(source), entry)


class Refusals(unittest.TestCase):
    def refusal(self, work):
        with self.assertRaises(Rejected) as caught:
            work()
        rejection = caught.exception
        self.assertIsInstance(rejection.message, str)
        self.assertIsInstance(rejection.traceback["text"], str)
        return rejection

    def refused(self, source, reason, pattern):
        rejection = self.refusal(lambda: loaded(source))
        self.assertEqual(rejection.reason, reason)
        self.assertRegex(rejection.message, pattern)
        return rejection


class Compiling(Refusals):
    def test_a_syntax_error_tells_its_line(self):
        rejection = self.refused("x = 1\ndef auc(:\n    pass\n", "syntax", r"^SyntaxError: .*\(line 2\)$")
        self.assertEqual(rejection.traceback["line"], 2)
        self.assertIn("def auc(:", rejection.traceback["text"])

    def test_a_wrong_indentation_is_called_by_its_name(self):
        self.assertEqual(
            self.refused("def auc():\nreturn 1\n", "syntax", r"^IndentationError: .*line 2").traceback["line"], 2
        )
        self.refused("if 1:\n\tx = 1\n        y = 1\n", "syntax", r"^TabError")

    def test_return_outside_a_function_is_a_syntax_error(self):
        self.refused("return 1\n", "syntax", r"line 1")

    def test_a_null_character_is_refused(self):
        self.refused("x = '\0'\n", "syntax", "null")

    def test_text_that_is_not_unicode_is_refused(self):
        self.refused("x = '\ud800'\n", "syntax", "surrogate|utf-8")

    def test_expressions_nested_too_deeply_are_refused(self):
        self.refused("x = " + "(" * 1_000 + ")" * 1_000, "syntax", "nested|parentheses|compiled|memory")

    def test_an_empty_file_compiles_and_has_no_entry(self):
        self.refused("", "missing-entry", "does not define a function `auc`")

    def test_nothing_of_ours_leaks_into_the_compilation(self):
        function = loaded("def auc(x: Missing = 1):\n    return x\n") if sys.version_info >= (3, 14) else None
        if function is None:  # annotations are evaluated before 3.14: a __future__ import of ours must not change that
            self.refused("def auc(x: Missing): pass\n", "import", "NameError")

    def test_a_byte_order_mark_that_came_with_the_code_is_dropped(self):
        self.assertEqual(loaded("\ufeffdef auc(x):\n    return x\n")(1), 1)
        self.refused("\ufeff\ufeffdef auc(x): pass\n", "syntax", "SyntaxError")


class Loading(Refusals):
    def test_the_function_is_found(self):
        self.assertEqual(loaded("def auc(x):\n    return x + 1\n")(1), 2)

    def test_a_lambda_or_a_class_will_do(self):
        self.assertEqual(loaded("auc = lambda x: x + 1")(1), 2)
        self.assertEqual(loaded("from functools import partial\nauc = partial(max, 5)")(1), 5)

    def test_each_load_is_a_fresh_module(self):
        code = compile_source("seen = []\ndef auc(x):\n    seen.append(x)\n    return len(seen)\n")
        first = load(code, "auc")
        self.assertEqual((first(1), first(1), load(code, "auc")(1)), (1, 2, 1))

    def test_the_module_can_be_found_by_its_name(self):
        source = "import sys, pickle\nclass Item:\n    pass\ndef auc():\n    return type(pickle.loads(pickle.dumps(Item()))) is Item and __name__\n"
        self.assertEqual(loaded(source)(), "solution")

    def test_the_part_for_running_as_a_script_does_not_run(self):
        self.assertTrue(callable(loaded("def auc(): pass\nif __name__ == '__main__':\n    raise SystemExit\n")))

    def test_dataclasses_with_text_annotations_load(self):
        source = "from __future__ import annotations\nfrom dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\ndef auc():\n    return P(1).x\n"
        self.assertEqual(loaded(source)(), 1)

    def test_an_exception_tells_its_line(self):
        rejection = self.refused(
            "x = 1\ny = x / 0\n", "import", r"^ZeroDivisionError while the code was loaded: division by zero"
        )
        self.assertEqual(rejection.traceback["line"], 2)

    def test_a_missing_module_is_named(self):
        self.refused("import no_such_module_at_all\n", "import", "no_such_module_at_all")

    def test_exceptions_outside_the_usual_family_are_refused_too(self):
        for raised in ("BaseException('b')", "GeneratorExit()", "type('Own', (BaseException,), {})()"):
            with self.subTest(raised=raised):
                self.refused(f"raise {raised}\n", "import", "while the code was loaded")

    def test_ending_the_program_is_refused(self):
        for way in ("import sys\nsys.exit(1)\n", "exit()\n", "quit()\n", "raise SystemExit\n"):
            with self.subTest(way=way):
                if "exit" in vars(__import__("builtins")) or "sys" in way or "raise" in way:
                    self.refused(way, "exit", "ended the program while the module was loaded")

    def test_reading_input_is_refused_with_the_sentence_of_a_call(self):
        self.refused("raise EOFError('EOF when reading a line')\n", "import", "while the code was loaded: there is no standard input")

    def test_tests_that_run_on_loading_are_sent_below_main(self):
        source = "import unittest\ndef auc(): pass\nunittest.main(module='edgewise', argv=['x'])\n"
        with contextlib.redirect_stderr(io.StringIO()):
            self.refused(source, "exit", r"^While the module was loaded: unittest.main\(\) ends the program; move it under")

    def test_limits_pass_through(self):
        for limit in (KeyboardInterrupt, MemoryError):
            with self.assertRaises(limit):
                loaded(f"raise {limit.__name__}\n")
        with self.assertRaises(OutputLimitExceeded):
            loaded("from edgewise.printed import OutputLimitExceeded\nraise OutputLimitExceeded\n")


class MissingEntries(Refusals):
    def test_a_near_miss_is_suggested(self):
        self.refused("def acu(x): pass\n", "missing-entry", r"Did you mean `acu`\? Rename it to `auc`")
        self.refused("def AUC(x): pass\ndef auc_(x): pass\n", "missing-entry", "Did you mean `auc_`")

    def test_something_far_off_is_not_suggested(self):
        self.refused("def zebra(x): pass\n", "missing-entry", "does not define a function `auc` at the top level")

    def test_a_method_of_a_class_is_found(self):
        self.refused(
            "class Solution:\n    def auc(self, x): pass\n",
            "missing-entry",
            r"method of class `Solution`: define it at the top level",
        )

    def test_a_method_with_nearly_the_name_is_found(self):
        with self.assertRaises(Rejected) as caught:
            loaded("class Solution:\n    def topKFrequent(self, items, k): pass\n", "top_k_frequent")
        self.assertRegex(caught.exception.message, r"Did you mean the method `topKFrequent` of class `Solution`\? Define it at the top level")
        self.assertEqual(caught.exception.traceback["line"], 2)

    def test_a_decorator_that_returns_nothing_is_suspected(self):
        rejection = self.refused("def timed(f):\n    def g(): f()\n@timed\ndef auc(): pass\n", "missing-entry", "does a decorator forget to return its inner function?")
        self.assertEqual(rejection.traceback["line"], 4)

    def test_a_function_that_is_defined_elsewhere_is_found(self):
        for source, where in (
            ("def main():\n    def auc(): pass\nmain()\n", "inside the function `main`"),
            ("if __name__ == '__main__':\n    def auc(): pass\n", 'inside `if __name__ == "__main__":`, which does not run here'),
            ("if 0:\n    def auc(): pass\n", "inside a block that did not run"),
            ("try: pass\nexcept ValueError:\n    def auc(): pass\n", "inside a block that did not run"),
            ("match 1:\n  case 2:\n    def auc(): pass\n", "inside a block that did not run"),
            ("class A:\n    class B:\n        async def auc(): pass\n", "a method of class `B`"),
        ):
            with self.subTest(source=source):
                rejection = self.refused(source, "missing-entry", where)
                self.assertEqual(rejection.traceback["line"], source[: source.index("def auc")].count("\n") + 1)

    def test_a_name_that_is_no_function_is_told(self):
        self.refused("auc = 5\n", "missing-entry", "`auc` is a int, not a function|`auc` is an int, not a function")
        self.refused("auc = None\n", "missing-entry", "^`auc` is None, not a function")

    def test_names_that_resist_being_looked_at_do_no_harm(self):
        self.refused(
            "class Meta(type):\n    def __getattr__(cls, name):\n        raise ValueError(name)\nclass A(metaclass=Meta):\n    pass\n",
            "missing-entry",
            "does not define",
        )

    def test_names_that_are_no_text_do_no_harm(self):
        self.refused("globals()[5] = len\n", "missing-entry", "does not define")

    def test_a_callable_whose_call_cannot_be_looked_up_does_no_harm(self):
        self.refused(
            "class A:\n    def __getattribute__(self, n):\n        raise ValueError(n)\na = A()\n",
            "missing-entry",
            "does not define",
        )


class Arity(Refusals):
    def check(self, source, *args, **kwargs):
        check_arity(loaded(source), "auc", args, kwargs)

    def test_fitting_calls_pass(self):
        self.check("def auc(a, b=1, *rest, c=2, **more): pass\n", 1)
        self.check("def auc(*args): pass\n", 1, 2, 3)
        self.check("def auc(a, /, *, b): pass\n", 1, b=2)
        self.check("class auc:\n    def __init__(self, a): pass\n", 1)

    def test_too_few_and_too_many_are_told(self):
        rejection = self.refusal(lambda: self.check("\n\ndef auc(a, b): pass\n", 1))
        self.assertEqual(rejection.reason, "arity")
        self.assertEqual(
            rejection.message,
            "The problem calls `auc` with 1 argument, but yours is `auc(a, b)`: missing a required argument: 'b'.",
        )
        self.assertEqual(rejection.traceback, {"text": "", "line": 3})
        rejection = self.refusal(lambda: self.check("def auc(): pass\n", 1, 2))
        self.assertIn("with 2 arguments, but yours is `auc()`: too many positional arguments.", rejection.message)

    def test_a_method_written_at_the_top_level_is_told(self):
        self.assertIn("auc(self, x)", self.refusal(lambda: self.check("def auc(self, x): pass\n", 1)).message)

    def test_what_has_no_signature_is_left_to_the_call(self):
        for source in (
            "auc = max\n",
            "auc = type\n",
            "def auc(a): pass\nauc.__signature__ = 5\n",
            "class A:\n    def __call__(self, a): pass\n    @property\n    def __signature__(self):\n        raise ValueError\nauc = A()\n",
        ):
            with self.subTest(source=source):
                self.check(source, [1, 2])

    def test_annotations_that_name_nothing_do_not_get_in_the_way(self):
        if sys.version_info >= (3, 14):
            self.check("def auc(a: Missing[int]) -> Unknown: pass\n", 1)
            rejection = self.refusal(lambda: self.check("def auc(a: Missing[int], b) -> Unknown: pass\n", 1))
            self.assertIn("a: Missing[int]", rejection.message)
        self.check("from __future__ import annotations\ndef auc(a: Missing[int]) -> Unknown: pass\n", 1)

    def test_defaults_whose_text_cannot_be_made_do_no_harm(self):
        source = "class A:\n    def __repr__(self):\n        raise ValueError\ndef auc(a, b, c=A()): pass\n"
        self.assertEqual(self.refusal(lambda: self.check(source, 1)).reason, "arity")

    def test_defaults_with_a_huge_text_keep_the_message_short(self):
        self.assertLess(
            len(self.refusal(lambda: self.check("def auc(a, b, c=[0] * 100_000): pass\n", 1)).message), 2_000
        )


class Names(unittest.TestCase):
    def test_the_code_knows_its_file(self):
        self.assertEqual(loaded("def auc():\n    return __file__\n")(), FILENAME)
        self.assertEqual(loaded("def auc(): pass\n").__code__.co_filename, "solution.py")


if __name__ == "__main__":
    unittest.main()
