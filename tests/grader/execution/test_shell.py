"""What a `NotebookShell` bounds, refuses and keeps, and where it is other than a kernel on purpose."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import nbformat
import pytest

from grader.bench.notebook_ways import environment
from grader.execution.shell_outputs import Update, updated

CUT = "\n... more output was cut ...\n"
DRIVER = """
import json, os, sys, threading, types
from grader.execution.shell import shell, warm_shell
request = json.load(sys.stdin)
warm_shell()
assert threading.active_count() == 1
answer = os.dup(1)
if os.fork():
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
exec(request["prelude"])
shell().use(globals().get("module"))
rans = [shell().run(cell, seconds=request["seconds"], most_output=request["most"]) for cell in request["cells"]]
fields = [
    {
        "outputs": ran.outputs,
        "count": ran.execution_count,
        "error": ran.error and type(ran.error).__name__,
        "result": repr(ran.result),
        "stopped": ran.stopped,
        "updates": [(u.run, u.output, u.data) for u in ran.updates],
    }
    for ran in rans
]
fields.append(eval(request["then"]))
with open(answer, "w") as stream:
    json.dump(fields, stream)
os._exit(0)
"""


def run(
    *cells: str, seconds: float = 20, most: int = 1 << 20, prelude: str = "", then: str = "None"
) -> list[Any]:
    """Run cells in a fork; the last item is the value of `then` there, after all cells."""
    request = {"cells": cells, "seconds": seconds, "most": most, "prelude": prelude, "then": then}
    done = subprocess.run(
        [sys.executable, "-c", DRIVER],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    answer: list[Any] = json.loads(done.stdout)
    for ran in answer[:-1]:
        cell = nbformat.v4.new_code_cell("x", execution_count=ran["count"])
        cell.outputs = [nbformat.from_dict(output) for output in ran["outputs"]]
        nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))
    return answer


def text_of(ran: dict[str, Any]) -> str:
    return "".join(output.get("text", "") for output in ran["outputs"])


def test_a_cell_ends_at_its_time_and_the_next_one_runs() -> None:
    busy, waiting, swallowing, after, _ = run(
        "print('begun')\nwhile True: pass",
        "import asyncio\nawait asyncio.sleep(60)",
        "while True:\n    try:\n        while True: sum(range(9))\n    except Exception: pass",
        "'fine'",
        seconds=1.5,
    )
    for ran in (busy, waiting, swallowing):
        assert (ran["stopped"], ran["error"]) == ("time_limit", "TimeLimitReached")
        assert ran["outputs"][-1]["ename"] == "TimeLimitReached"
        assert "shell_limits" not in "".join(ran["outputs"][-1]["traceback"])
    assert text_of(busy) == "begun\n"
    assert after["result"] == "'fine'"
    assert not after["stopped"]


def test_a_cell_that_swallows_the_end_of_its_time_hears_of_it_again() -> None:
    ran, _ = run(
        "for attempt in range(3):\n    try:\n        while True: sum(range(9))\n"
        "    except BaseException: pass\nprint(attempt)\nwhile True: pass",
        seconds=0.5,
    )
    assert text_of(ran) == "2\n"
    assert ran["stopped"] == "time_limit"


def test_a_notebook_may_set_its_own_alarm() -> None:
    _, own, ended, _ = run(
        "import signal, time\nsignal.signal(signal.SIGALRM, lambda *_: print('own alarm'));",
        "signal.setitimer(signal.ITIMER_REAL, 0.2); time.sleep(0.5)",
        "signal.setitimer(signal.ITIMER_REAL, 0.2)\nwhile True: pass",
        seconds=2,
    )
    assert text_of(own) == "own alarm\n"
    assert not own["stopped"]
    assert text_of(ended) == "own alarm\n"
    assert ended["stopped"] == "time_limit"


@pytest.mark.parametrize(
    "source",
    [
        "while True: print('x' * 50)",
        "import os\nfor i in range(300_000): os.write(2, b'0123456789')",
        "for i in range(3000): display('y' * 1000)",
        "print('z' * 50_000_000)",
        "import sys\nfor i in range(100_000): print(i, flush=True); print(i, file=sys.stderr, flush=True)",
        "print('量子' * 1_000_000)",
    ],
)
def test_output_is_cut_once(source: str) -> None:
    ran, after, _ = run(f"{source}", "print('next')", seconds=15, most=20_000)
    assert json.dumps(ran["outputs"]).count("more output was cut") == 1
    texts = [
        output.get("text", "") for output in ran["outputs"] if output["output_type"] != "error"
    ]
    kept = sum(len(text.encode()) for text in texts)
    shown = sum(len(json.dumps(output["data"])) for output in ran["outputs"] if "data" in output)
    assert kept + shown < 25_000
    assert 10_000 < len(json.dumps(ran["outputs"], ensure_ascii=False).encode()) < 40_000
    assert text_of(after) == "next\n"


def test_an_endless_printer_needs_no_memory() -> None:
    ran, grown, _ = run(
        "import resource\nbefore = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\nwhile True: print('x' * 10_000)",
        "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before",
        seconds=2,
        most=100_000,
    )
    assert ran["stopped"] == "time_limit"
    assert ran["outputs"][-1]["output_type"] == "error"
    assert int(grown["result"]) < 30_000


def test_errors_and_verdicts_are_kept_when_output_was_cut() -> None:
    ran, huge, _ = run(
        "print('x' * 10_000)\ndisplay({'application/vnd.qampus.verdict+json': {'code': 'late'}}, raw=True)\n1 / 0",
        "raise ValueError('y' * 1_000_000)",
        most=5_000,
    )
    assert [output["output_type"] for output in ran["outputs"]] == [
        "stream",
        "display_data",
        "error",
    ]
    assert ran["outputs"][0]["text"] == "x" * 5_000 + CUT
    assert ran["outputs"][2]["ename"] == "ZeroDivisionError"
    (error,) = huge["outputs"]
    assert error["ename"] == "ValueError"
    assert len(json.dumps(error)) < 50_000
    assert CUT in error["traceback"]


def test_cleared_output_makes_room() -> None:
    ran, _ = run(
        "from IPython.display import clear_output\n"
        "for i in range(100):\n    clear_output(wait=True); print(i, 'x' * 900)",
        most=1_000,
    )
    assert text_of(ran) == f"99 {'x' * 900}\n"


LIMITED = """
import ctypes, resource, tempfile
os.chdir(tempfile.mkdtemp())
resource.setrlimit(resource.RLIMIT_AS, (6 * 10**9, 6 * 10**9))
resource.setrlimit(resource.RLIMIT_FSIZE, (10**6, 10**6))
resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
if os.geteuid() == 0:  # root may have any number of processes: keep no more of it than reading files needs
    os.setresuid(54321, 0, 0)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    capabilities = (ctypes.c_uint32 * 6)(6, 6)
    assert ctypes.CDLL(None).capset(head, capabilities) == 0
"""


@pytest.mark.parametrize(
    ("source", "stopped"),
    [
        ("x = [bytes(10**9) for _ in range(100)]", "memory_limit"),
        ("open('/dev/full', 'w', buffering=1).write('x\\n')", "disk_limit"),
        ("open('big', 'wb').write(bytes(10**7))", "disk_limit"),
        ("import os; os.fork()", "process_limit"),
        ("import subprocess; subprocess.run(['true'])", "process_limit"),
        ("import threading; threading.Thread(target=print).start()", "process_limit"),
        ("raise OSError(11, 'not about processes')", ""),
        ("raise RuntimeError('an ordinary error')", ""),
        ("try:\n    x = bytes(10**12)\nexcept MemoryError: pass", ""),
    ],
)
def test_a_limit_that_ended_a_cell_is_named(source: str, stopped: str) -> None:
    ran, _ = run(source, prelude=LIMITED)
    assert ran["stopped"] == stopped


MISSING = """
class Names(dict):
    def __missing__(self, name):
        if name == "remote":
            return lambda: "from afar"
        raise KeyError(name)
class Module(types.ModuleType):
    __dict__ = property(lambda self: self.names)
    def __init__(self):
        super().__init__("__main__")
        self.names = Names(__name__="__main__")
module = Module()
"""


def test_a_namespace_may_have_names_that_it_makes_when_asked() -> None:
    rans = run(
        "remote()",
        "def f():\n    return remote(), len('abc')\nf()",
        "async def g():\n    return remote()\nawait g()",
        "[remote() for _ in range(2)]",
        "nobody",
        "print(_, _1)",
        "%time remote()",
        "remote = 5\nremote",
        "import sys; sys.modules['__main__'].__dict__ is globals(), __name__",
        prelude=MISSING,
    )
    assert [ran["result"] for ran in rans[:4]] == [
        "'from afar'",
        "('from afar', 3)",
        "'from afar'",
        "['from afar', 'from afar']",
    ]
    assert rans[4]["error"] == "NameError"
    assert text_of(rans[5]) == "['from afar', 'from afar'] from afar\n"
    assert rans[6]["result"] == "'from afar'"
    assert rans[7]["result"] == "5"
    assert rans[8]["result"] == "(True, '__main__')"


def test_after_exit_no_cell_runs() -> None:
    before, leaving, after, _ = run("1", "exit()\nprint('still')", "2")
    assert before["count"] == 1
    assert (leaving["stopped"], leaving["error"], text_of(leaving)) == ("", None, "still\n")
    assert (after["stopped"], after["count"], after["outputs"]) == ("died", 0, [])
    _, goes_on, _ = run("exit(keep_kernel=True)", "2")
    assert goes_on["result"] == "2"


def test_what_is_no_text_becomes_valid_output() -> None:
    surrogates, keys, listed, metadata, _ = run(
        "print('\\ud800'); display({'text/plain': '\\udc80'}, raw=True)\nraise ValueError('\\ud800')",
        "display({'application/json': {'a': float('nan')}, 5: 'number'}, raw=True)",
        "display({'text/plain': ['a', 'b'], 'text/html': {'k': 1}}, raw=True)",
        "display('x', metadata={'k': {1: (2,)}})",
    )
    assert text_of(surrogates) == "?\n"
    assert surrogates["outputs"][1]["data"] == {"text/plain": "?"}
    assert surrogates["outputs"][2]["evalue"] == "?"
    assert keys["outputs"][0]["data"] == {"application/json": {"a": "nan"}, "5": "number"}
    assert listed["outputs"][0]["data"] == {"text/plain": ["a", "b"], "text/html": '{"k": 1}'}
    assert metadata["outputs"][0]["metadata"] == {"k": {"1": [2]}}


def test_a_call_is_as_a_cell_would_make_it() -> None:
    prelude = """
def call(name, seconds=5):
    try:
        return repr(shell().apply(shell().user_ns[name], seconds=seconds))
    except BaseException as error:
        return type(error).__name__
"""
    *_, values = run(
        "import decimal, asyncio\ndecimal.getcontext().prec = 5",
        "def third(): print('dropped'); return decimal.Decimal(1) / 3\n"
        "async def asleep(): await asyncio.sleep(60)\n"
        "async def later(): await asyncio.sleep(0.01); return 'awaited'\n"
        "def endless():\n    while True: pass\n"
        "def broken(): 1 / 0\n"
        "def in_loop(): return asyncio.get_running_loop() is not None",
        prelude=prelude,
        then="[call('third'), call('later'), call('endless', 0.3), call('broken'), call('in_loop')]"
        " + [call('asleep', 0.3)]"
        " + [shell().run('1', seconds=5, most_output=100).outputs]",
    )
    assert values[:6] == [
        "Decimal('0.33333')",
        "'awaited'",
        "TimeLimitReached",
        "ZeroDivisionError",
        "True",
        "TimeLimitReached",
    ]
    assert [output["output_type"] for output in values[6]] == ["execute_result"]


def test_updates_name_the_run_and_the_output() -> None:
    rans = run(
        "print('a'); display('old', display_id='d')",
        "from IPython.display import update_display\nupdate_display('new', display_id='d')",
        "display('newest', display_id='d')",
    )
    assert rans[1]["updates"] == [[0, 1, {"text/plain": "'new'"}]]
    assert rans[2]["updates"] == [[0, 1, {"text/plain": "'newest'"}]]
    outputs = [ran["outputs"] for ran in rans[:3]]
    updated(outputs, [Update(*update, {}) for update in rans[2]["updates"]])
    assert outputs[0][1]["data"] == {"text/plain": "'newest'"}


def test_a_strangers_updates_reach_no_other_output() -> None:
    outputs = [[{"output_type": "stream", "name": "stdout", "text": "a"}]]
    updated(outputs, [Update(run, 0, {"text/plain": "b"}, {}) for run in (-1, 0, 7)])
    updated(outputs, [Update(0, output, {"text/plain": "b"}, {}) for output in (-1, 5)])
    assert outputs == [[{"output_type": "stream", "name": "stdout", "text": "a"}]]


def test_a_cell_costs_little_beyond_its_own_time() -> None:
    *_, seconds = run(
        *["x = 1"] * 20,
        then="min(__import__('timeit').repeat(repeat=50, number=1,"
        " stmt=lambda: shell().run('x = 1', seconds=5, most_output=100)))",
    )
    assert seconds < 0.005  # 0.3 ms on an idle machine
