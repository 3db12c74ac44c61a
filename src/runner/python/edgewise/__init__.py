"""The Python side of the runner: calls a candidate's function and reports what happened. It never sees an expected value."""
