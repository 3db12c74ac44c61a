"""What is shown of an exception says what to do where Python's own words do not."""

import functools
import importlib
import sys
import unittest
from unittest import mock

from edgewise.advice import advice_on


def advice(work):
    try:
        work()
    except BaseException as error:
        return advice_on(error)
    raise AssertionError("nothing was raised")


def raising(error):
    def work():
        raise error

    return work


class Advice(unittest.TestCase):
    def test_a_message_that_says_enough_stays(self):
        self.assertEqual(advice(raising(ValueError("k must not be negative"))), "k must not be negative")
        self.assertEqual(advice(lambda: {}[[]]).count("@cache"), 0)

    def test_recursion_through_c_is_told_apart_from_plain_recursion(self):
        through_c = RecursionError("Stack overflow (used 159 kB) while calling a Python object")
        self.assertIn("pass through C", advice(raising(through_c)))
        plain = RecursionError("maximum recursion depth exceeded")
        self.assertEqual(advice(raising(plain)), "maximum recursion depth exceeded")

    def test_an_absent_package_names_what_there_is(self):
        for name in ("pandas", "torch", "scipy.stats"):
            root = name.partition(".")[0]
            with self.subTest(name), mock.patch.dict(sys.modules):
                said = advice(raising(ModuleNotFoundError(f"No module named '{name}'", name=name)))
                self.assertEqual(said, f"{root} is not available here; the standard library, numpy and sortedcontainers are")

    def test_a_near_miss_gets_a_suggestion(self):
        self.assertEqual(
            advice(lambda: importlib.import_module("colections")), "there is no module colections; did you mean collections?"
        )
        self.assertIn("did you mean numpy?", advice(lambda: importlib.import_module("numpi")))

    def test_a_part_of_the_library_that_no_browser_has_is_told_as_such(self):
        said = advice(raising(ModuleNotFoundError("No module named 'resource'", name="resource")))
        self.assertEqual(said, "resource does not exist in a browser, though it is part of the standard library")

    def test_a_sentence_about_a_package_stays(self):
        said = 'numpy is loaded only for code that says so: write "import numpy" at the top of the file.'
        self.assertEqual(advice(raising(ModuleNotFoundError(said, name="numpy"))), said)

    def test_a_name_that_is_no_text_does_no_harm(self):
        self.assertEqual(advice(raising(ModuleNotFoundError("No module named 5", name=5))), "No module named 5")

    def test_threads_and_processes_are_told_to_be_missing(self):
        self.assertIn("no threads in a browser", advice(raising(RuntimeError("can't start new thread"))))
        absent = ModuleNotFoundError("No module named '_multiprocessing'", name="_multiprocessing")
        self.assertIn("no other processes", advice(raising(absent)))

    def test_a_debugger_that_found_no_input_is_told_to_be_missing(self):
        work = {}
        exec(compile("def work():\n    raise SystemExit(1)\n", "/lib/python314.zip/pdb.py", "exec"), work)
        self.assertEqual(advice(work["work"]), "there is no debugger here; use print(...) instead")

    def test_unittest_at_the_top_level_is_sent_below_main(self):
        work = {}
        exec(compile("def work():\n    raise SystemExit(1)\n", "/lib/python314.zip/unittest/main.py", "exec"), work)
        self.assertIn('move it under `if __name__ == "__main__":`', advice(work["work"]))

    def test_input_and_exit_have_their_sentences(self):
        self.assertIn("no standard input", advice(raising(EOFError("EOF when reading a line"))))
        self.assertIn("return a value instead", advice(raising(SystemExit(3))))

    def test_a_cache_that_is_given_a_list_says_what_to_do(self):
        from edgewise import recursion

        cached = recursion._pure_python_wrapper()(lambda items: 1, None, False, functools._CacheInfo)
        said = advice(lambda: cached([1]))
        self.assertRegex(said, r"^unhashable type: 'list': .*turn lists into tuples")


if __name__ == "__main__":
    unittest.main()
