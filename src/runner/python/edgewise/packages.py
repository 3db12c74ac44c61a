"""Says why a package that candidates know is not there."""

import sys

#: What can be imported beside the standard library, as sentences name it.
AVAILABLE = ("numpy", "sortedcontainers")


class _AbsentPackages:
    """Comes last on ``sys.meta_path``: asked only for what nothing else has found."""

    def __init__(self, sentences):
        self._sentences = sentences

    def find_spec(self, name, path=None, target=None):
        sentence = self._sentences.get(name)
        if sentence is not None:
            raise ModuleNotFoundError(sentence, name=name)
        return None


def explain_absence(sentences):
    """Makes ``import`` of each module fail with its sentence, unless the module can be found. ``sentences``: name to text."""
    sys.meta_path.append(_AbsentPackages(dict(sentences)))
