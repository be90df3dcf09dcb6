"""The host's side: cancelling, several jobs at once, what is used."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

import psutil
import pytest

from grader.errors import ExecutionCancelledError
from grader.execution.limits import Limits
from grader.judge.job import Job
from tests.grader.judge.judging import judge, plan, steps

MIB = 1024 * 1024


def test_cancelling_ends_the_job_at_once(engine):
    cancelled = Event()
    threading.Timer(0.5, cancelled.set).start()
    job = Job(
        steps("import time\ntime.sleep(60)", "x = 1"), plan(1, {}), limits=Limits(cell_seconds=60)
    )
    begun = time.monotonic()
    with pytest.raises(ExecutionCancelledError):
        engine.judge(job, cancelled=cancelled)
    assert time.monotonic() - begun < 20


def test_a_warm_process_that_is_killed_costs_nobody_points(engine):
    """The machine's want of memory is no learner's fault: the job is judged again by a new one."""
    before = set(psutil.Process().children(recursive=True))

    def kill_nests():
        for process in before:
            with suppress(psutil.Error):  # other tests' processes may have ended
                if "grader.execution.nest" in process.cmdline():
                    process.kill()

    killing = threading.Timer(0.7, kill_nests)
    killing.start()
    found = judge(engine, "import time\ntime.sleep(1.5)\ndef f(): return 1", "assert f() == 1")
    killing.join()
    assert [one.outcome for one in found.decisions] == ["passed"]


def test_jobs_at_once_do_not_mix(engine):
    def answer(number: int) -> list[str]:
        text = f"import time\nx = {number}\ntime.sleep(0.1)\ndef f(): return {number}"
        found = judge(engine, text, f"assert f() == {number}", f"assert x == {number}")
        return [one.outcome for one in found.decisions]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(answer, range(8))) == [["passed", "passed"]] * 8


def test_one_job_leaves_nothing_for_the_next(engine):
    judge(
        engine,
        "import builtins, numpy\nbuiltins.left = 1\nnumpy.left = 1\nopen('left', 'w').write('x')",
        "x = 1",
    )
    answer = (
        "import builtins, numpy, os\n"
        "found = [hasattr(builtins, 'left'), hasattr(numpy, 'left'), os.path.exists('left')]"
    )
    assert (
        judge(engine, answer, "assert found == [False] * 3", opaque={}).decisions[0].outcome
        == "passed"
    )


def test_memory_limit_is_named(engine):
    limits = Limits(cell_seconds=20, notebook_seconds=40, memory=256 * MIB)
    found = judge(
        engine,
        "def f():\n x = bytearray(2 * 10 ** 9)\n return len(x)",
        "f()",
        "assert 1",
        limits=limits,
    )
    assert found.decisions[0].code == "memory_limit"
    assert found.decisions[0].outcome == "failed"


def test_use_is_measured(engine):
    found = judge(engine, "x = bytearray(60_000_000)\nfor i in range(10 ** 6): pass", "assert 1")
    assert found.cpu_seconds > 0.01
    assert found.seconds > 0.01
    assert found.peak_memory > 40 * MIB


def test_output_is_bounded(engine):
    limits = Limits(cell_seconds=20, notebook_seconds=40, cell_output=10_000)
    found = judge(engine, "print('x' * 10 ** 6)", "assert 1", limits=limits)
    assert len(str(found.runs[0].outputs)) < 20_000


def test_display_of_an_earlier_cell_is_updated(engine):
    found = judge(
        engine, "h = display('old', display_id=True)", "assert 1", visible="h.update('new')"
    )
    assert found.runs[0].outputs[0]["data"]["text/plain"] == "'new'"
