import importlib
import sys
import unittest

from edgewise.packages import explain_absence


class AbsentPackages(unittest.TestCase):
    def setUp(self):
        before = list(sys.meta_path)
        self.addCleanup(lambda: sys.meta_path.__setitem__(slice(None), before))
        explain_absence({"nowhere_to_be_found": "It is not here: look elsewhere.", "math": "never said"})

    def test_an_import_fails_with_the_sentence(self):
        for name in ("nowhere_to_be_found", "nowhere_to_be_found.inner"):
            with self.subTest(name), self.assertRaises(ModuleNotFoundError) as caught:
                importlib.import_module(name)
            self.assertEqual(str(caught.exception), "It is not here: look elsewhere.")
            self.assertEqual(caught.exception.name, "nowhere_to_be_found")

    def test_what_can_be_found_is_imported(self):
        sys.modules.pop("colorsys", None)
        self.assertEqual(importlib.import_module("colorsys").__name__, "colorsys")
        self.assertEqual(importlib.import_module("math").sqrt(4), 2)

    def test_other_absent_modules_keep_their_own_message(self):
        with self.assertRaisesRegex(ModuleNotFoundError, "No module named 'never_heard_of_it'"):
            importlib.import_module("never_heard_of_it")


if __name__ == "__main__":
    unittest.main()
