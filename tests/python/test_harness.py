"""One case: a fresh module, fresh arguments, and a report that is plain data whatever the code did."""

import io
import json
import marshal
import sys
import time
import types
import unittest
from unittest import mock

from edgewise.harness import make_arguments, prepare, run_case
from edgewise.printed import KEPT_CHARACTERS, PRINTED_LIMIT
from edgewise.tracebacks import remember_source


def run(source, args="", *, entry="solve", earlier=(), unchanged=False):
    """Runs one case; returns its report and the value it returned, decoded."""
    prepare(source)
    return run_again(args, entry=entry, earlier=earlier, unchanged=unchanged)


def run_again(args="", *, entry="solve", earlier=(), unchanged=False):
    # Whatever escapes is told by its class alone: unittest itself stumbles over some exceptions.
    escaped = None
    try:
        report, value = run_case(entry, args, list(earlier), unchanged)
    except BaseException as error:
        escaped = type.__dict__["__name__"].__get__(type(error))
    if escaped:
        raise AssertionError(f"{escaped} escaped")
    return json.loads(report), None if value is None else marshal.loads(value)


class Arguments(unittest.TestCase):
    def test_an_argument_list_is_positions_and_keywords(self):
        self.assertEqual(make_arguments("[1, 2], k=3"), (([1, 2],), {"k": 3}))
        self.assertEqual(make_arguments(""), ((), {}))
        self.assertEqual(make_arguments("*[1, 2], **{'k': 3}"), ((1, 2), {"k": 3}))

    def test_names_that_cases_use_are_there(self):
        (nan, inf, pairs, number), _ = make_arguments(
            "nan, -inf, list(itertools.pairwise([1, 2, 3])), random.Random(5).random()"
        )
        self.assertNotEqual(nan, nan)
        self.assertEqual((inf, pairs), (float("-inf"), [(1, 2), (2, 3)]))
        self.assertEqual(make_arguments("random.Random(5).random()")[0][0], number)

    def test_a_comment_at_the_end_does_no_harm(self):
        self.assertEqual(make_arguments("1, # one"), ((1,), {}))

    def test_arguments_are_made_afresh_each_time(self):
        self.assertIsNot(make_arguments("[1]")[0][0], make_arguments("[1]")[0][0])


class Returning(unittest.TestCase):
    def test_the_value_is_encoded_and_the_time_measured(self):
        report, value = run("def solve(a, b=2):\n    return [a, b]\n", "1, b=5")
        self.assertEqual(value, [1, 5])
        self.assertEqual((report["kind"], report["changed"]), ("returned", []))
        self.assertGreaterEqual(report["ms"], 0)
        self.assertEqual(report["output"], {"stdout": "", "stderr": "", "dropped": 0})

    def test_only_the_judged_call_is_timed(self):
        source = "import time\ntime.sleep(0.2)\ndef solve(s):\n    time.sleep(s)\n"
        report, _ = run(source, "0.05", earlier=["0.2"])
        self.assertGreater(report["ms"], 45)
        self.assertLess(report["ms"], 190)

    def test_each_case_gets_a_fresh_module(self):
        source = "n = 0\ndef solve():\n    global n\n    n += 1\n    return n\n"
        self.assertEqual(run(source)[1], 1)
        self.assertEqual(run_again()[1], 1)

    def test_earlier_calls_are_answered_by_the_same_module(self):
        source = "seen = []\ndef solve(x):\n    seen.append(x)\n    return list(seen)\n"
        self.assertEqual(run(source, "3", earlier=["1", "2"])[1], [1, 2, 3])

    def test_an_earlier_call_that_raises_does_not_count(self):
        for raised in ("ValueError", "SystemExit", "GeneratorExit", "RecursionError"):
            source = f"def solve(x):\n    if x: raise {raised}\n    return 'fine'\n"
            self.assertEqual(run(source, "0", earlier=["1"])[1], "fine")

    def test_changed_arguments_are_told_by_position(self):
        source = "def solve(a, b, c):\n    a.append(1)\n    c['k'].sort()\n"
        report, _ = run(source, "[], [2], {'k': [2, 1]}", unchanged=True)
        self.assertEqual(report["changed"], [0, 2])

    def test_a_change_that_was_undone_is_none(self):
        report, _ = run("def solve(a):\n    a.append(a.pop())\n", "[1, 2]", unchanged=True)
        self.assertEqual(report["changed"], [])

    def test_changes_of_type_or_of_sign_are_changes(self):
        report, _ = run("def solve(a, b):\n    a[0] = 1.0\n    b[0] = 0.0\n", "[1], [-0.0]", unchanged=True)
        self.assertEqual(report["changed"], [0, 1])

    def test_changes_are_not_looked_for_where_the_case_does_not_ask(self):
        self.assertEqual(run("def solve(a):\n    a.clear()\n", "[1]")[0]["changed"], [])

    def test_an_argument_made_enormous_is_changed(self):
        report, _ = run("def solve(a):\n    a.extend([0] * 6_000_000)\n", "[1]", unchanged=True)
        self.assertEqual((report["kind"], report["changed"]), ("returned", [0]))

    def test_a_value_too_large_to_compare_is_an_output_limit(self):
        report, value = run("def solve():\n    return [0] * 6_000_000\n")
        self.assertEqual((report["kind"], value), ("output-limit", None))
        self.assertIn("5,000,000", report["message"])

    def test_what_cannot_be_encoded_is_returned_as_opaque(self):
        for answer in ("lambda: 0", "object()", "(i for i in [])", "open", "__import__('sys').modules", "globals()"):
            report, value = run(f"def solve():\n    return {answer}\n")
            self.assertEqual(report["kind"], "returned", answer)
        self.assertEqual(run("async def solve():\n    return 1\n")[1][:3], (..., "opaque", "coroutine"))

    def test_what_is_nested_deeper_than_can_be_compared_is_returned(self):
        report, _ = run("def solve():\n    x = 0\n    for _ in range(1_000):\n        x = [x]\n    return x\n")
        self.assertEqual(report["kind"], "returned")


class Raising(unittest.TestCase):
    def raised(self, body, **options):
        report, value = run("def solve():\n" + "".join(f"    {line}\n" for line in body.splitlines()), **options)
        self.assertEqual((report["kind"], value), ("raised", None))
        return report["exception"]

    def test_an_exception_is_told_with_its_line_and_ancestors(self):
        exception = self.raised("x = {}\nreturn x['k']")
        self.assertEqual(exception["type"], "KeyError")
        self.assertEqual(exception["message"], "'k'")
        self.assertEqual(exception["builtins"], ["KeyError", "LookupError", "Exception", "BaseException"])
        self.assertEqual(exception["traceback"]["line"], 3)
        self.assertNotIn("harness", exception["traceback"]["text"])

    def test_a_class_that_only_bears_the_name_is_not_pythons_own(self):
        exception = self.raised("class ValueError(Exception): pass\nraise ValueError('no')")
        self.assertEqual(exception["type"], "ValueError")
        self.assertEqual(exception["builtins"], ["Exception", "BaseException"])

    def test_a_subclass_of_pythons_own_is_one(self):
        self.assertEqual(self.raised("class Mine(ValueError): pass\nraise Mine")["builtins"][0], "ValueError")

    def test_a_metaclass_that_equals_everything_gains_no_ancestors(self):
        body = "class Meta(type):\n    __eq__ = lambda c, o: True\n    __hash__ = lambda c: hash(ValueError)\nclass E(Exception, metaclass=Meta): pass\nraise E"
        self.assertEqual(self.raised(body)["builtins"], ["Exception", "BaseException"])

    def test_a_name_replaced_in_builtins_gains_no_ancestors(self):
        body = "import builtins\nclass Fake(Exception): pass\nkept, builtins.ValueError = builtins.ValueError, Fake\ntry:\n    raise Fake\nfinally:\n    builtins.ValueError = kept"
        self.assertEqual(self.raised(body)["builtins"], ["Exception", "BaseException"])

    def test_ending_the_program_is_told_as_such(self):
        exception = self.raised("import sys\nsys.exit(3)")
        self.assertEqual(exception["type"], "SystemExit")
        self.assertIn("return a value instead", exception["message"])

    def test_reading_input_is_told_as_such(self):
        with mock.patch("sys.stdin", io.StringIO("")):
            self.assertIn("no standard input", self.raised("return input()")["message"])

    def test_an_end_of_file_of_the_codes_own_is_left_alone(self):
        self.assertEqual(self.raised("raise EOFError('mine')")["message"], "mine")

    def test_an_endless_recursion_is_told_shortly(self):
        exception = self.raised("return solve()")
        self.assertEqual(exception["type"], "RecursionError")
        self.assertLess(len(exception["traceback"]["text"]), 8_100)

    def test_exceptions_made_to_break_the_report_are_told_all_the_same(self):
        for body in (
            "class E(Exception):\n    def __str__(self): raise SystemExit\nraise E",
            "class E(Exception):\n    __cause__ = 5\nraise E",
            "class E(Exception):\n    __traceback__ = property(lambda s: 1 / 0)\nraise E",
            "class S(str):\n    def __len__(self): return 10 ** 9\n    def __getitem__(self, i): return 5\nclass E(Exception):\n    def __str__(self): return S('x')\nraise E",
            "raise SyntaxError('m', ('solution.py', object(), object(), object()))",
            "class Meta(type):\n    def __getattribute__(cls, name): raise ValueError(name)\nclass E(Exception, metaclass=Meta): pass\nraise E",
            "raise type('\\ud800', (Exception,), {})('\\ud800')",
        ):
            with self.subTest(body=body):
                self.raised(body)

    def test_a_cache_that_cannot_take_the_arguments_points_at_the_definition(self):
        source = "import functools\ndef cached(f):\n    @functools.wraps(f)\n    def wrapper(*args):\n        return {}[args]\n    return wrapper\n"
        outside = compile(source, "functools.py", "exec")
        space = {}
        exec(outside, space)
        with mock.patch.dict(sys.modules, caching=types.SimpleNamespace(cached=space["cached"])):
            report, _ = run("from caching import cached\n@cached\ndef solve(items):\n    return 1\n", "[1]")
        self.assertEqual(report["exception"]["traceback"]["line"], 2)
        self.assertIn("turn lists into tuples", report["exception"]["message"])

    def test_a_message_of_many_megabytes_is_cut(self):
        for raised in ("ValueError('m' * 10**8)", "KeyError('m' * 10**8)", "type('N' * 10**6, (Exception,), {})()"):
            with self.subTest(raised=raised):
                report, _ = run(f"def solve():\n    raise {raised}\n")
                self.assertLess(len(json.dumps(report)), 30_000)


class Refusing(unittest.TestCase):
    def test_each_reason_is_told(self):
        for source, reason in (
            ("def solve(:\n", "syntax"),
            ("1 / 0\n", "import"),
            ("def slove(): pass\n", "missing-entry"),
            ("def solve(a, b): pass\n", "arity"),
            ("import sys\nsys.exit()\n", "exit"),
            ("raise BaseException\n", "import"),
        ):
            with self.subTest(reason=reason):
                report, value = run(source)
                self.assertEqual((report["kind"], report["reason"], value), ("rejected", reason, None))
                self.assertEqual(type(report["traceback"]["text"]), str)

    def test_a_refusal_does_not_outlive_its_run(self):
        run("def solve(:\n")
        self.assertEqual(run("def solve():\n    return 1\n")[1], 1)

    def test_a_refused_run_does_not_fall_back_on_the_one_before(self):
        run("def solve():\n    return 1\n")
        self.assertEqual(run("def solve(:\n")[0]["kind"], "rejected")
        self.assertEqual(run_again()[0]["kind"], "rejected")

    def test_what_was_printed_while_loading_is_kept(self):
        self.assertEqual(run("print('hello')\n1 / 0\n")[0]["output"]["stdout"], "hello\n")

    def test_arguments_that_are_not_python_are_told(self):
        for args in (
            "[1,",
            "1 / 0",
            "undefined",
            "1)(",
            "x for",
            "exit()",
            "(_ for _ in ()).throw(GeneratorExit)",
            "__import__('sys').exit()",
        ):
            with self.subTest(args=args):
                report, _ = run("def solve(*args): pass\n", args)
                self.assertEqual(report["kind"], "bad-arguments")
                self.assertIn("not valid Python", report["message"])

    def test_earlier_arguments_that_are_not_python_are_told(self):
        report, _ = run("def solve(*args): pass\n", "1", earlier=["[1,"])
        self.assertEqual(report["kind"], "bad-arguments")

    def test_arguments_too_large_to_watch_are_told(self):
        report, _ = run("def solve(a): pass\n", "[0] * 6_000_000", unchanged=True)
        self.assertIn(report["kind"], ("bad-arguments", "output-limit"))


class Limits(unittest.TestCase):
    def test_an_interrupt_tells_where_the_code_stood(self):
        for place, source in (
            ("call", "def solve():\n    x = 1\n    raise KeyboardInterrupt\n"),
            ("load", "x = 1\n\nraise KeyboardInterrupt\n"),
        ):
            with self.subTest(place=place):
                report, value = run(source)
                self.assertEqual((report["kind"], value), ("interrupted", None))
                self.assertEqual(report["traceback"]["line"], 3)

    def test_an_interrupt_in_an_earlier_call_counts(self):
        source = "def solve(x):\n    if x: raise KeyboardInterrupt\n"
        self.assertEqual(run(source, "0", earlier=["1"])[0]["kind"], "interrupted")

    def test_too_little_memory_is_told_wherever_it_strikes(self):
        for source, earlier in (
            ("def solve(x):\n    raise MemoryError\n", []),
            ("raise MemoryError\n", []),
            ("def solve(x):\n    if x: raise MemoryError\n", ["1"]),
        ):
            with self.subTest(source=source):
                report, _ = run(source, "0" if earlier else "1", earlier=earlier)
                self.assertEqual(report["kind"], "memory-limit")
                self.assertIn("memory", report["message"])

    def test_printing_is_kept_and_counted(self):
        report, value = run(
            "import sys\ndef solve():\n    print('x' * 30_000)\n    print('e', file=sys.stderr)\n    return 1\n"
        )
        self.assertEqual(value, 1)
        self.assertEqual(report["output"]["stdout"], "x" * KEPT_CHARACTERS)
        self.assertEqual(report["output"]["stderr"], "e\n")
        self.assertEqual(report["output"]["dropped"], 30_001 - KEPT_CHARACTERS)

    def test_printing_without_end_is_stopped(self):
        report, value = run("def solve():\n    while True:\n        print('x' * 1000)\n")
        self.assertEqual((report["kind"], value), ("output-limit", None))
        self.assertIn(f"{PRINTED_LIMIT:,}", report["message"])
        self.assertEqual(len(report["output"]["stdout"]), KEPT_CHARACTERS)

    def test_printing_without_end_is_stopped_wherever_it_happens(self):
        endless = "while True: print('x' * 10_000)\n"
        self.assertEqual(run(endless)[0]["kind"], "output-limit")
        self.assertEqual(
            run("def solve(x):\n    if x:\n        " + endless, "0", earlier=["1"])[0]["kind"], "output-limit"
        )

    def test_catching_the_output_limit_does_not_lift_it(self):
        source = "def solve():\n    try:\n        while True:\n            print('x' * 10_000)\n    except BaseException:\n        return 1\n"
        report, value = run(source)
        self.assertEqual((report["kind"], value), ("output-limit", None))


class Streams(unittest.TestCase):
    def test_the_streams_are_put_back(self):
        before = sys.stdout, sys.stderr
        run("import sys\nsys.stdout = sys.stderr = None\ndef solve():\n    raise SystemExit\n")
        self.assertEqual((sys.stdout, sys.stderr), before)

    def test_output_does_not_leak_into_the_next_case(self):
        run("def solve(x):\n    print(x)\n", "1")
        self.assertEqual(run_again("2")[0]["output"]["stdout"], "2\n")

    def test_closed_or_replaced_streams_do_no_harm(self):
        for source in (
            "import sys\ndef solve():\n    sys.stdout.close()\n    return 1\n",
            "import sys, io\ndef solve():\n    sys.stdout = io.StringIO()\n    print('lost')\n    return 1\n",
            "import sys\ndef solve():\n    del sys.stdout\n    return 1\n",
        ):
            report, value = run(source)
            self.assertEqual((report["kind"], value), ("returned", 1))

    def test_lone_surrogates_that_are_printed_arrive(self):
        self.assertEqual(run("def solve():\n    print('\\ud800')\n")[0]["output"]["stdout"], "\ud800\n")

    def test_a_stream_that_was_tampered_with_still_gives_a_report(self):
        for sabotage in (
            "_parts.append(object())",
            "total = 'x'",
            "_kept = None",
            "__dict__.clear()",
            "text = None",
            "__class__ = type(sys.stdout)",
        ):
            with self.subTest(sabotage=sabotage):
                report, _ = run(f"import sys\ndef solve():\n    sys.stdout.{sabotage}\n    return 1\n")
                self.assertIn("kind", report)
                self.assertIsInstance(report["output"]["stdout"], str)

    def test_what_was_written_through_a_wrapper_of_its_own_is_kept(self):
        source = "import io, sys\nsys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8')\ndef solve():\n    print('é')\n    return 1\n"
        for _ in range(2):
            report, value = run(source)
            self.assertEqual((report["output"]["stdout"], value), ("é\n", 1))

    def test_fast_input_and_output_can_be_set_up(self):
        source = "import sys\nread = sys.stdin.buffer.readline\nsys.stdout.reconfigure(encoding='utf-8')\nsys.stdout.buffer.write(b'a')\nshown = sys.stdout.isatty(), sys.stdin.fileno()\ndef solve():\n    return [read(), *shown]\n"
        report, value = run(source)
        self.assertEqual((report["output"]["stdout"], value), ("a", [b"", False, 0]))

    def test_every_case_shows_its_own_log(self):
        run("import logging\nlogging.basicConfig(level=logging.INFO)\ndef solve(x):\n    logging.info('saw %d', x)\n", "1")
        self.assertEqual(run_again("2")[0]["output"]["stderr"], "INFO:root:saw 2\n")

    def test_a_coroutine_that_is_returned_leaves_no_warning(self):
        report, value = run("async def solve():\n    return 1\n")
        self.assertEqual((report["output"]["stderr"], value[2]), ("", "coroutine"))
        self.assertIn("must not be async", value[4])


class Sabotage(unittest.TestCase):
    """The report of a case is made from what was captured before the candidate's code ran."""

    def test_a_report_is_made_although_the_clock_and_json_were_replaced(self):
        source = "import json, time\ndef solve():\n    json.dumps = time.perf_counter = None\n    return 1\n"
        with mock.patch("json.dumps", json.dumps), mock.patch("time.perf_counter", time.perf_counter):
            prepare(source)
            report, value = run_case("solve", "", [], False)
        self.assertEqual(json.loads(report)["kind"], "returned")

    def test_a_clock_that_gives_no_number_is_told(self):
        prepare("import sys\ndef solve():\n    sys.modules['edgewise.harness']._now = lambda: float('nan')\n    return 1\n")
        with mock.patch("edgewise.harness._now", time.perf_counter):
            report, value = run_case("solve", "", [], False)
        self.assertEqual((json.loads(report)["kind"], value), ("crashed", None))
        self.assertIn("has changed the interpreter", json.loads(report)["message"])

    def test_a_limit_that_the_code_raises_itself_is_told(self):
        report, _ = run("from edgewise.printed import OutputLimitExceeded\ndef solve():\n    raise OutputLimitExceeded\n")
        self.assertEqual(report["kind"], "output-limit")
        self.assertIn("raised OutputLimitExceeded itself", report["message"])

    def test_an_equal_to_everything_result_stays_what_it_is(self):
        source = "class Any:\n    def __eq__(self, other): return True\n    __hash__ = None\ndef solve():\n    return Any()\n"
        self.assertEqual(run(source)[1][:3], (..., "opaque", "Any"))

    def test_a_signature_that_lies_does_not_stop_the_call(self):
        source = "def solve(a):\n    return a\nsolve.__signature__ = 5\n"
        self.assertEqual(run(source, "3")[1], 3)

    def test_the_source_that_tracebacks_quote_is_that_of_the_run(self):
        prepare("def solve():\n    return 1 / 0  # this run\n")
        remember_source("something else\n")
        prepare("def solve():\n    return 1 / 0  # this run\n")
        self.assertIn("# this run", run_again()[0]["exception"]["traceback"]["text"])


if __name__ == "__main__":
    unittest.main()
