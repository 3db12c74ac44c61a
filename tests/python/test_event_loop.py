"""asyncio works without Pyodide's bridge: its loops wait for time and for nothing else."""

import asyncio
import time
import unittest
from asyncio import events, runners

from edgewise import event_loop


async def one_after(value, delay=0):
    await asyncio.sleep(delay)
    return value


class Loops(unittest.TestCase):
    def setUp(self):
        names = ("run", "SelectorEventLoop", "EventLoop")
        before = {name: getattr(asyncio, name, None) for name in names}
        policy, running, sleep = events._event_loop_policy, events._get_running_loop(), time.sleep
        on_sigint = runners.Runner._on_sigint

        def put_back():
            for name, value in before.items():
                setattr(asyncio, name, value)
            events._event_loop_policy, time.sleep, runners.Runner._on_sigint = policy, sleep, on_sigint
            events._set_running_loop(running)

        self.addCleanup(put_back)
        event_loop.install()

    def test_what_interviews_ask_for_works(self):
        async def main():
            gathered = await asyncio.gather(*(one_after(value, 0.001) for value in range(3)))
            async with asyncio.TaskGroup() as group:
                task = group.create_task(one_after(7))
            queue = asyncio.Queue()
            await queue.put("item")
            with self.assertRaises(TimeoutError):
                await asyncio.wait_for(asyncio.sleep(60), 0.001)
            return gathered, task.result(), await queue.get()

        self.assertEqual(asyncio.run(main()), ([0, 1, 2], 7, "item"))

    def test_one_run_after_another_works(self):
        self.assertEqual([asyncio.run(one_after(value)) for value in range(3)], [0, 1, 2])

    def test_every_way_to_a_loop_leads_to_a_plain_one(self):
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        self.addCleanup(loop.close)
        self.assertEqual(loop.run_until_complete(one_after(1)), 1)
        with asyncio.Runner(loop_factory=asyncio.EventLoop) as runner:
            self.assertEqual(runner.run(one_after(2)), 2)
        self.assertIsInstance(loop, event_loop.PlainEventLoop)

    def test_a_wait_for_nothing_ends_with_a_sentence(self):
        async def main():
            await asyncio.Event().wait()

        with self.assertRaisesRegex(RuntimeError, "asyncio waits for ever"):
            asyncio.run(main())

    def test_an_interrupt_strikes_at_once(self):
        with self.assertRaises(KeyboardInterrupt):
            runners.Runner()._on_sigint(2, None, main_task=None)

    def test_a_loop_that_was_left_is_forgotten(self):
        loop = asyncio.new_event_loop()
        self.addCleanup(loop.close)
        asyncio.set_event_loop(loop)
        events._set_running_loop(loop)
        event_loop.reset()
        self.assertIsNone(events._get_running_loop())
        self.assertEqual(asyncio.run(one_after(1)), 1)


if __name__ == "__main__":
    unittest.main()
