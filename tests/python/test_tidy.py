"""What one case sets for the whole interpreter is gone when the next one starts."""

import decimal
import gc
import io
import logging
import multiprocessing
import sys
import unittest
import warnings

from edgewise import tidy


class BetweenCases(unittest.TestCase):
    def setUp(self):
        tidy.remember()

    def test_handlers_of_loggers_are_gone_and_a_later_case_may_set_its_own(self):
        for name in (None, "candidate.part"):
            with self.subTest(name):
                first, second = io.StringIO(), io.StringIO()
                logger = logging.getLogger(name)
                for stream in (first, second):
                    logger.addHandler(logging.StreamHandler(stream))
                    logger.setLevel(logging.DEBUG)
                    logger.info("seen")
                    tidy.restore()
                self.assertEqual((first.getvalue(), second.getvalue()), ("seen\n", "seen\n"))
                self.assertEqual(logger.handlers, [])
                self.assertFalse(logger.isEnabledFor(logging.INFO))

    def test_logging_that_was_set_up_is_set_up_again(self):
        streams = [io.StringIO(), io.StringIO()]
        for stream in streams:
            logging.basicConfig(level=logging.INFO, stream=stream)
            logging.disable(logging.NOTSET)
            logging.info("seen")
            tidy.restore()
        self.assertEqual([stream.getvalue() for stream in streams], ["INFO:root:seen\n"] * 2)

    def test_tracing_and_profiling_are_over(self):
        before = sys.gettrace(), sys.getprofile()
        sys.settrace(lambda *_: None)
        sys.setprofile(lambda *_: None)
        tidy.restore()
        self.assertEqual((sys.gettrace(), sys.getprofile()), before)

    @unittest.skipIf(sys.version_info < (3, 12), "sys.monitoring is new in 3.12")
    def test_tools_that_watch_are_gone(self):
        for _ in range(2):
            sys.monitoring.use_tool_id(sys.monitoring.PROFILER_ID, "of a candidate")
            sys.monitoring.set_events(sys.monitoring.PROFILER_ID, sys.monitoring.events.CALL)
            tidy.restore()
        self.assertIsNone(sys.monitoring.get_tool(sys.monitoring.PROFILER_ID))

    def test_filters_of_warnings_are_as_before(self):
        before = list(warnings.filters)
        warnings.simplefilter("error")
        tidy.restore()
        self.assertEqual(warnings.filters, before)

    def test_the_start_method_of_processes_may_be_set_again(self):
        method = multiprocessing.get_all_start_methods()[0]
        for _ in range(2):
            multiprocessing.set_start_method(method)
            tidy.restore()

    def test_decimal_recursion_and_collection_are_as_before(self):
        limit = sys.getrecursionlimit()
        decimal.getcontext().prec = 3
        sys.setrecursionlimit(limit + 77)
        gc.disable()
        tidy.restore()
        self.assertEqual((decimal.getcontext().prec, sys.getrecursionlimit(), gc.isenabled()), (28, limit, True))

    def test_how_often_garbage_is_collected_is_as_before(self):
        before = gc.get_threshold()
        gc.set_threshold(1)
        tidy.restore()
        self.assertEqual(gc.get_threshold(), before)

    def test_what_cannot_be_put_right_does_no_harm(self):
        before = warnings.filters
        self.addCleanup(setattr, warnings, "filters", before)
        warnings.filters = None
        gc.disable()
        tidy.restore()
        self.assertTrue(gc.isenabled())


if __name__ == "__main__":
    unittest.main()
