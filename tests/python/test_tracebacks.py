"""Tracebacks: the candidate's own lines only, short however deep, and safe whatever the exception is made of."""

import gc
import json
import linecache
import sys
import unittest

from edgewise.tracebacks import (
    FILENAME,
    FRAMES_AT_EACH_END,
    MAX_CHARACTERS,
    describe,
    message_of,
    release,
    remember_source,
)


def error_of(source, call="solve"):
    """The exception that ``call()`` of this candidate's code lets escape."""
    remember_source(source)
    namespace = {"helper": lambda function: function()}
    exec(compile(source, FILENAME, "exec"), namespace)
    try:
        namespace[call]()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def described(source):
    return describe(error_of(source))


class Frames(unittest.TestCase):
    def test_the_line_is_quoted_and_pointed_at(self):
        report = described("def solve():\n    x = 0\n    return 1 / x\n")
        self.assertEqual(report["line"], 3)
        self.assertIn('File "solution.py", line 3, in solve', report["text"])
        self.assertIn("return 1 / x", report["text"])
        self.assertTrue(report["text"].endswith("ZeroDivisionError: division by zero\n"))

    def test_frames_of_others_are_left_out(self):
        report = described("def solve():\n    return helper(inner)\n\ndef inner():\n    return int('a')\n")
        self.assertNotIn("test_tracebacks", report["text"])
        self.assertEqual(report["text"].count("File "), 2)
        self.assertEqual(report["line"], 5)

    def test_the_innermost_line_of_the_candidates_own_is_pointed_at(self):
        report = described("import json\ndef solve():\n    return json.loads('{')\n")
        self.assertEqual(report["line"], 3)
        self.assertNotIn("decoder.py", report["text"])

    def test_without_a_line_of_the_candidates_there_is_none(self):
        report = describe(ValueError("a"))
        self.assertEqual(report, {"text": "ValueError: a\n"})

    def test_causes_and_contexts_are_told_oldest_first(self):
        text = described(
            "def solve():\n    try:\n        int('a')\n    except ValueError as e:\n        raise KeyError('k') from e\n"
        )["text"]
        self.assertLess(text.index("ValueError"), text.index("direct cause"))
        self.assertLess(text.index("direct cause"), text.index("KeyError"))
        text = described("def solve():\n    try:\n        int('a')\n    except ValueError:\n        {}['k']\n")["text"]
        self.assertIn("During handling", text)

    def test_a_suppressed_context_is_left_out(self):
        text = described(
            "def solve():\n    try:\n        int('a')\n    except ValueError:\n        raise KeyError('k') from None\n"
        )["text"]
        self.assertNotIn("invalid literal", text)

    def test_a_chain_of_a_hundred_exceptions_is_cut(self):
        source = "def solve(n=100):\n    try:\n        raise ValueError(n)\n    except ValueError:\n        solve(n - 1) if n else 1 / 0\n"
        text = described(source)["text"]
        self.assertLessEqual(text.count("During handling"), 3)
        self.assertIn("ZeroDivisionError", text)

    def test_exceptions_that_cause_each_other_end(self):
        one, other = ValueError("one"), ValueError("other")
        one.__cause__, other.__cause__ = other, one
        self.assertIn("one", describe(one)["text"])
        release(one)

    def test_an_exception_group_is_shown(self):
        text = described("def solve():\n    raise ExceptionGroup('both', [ValueError(1), KeyError(2)])\n")["text"]
        self.assertIn("both", text)

    def test_a_syntax_error_points_at_its_line(self):
        remember_source("x = 1\ndef f(:\n")
        try:
            compile("x = 1\ndef f(:\n", FILENAME, "exec")
        except SyntaxError as error:
            self.assertEqual(describe(error)["line"], 2)

    def test_a_syntax_error_of_another_text_points_at_the_call(self):
        report = described("def solve():\n    x = 1\n    return eval('1 +\\n\\n\\n +')\n")
        self.assertEqual(report["line"], 3)

    def test_a_line_past_the_end_of_the_source_is_not_pointed_at(self):
        report = described("def solve():\n    raise SyntaxError('m', ('solution.py', 10**5, 1, 't' * 10**6, 10**5, 1))\n")
        self.assertNotIn("line", report)
        report = described("def solve():\n    exec(compile('\\n' * 999 + '1 / 0', 'solution.py', 'exec'))\n")
        self.assertNotIn("line", report)

    def test_lines_end_where_they_do_for_python(self):
        for odd in ("\f", "\v", "\x1c", "\x85", "\u2028"):
            with self.subTest(odd=odd):
                text = described(f"# a{odd}b\ndef solve():\n    return 1 / 0  # here\n")["text"]
                self.assertIn("# here", text)
        for end in ("\r\n", "\r", "\n"):
            with self.subTest(end=end):
                remember_source(f"first{end}second")
                self.assertEqual(linecache.getline(FILENAME, 2), "second\n")

    def test_what_an_exception_holds_is_cut_before_it_is_formatted(self):
        for raised in (
            "ValueError('m' * 10**7)",
            "KeyError('m' * 10**7)",
            "ValueError(b'm' * 10**7, ['m'] * 10**6)",
            "SyntaxError('m' * 10**7, ('f' * 10**7, 1, 1, 't' * 10**7))",
            "type('Own', (Exception,), {'__str__': lambda e: 'm' * 10**7})()",
            "ExceptionGroup('g', [ValueError(1)] * 10**4)",
        ):
            with self.subTest(raised=raised):
                report = described(f"def solve():\n    raise {raised}\n")
                self.assertLess(len(report["text"]), MAX_CHARACTERS + 100)
                self.assertEqual(report["line"], 2)

    def test_notes_without_end_are_cut(self):
        report = described("def solve():\n    e = ValueError(1)\n    e.add_note('n\\n' * 10**6)\n    e.__notes__ += ['x'] * 10**5\n    raise e\n")
        self.assertLess(len(report["text"]), MAX_CHARACTERS + 100)

    def test_characters_that_act_are_written_out(self):
        text = described("def solve():\n    raise ValueError('\\u202e\\x1b[31m')\n")["text"]
        self.assertIn("\\u202e\\x1b[31m", text)

    def test_the_source_of_the_latest_run_is_quoted(self):
        remember_source("first\n")
        remember_source("second")
        self.assertEqual(linecache.getline(FILENAME, 1), "second\n")


class DeepTracebacks(unittest.TestCase):
    DEEP = "def solve(n=0):\n    return solve(n + 1)\n"

    def setUp(self):
        self.limit = sys.getrecursionlimit()
        sys.setrecursionlimit(20_000)
        self.addCleanup(sys.setrecursionlimit, self.limit)

    def test_an_endless_recursion_is_told_shortly(self):
        error = error_of(self.DEEP)
        report = describe(error)
        self.assertLess(len(report["text"]), MAX_CHARACTERS)
        self.assertLessEqual(report["text"].count("File "), 2 * FRAMES_AT_EACH_END)
        self.assertRegex(report["text"], r"\(19,\d\d\d calls in the middle are not shown\)")
        self.assertEqual(report["line"], 2)
        release(error)

    def test_release_frees_the_frames(self):
        error = error_of("class Big:\n    pass\ndef solve(n=0):\n    big = Big()\n    return solve(n + 1)\n")
        kind = error.__traceback__.tb_next.tb_frame.f_globals["Big"]
        release(error)
        self.assertIsNone(error.__traceback__)
        gc.collect()
        self.assertEqual(sum(type(thing) is kind for thing in gc.get_objects()), 0)

    def test_release_takes_apart_what_led_to_the_error_too(self):
        source = (
            self.DEEP.replace("solve", "deep")
            + "def solve():\n    try:\n        deep()\n    except RecursionError as e:\n        raise ValueError from e\n"
        )
        error = error_of(source)
        release(error)
        self.assertIsNone(error.__cause__.__traceback__)


class Messages(unittest.TestCase):
    def test_a_message_is_that_of_the_exception(self):
        self.assertEqual(message_of(KeyError("k")), "'k'")

    def test_a_long_message_is_cut(self):
        text = message_of(ValueError("x" * 10_000))
        self.assertEqual(len(text), 1_004)
        self.assertLess(len(describe(ValueError("x" * 1_000_000))["text"]), MAX_CHARACTERS + 100)

    def test_a_message_that_cannot_be_made_is_said_to_be_so(self):
        for raised in (ValueError, RecursionError, SystemExit, GeneratorExit):
            Mute = type("Mute", (Exception,), {"__str__": raiser(raised)})
            with self.subTest(raised=raised):
                self.assertIn("cannot be shown", message_of(Mute()))

    def test_a_message_of_another_type_is_said_to_be_so(self):
        for answer in (None, 5, b"a"):
            Mute = type("Mute", (Exception,), {"__str__": lambda self, answer=answer: answer})
            self.assertIn("cannot be shown", message_of(Mute()))

    def test_a_message_that_lies_about_its_length_is_plain_text(self):
        class Sly(str):
            def __len__(self):
                return 10**9

            def __getitem__(self, index):
                return self

            def __add__(self, other):
                return 5

        message = message_of(type("Lying", (Exception,), {"__str__": lambda self: Sly("short")})())
        self.assertIs(type(message), str)
        self.assertEqual(message, "short")


def raiser(kind):
    def method(*_):
        raise kind("from within")

    return method


class HostileExceptions(unittest.TestCase):
    def assert_describes(self, error):
        # Whatever escapes is told by its class alone: unittest itself stumbles over exceptions like these.
        escaped = None
        try:
            report = describe(error)
        except BaseException as other:
            escaped = type.__dict__["__name__"].__get__(type(other))
        if escaped:
            self.fail(f"{escaped} escaped")
        self.assertIsInstance(json.loads(json.dumps(report))["text"], str)
        self.assertIs(type(report.get("line", 1)), int)
        release(error)

    def test_attributes_that_shadow_those_of_the_base_class_are_seen_through(self):
        for name in ("__cause__", "__context__", "__suppress_context__", "__traceback__", "__notes__"):
            for lie in (5, None, "text", property(raiser(ValueError)), [object()]):
                with self.subTest(name=name, lie=lie):
                    self.assert_describes(type("Lying", (Exception,), {name: lie})("m"))

    def test_getattribute_that_raises_is_seen_through(self):
        self.assert_describes(type("Lying", (Exception,), {"__getattribute__": raiser(ValueError)})("m"))

    def test_text_methods_that_raise_are_seen_through(self):
        for raised in (ValueError, SystemExit, RecursionError):
            self.assert_describes(
                type("Lying", (Exception,), {"__str__": raiser(raised), "__repr__": raiser(raised)})("m")
            )

    def test_metaclasses_that_lie_are_seen_through(self):
        for name in ("__module__", "__getattribute__", "__eq__", "__hash__"):
            for lie in (5, None, raiser(ValueError), property(raiser(ValueError))):
                with self.subTest(name=name, lie=lie):
                    Meta = type("Meta", (type,), {})
                    setattr(Meta, name, lie)
                    self.assert_describes(Meta("Lying", (Exception,), {})("m"))

    def test_names_of_classes_that_lie_are_seen_through(self):
        for name in ("__name__", "__qualname__"):
            Meta = type("Meta", (type,), {})
            Lying = Meta("Lying", (Exception,), {})
            type.__setattr__(
                Meta,
                "__getattribute__",
                lambda cls, asked, name=name: (
                    raiser(ValueError)() if asked == name else type.__getattribute__(cls, asked)
                ),
            )
            self.assert_describes(Lying("m"))

    def test_made_up_syntax_errors_are_seen_through(self):
        for where in (
            ("solution.py", "3", None, None),
            ("solution.py", object(), object(), object()),
            ("solution.py", -5, -5, "x"),
            ("solution.py", 10**30, 10**30, "x" * 10**6),
            ("solution.py", 1.5, 1, "x"),
            (object(), 1, 1, 5),
        ):
            with self.subTest(where=where):
                self.assert_describes(SyntaxError("m", where))

    def test_names_suggested_by_python_run_nothing_that_can_escape(self):
        source = "class A:\n    def __dir__(self):\n        raise SystemExit\ndef solve():\n    return A().missing\n"
        self.assert_describes(error_of(source))

    def test_lone_surrogates_in_a_message_become_json(self):
        self.assert_describes(ValueError("\ud800"))


if __name__ == "__main__":
    unittest.main()
