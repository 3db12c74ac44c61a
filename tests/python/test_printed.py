"""What is printed: kept up to a cap, counted beyond it, refused past the limit."""

import contextlib
import io
import unittest

from edgewise.printed import KEPT_CHARACTERS, PRINTED_LIMIT, NoInput, OutputLimitExceeded, Printed


class Printing(unittest.TestCase):
    def test_text_is_kept_as_it_was_printed(self):
        out = Printed()
        print("a", 1, sep="-", end="!\n", file=out, flush=True)
        out.writelines(["b", "\n"])
        self.assertEqual((out.text(), out.dropped, out.total), ("a-1!\nb\n", 0, 7))

    def test_write_tells_how_much_was_written(self):
        out = Printed()
        self.assertEqual(out.write("abc"), 3)
        out.write("x" * KEPT_CHARACTERS)
        self.assertEqual(out.write("abc"), 3)

    def test_only_the_beginning_is_kept_and_the_rest_is_counted(self):
        out = Printed()
        for _ in range(KEPT_CHARACTERS // 7 + 100):
            out.write("1234567")
        self.assertEqual(len(out.text()), KEPT_CHARACTERS)
        self.assertEqual(
            out.text() + "x" * out.dropped,
            (out.text()[:7] * (out.total // 7 + 1))[:KEPT_CHARACTERS] + "x" * out.dropped,
        )
        self.assertEqual(len(out.text()) + out.dropped, out.total)

    def test_one_write_across_the_cap_is_split_exactly(self):
        out = Printed()
        out.write("a" * (KEPT_CHARACTERS - 1))
        out.write("bcd")
        self.assertEqual(out.text()[-2:], "ab")
        self.assertEqual(out.dropped, 2)

    def test_exactly_the_limit_is_allowed_and_one_more_is_not(self):
        out = Printed()
        out.write("x" * PRINTED_LIMIT)
        self.assertFalse(out.limit_exceeded)
        with self.assertRaises(OutputLimitExceeded):
            out.write("y")
        self.assertTrue(out.limit_exceeded)
        self.assertEqual(out.total, PRINTED_LIMIT + 1)

    def test_every_write_past_the_limit_raises_again(self):
        out = Printed()
        for _ in range(3):
            with self.assertRaises(OutputLimitExceeded):
                out.write("x" * (PRINTED_LIMIT + 1))

    def test_code_that_catches_exceptions_does_not_catch_the_limit(self):
        self.assertFalse(issubclass(OutputLimitExceeded, Exception))

    def test_endless_printing_of_nothing_keeps_nothing(self):
        out = Printed()
        for _ in range(1000):
            out.write("")
        self.assertEqual((out.text(), out.total), ("", 0))

    def test_a_write_of_bytes_is_refused_as_python_refuses_it(self):
        with self.assertRaisesRegex(TypeError, "must be str, not bytes"):
            Printed().write(b"a")

    def test_it_is_a_stream_as_libraries_expect_one(self):
        out = Printed()
        self.assertIsInstance(out, io.TextIOBase)
        self.assertTrue(out.writable())
        self.assertFalse(out.isatty())
        self.assertEqual(out.encoding, "utf-8")
        with contextlib.redirect_stdout(out):
            print("\ud800")
        self.assertEqual(out.text(), "\ud800\n")

    def test_text_that_lies_about_its_length_is_counted_and_kept_as_what_it_is(self):
        class Sly(str):
            def __len__(self):
                return 0

            def __getitem__(self, index):
                return self

        out = Printed()
        with self.assertRaises(OutputLimitExceeded):
            for _ in range(10):
                out.write(Sly("x" * (PRINTED_LIMIT // 4)))
        self.assertEqual(out.text(), "x" * KEPT_CHARACTERS)

    def test_what_is_put_where_the_text_is_kept_is_cut(self):
        out = Printed()
        out._parts = ["x" * 10 * KEPT_CHARACTERS]
        self.assertEqual(len(out.text()), KEPT_CHARACTERS)


class Bytes(unittest.TestCase):
    def test_bytes_arrive_as_text_however_they_are_split(self):
        out = Printed()
        for byte in "é日\n".encode():
            self.assertEqual(out.buffer.write(bytes([byte])), 1)
        out.buffer.write(b"\xff|")
        self.assertEqual(out.text(), "é日\n\\xff|")

    def test_bytes_count_towards_the_limit(self):
        out = Printed()
        with self.assertRaises(OutputLimitExceeded):
            out.buffer.write(b"x" * (PRINTED_LIMIT + 1))

    def test_a_wrapper_around_them_writes_and_takes_nothing_along_when_it_goes(self):
        out = Printed()
        wrapper = io.TextIOWrapper(out.buffer, encoding="utf-8")
        print("é", file=wrapper)
        del wrapper
        out.buffer.write(b"more")
        self.assertEqual(out.text(), "é\nmore")

    def test_the_streams_are_what_programs_ask_for_when_they_start(self):
        for stream, fd, name in ((Printed(), 1, "<stdout>"), (Printed(2), 2, "<stderr>"), (NoInput(), 0, "<stdin>")):
            with self.subTest(name):
                stream.reconfigure(encoding="utf-8", line_buffering=True)
                self.assertEqual((stream.fileno(), stream.buffer.fileno()), (fd, fd))
                self.assertEqual((stream.name, stream.isatty(), stream.encoding), (name, False, "utf-8"))

    def test_there_is_nothing_to_read(self):
        stdin = NoInput()
        self.assertEqual((stdin.read(), stdin.readline(), list(stdin)), ("", "", []))
        self.assertEqual((stdin.buffer.readline(), stdin.buffer.raw.read()), (b"", b""))
        self.assertEqual(io.TextIOWrapper(stdin.buffer).read(), "")


if __name__ == "__main__":
    unittest.main()
