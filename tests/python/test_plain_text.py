import unittest

from edgewise.plain_text import MAX_NAME, cut, message_of, type_name, visible


class Texts(unittest.TestCase):
    def test_what_acts_on_a_page_is_written_out(self):
        self.assertEqual(visible("a\u202eb\u2066c\x1b[31md\0\r\u2028"), "a\\u202eb\\u2066c\\x1b[31md\\x00\\x0d\\u2028")

    def test_ordinary_text_stays(self):
        for text in ("line\n\tnext", "größer, 日本, 👩‍👩‍👧, עברית", ""):
            self.assertEqual(visible(text), text)

    def test_names_and_messages_are_bounded(self):
        error = type("N" * 1_000_000, (Exception,), {})("m" * 1_000_000)
        self.assertEqual(type_name(error), "N" * MAX_NAME + "...")
        self.assertLess(len(message_of(error)), 2_000)
        self.assertEqual(cut("abc", 3), "abc")

    def test_a_name_and_a_message_are_made_visible(self):
        error = type("E\u202e", (Exception,), {})("m\x07")
        self.assertEqual((type_name(error), message_of(error)), ("E\\u202e", "m\\x07"))


if __name__ == "__main__":
    unittest.main()
