"""An event loop of plain Python for `asyncio.run`. Pyodide's own goes through its bridge to JavaScript, which is taken away."""

import asyncio
import time
from asyncio import base_events, events, runners

# Pyodide wraps it, to ask its bridge whether it may wait otherwise.
_sleep = getattr(time.sleep, "__wrapped__", time.sleep)


class _Clock:
    """In place of a selector: there are no sockets or pipes, so all that a loop can wait for is time."""

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("asyncio waits for ever: no task can go on, and no timer is set")
        if timeout > 0:
            _sleep(timeout)
        return []


class PlainEventLoop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Clock()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        """Would wake the selector from another thread; there is none."""


class _Policy(getattr(events, "_BaseDefaultEventLoopPolicy", None) or events.BaseDefaultEventLoopPolicy):
    _loop_factory = PlainEventLoop


_policy = _Policy()


def _interrupt(self, signum, frame, main_task):
    raise KeyboardInterrupt  # asyncio's own way, to cancel the task first, waits until the task awaits something


def install():
    """Makes everything in asyncio that starts a loop start a plain one, and `time.sleep` plain too; idempotent."""
    time.sleep = _sleep
    asyncio.run = runners.run
    asyncio.SelectorEventLoop = asyncio.EventLoop = PlainEventLoop
    runners.Runner._on_sigint = _interrupt
    reset()


def reset():
    """No loop is running or set, whatever the case before left."""
    events._event_loop_policy = _policy
    _policy.set_event_loop(None)
    events._set_running_loop(None)
