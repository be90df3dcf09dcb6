from __future__ import annotations

import contextlib
import os
import threading
import time
from pathlib import Path

import nbformat
import pytest

from grader.errors import ExecutionCancelledError, SandboxUnavailableError
from grader.execution import KERNEL_DIED, TIME_LIMIT, Limits, execute, open_sandbox, refuse
from grader.execution.sandbox import find_bwrap

SHORT = Limits(cell_seconds=2, notebook_seconds=12)


@pytest.fixture(scope="module")
def walls(sandbox):
    with open_sandbox() as walls:
        yield walls


def notebook(*sources):
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in sources])


def texts(executed):
    return [
        "".join(
            output.get("text", "") or output.get("data", {}).get("text/plain", "")
            for output in cell.outputs
        )
        for cell in executed.notebook.cells
    ]


def errors(executed):
    return [
        [output.ename for output in cell.outputs if output.output_type == "error"]
        for cell in executed.notebook.cells
    ]


def test_outputs_are_those_of_a_kernel_and_an_error_ends_its_cell_alone(walls):
    executed = execute(
        notebook("print('a')\n6 * 7", "1 / 0", "%time\nawait __import__('asyncio').sleep(0, 'b')"),
        walls,
    )
    assert texts(executed)[0] == "a\n42"
    assert errors(executed) == [[], ["ZeroDivisionError"], []]
    assert texts(executed)[2].endswith("'b'")
    assert [cell.execution_count for cell in executed.notebook.cells] == [1, 2, 3]
    assert not executed.stopped


def test_kernel_gets_language_and_grading_and_nothing_of_the_graders_environment(
    walls, monkeypatch
):
    monkeypatch.setenv("QAMPUS_TOKEN", "geheim")
    code = "import os; print(os.environ['QAMPUS_LANGUAGE'], os.environ['QAMPUS_GRADING'], 'QAMPUS_TOKEN' in os.environ)"
    assert texts(execute(notebook(code), walls, language="ko")) == ["ko 1 False\n"]


def test_files_lie_beside_the_notebook(walls):
    files = {"data.txt": b"12", "sub/more.txt": b"30"}
    code = "int(open('data.txt').read()) + int(open('sub/more.txt').read())"
    assert texts(execute(notebook(code), walls, files=files)) == ["42"]


def test_checks_and_simulators_are_there(walls):
    code = (
        "from qiskit import QuantumCircuit\nfrom qiskit_aer import AerSimulator\n"
        "from grader.checks import assert_same_state\n"
        "qc = QuantumCircuit(1); qc.h(0)\nassert_same_state(qc, '(|0> + |1>)/√2')\n"
        "qc.measure_all(); sum(AerSimulator().run(qc, shots=10).result().get_counts().values())"
    )
    assert texts(execute(notebook(code), walls)) == ["10"]


def test_pictures_are_kept(walls):
    code = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    executed = execute(notebook(code), walls)
    assert "image/png" in executed.notebook.cells[0].outputs[-1].data
    assert "Matplotlib is building" not in texts(executed)[0]


def test_endless_loop_is_stopped_and_the_next_cell_runs(walls):
    executed = execute(notebook("while True: pass", "print('on')"), walls, limits=SHORT)
    assert executed.stopped == {0: TIME_LIMIT}
    assert errors(executed)[0][-1] == "TimeLimitError"
    assert texts(executed)[1] == "on\n"


def test_a_cell_that_will_not_be_interrupted_ends_the_notebook(walls):
    stubborn = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"
    begun = time.monotonic()
    executed = execute(notebook(stubborn, "print('never')"), walls, limits=SHORT)
    assert executed.stopped == {0: TIME_LIMIT, 1: TIME_LIMIT}
    assert errors(executed)[1] == ["TimeLimitError"]
    assert time.monotonic() - begun < 60


def test_os_exit_kills_the_kernel_and_no_later_cell_looks_as_if_it_ran(walls):
    executed = execute(notebook("1", "import os; os._exit(0)", "assert False"), walls)
    assert executed.stopped == {1: KERNEL_DIED, 2: KERNEL_DIED}
    assert errors(executed) == [[], ["KernelDiedError"], ["KernelDiedError"]]


def test_killing_everything_in_sight_fails_the_notebook_and_harms_nobody(walls):
    code = "import os, signal\nos.kill(-1, signal.SIGKILL)"
    executed = execute(notebook(code, "assert False"), walls, limits=SHORT)
    assert set(executed.stopped) == {0, 1}
    assert all(errors(executed))


def test_fork_bomb_ends_with_the_sandbox(walls):
    bomb = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    executed = execute(notebook(bomb), walls, limits=Limits(cell_seconds=2, notebook_seconds=6))
    assert executed.stopped
    assert texts(execute(notebook("print('well')"), walls)) == ["well\n"]


def test_processes_are_counted(walls):
    code = (
        "import os, time\nchildren = 0\ntry:\n    for _ in range(500):\n"
        "        if os.fork() == 0:\n            time.sleep(30); os._exit(0)\n        children += 1\n"
        "except OSError: pass\nprint(children)"
    )
    executed = execute(notebook(code), walls, limits=Limits(processes=40))
    assert 0 < int(texts(executed)[0]) < 40


def test_memory_is_bounded(walls):
    executed = execute(notebook("x = bytearray(8 << 30)"), walls)
    assert errors(executed)[0] in (["MemoryError"], ["KernelDiedError"])


def test_written_files_are_bounded(walls):
    code = "for n in range(20):\n    open(f'/tmp/{n}', 'wb').write(bytes(10 << 20))"
    assert errors(execute(notebook(code), walls)) == [["OSError"]]


def test_huge_output_is_cut_and_the_error_after_it_kept(walls):
    executed = execute(notebook("for _ in range(3000): print('x' * 1000)\n1 / 0", "2"), walls)
    assert len(texts(executed)[0]) < 1_100_000
    assert "more output was cut" in texts(executed)[0]
    assert errors(executed)[0] == ["ZeroDivisionError"]
    assert texts(executed)[1] == "2"


def test_what_no_file_can_hold_is_replaced(walls):
    code = (
        "from IPython.display import display\nprint('\\ud800')\n"
        "display({'application/json': {'x': float('inf')}}, raw=True)"
    )
    executed = execute(notebook(code, "3"), walls)
    nbformat.writes(executed.notebook).encode()
    assert texts(executed)[1] == "3"


@pytest.mark.parametrize(
    "path",
    [
        str(Path(__file__).resolve().parents[3] / "pyproject.toml"),
        str(Path(__file__).resolve().parents[3] / "exercises"),
        str(Path.home()),
        "/etc/passwd",
        "/var",
    ],
)
def test_nothing_of_the_machine_is_there(walls, path):
    code = f"import os; print(os.path.exists({path!r}) and os.listdir({path!r}))"
    shown = texts(execute(notebook(code), walls))[0]
    # a folder on the way to Python exists, and holds nothing but that way
    assert "False" in shown or all(name.startswith(".") for name in eval(shown))


def test_there_is_no_network_and_no_foreign_process(walls):
    code = (
        "import os, socket\n"
        "print([name for _, name in socket.if_nameindex()])\n"
        "print(len([name for name in os.listdir('/proc') if name.isdigit()]))"
    )
    interfaces, processes = texts(execute(notebook(code), walls))[0].splitlines()
    assert interfaces == "['lo']"
    assert int(processes) <= 5


def test_system_and_python_are_read_only(walls):
    code = (
        "import sys, os, qiskit\nfailed = 0\n"
        "for folder in ['/', '/usr', '/etc', '/opt/qampus', sys.prefix, os.path.dirname(qiskit.__file__)]:\n"
        "    try: open(os.path.join(folder, 'x'), 'w')\n"
        "    except OSError: failed += 1\n"
        "print(failed, os.getuid() == 0)"
    )
    assert texts(execute(notebook(code), walls)) == ["6 False\n"] or os.geteuid() != 0
    assert texts(execute(notebook(code), walls))[0].startswith("6 ")


def test_answering_process_is_out_of_reach(walls):
    code = (
        "import os\nparent = os.getppid()\n"
        "try: print(os.listdir(f'/proc/{parent}/fd'))\n"
        "except PermissionError: print('no')"
    )
    assert texts(execute(notebook(code), walls)) == ["no\n"]


def test_tags_do_not_skip_cells(walls):
    book = notebook("1", "assert False")
    book.cells[1].metadata.tags = ["skip-execution", "raises-exception"]
    assert errors(execute(book, walls))[1] == ["AssertionError"]


def commands():
    """Return the command lines of all processes of this machine."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            yield path.read_bytes()


def test_no_process_is_left(walls):
    code = "import subprocess; subprocess.Popen(['sleep', '987'], start_new_session=True)"
    executed = execute(notebook(code), walls)
    assert not executed.stopped
    deadline = time.monotonic() + 5  # the kernel takes the sandbox down a moment after its answer
    while b"sleep\x00987\x00" in commands() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert b"sleep\x00987\x00" not in commands()


def test_cancelling_ends_it_soon(walls):
    cancelled = threading.Event()
    threading.Timer(1.0, cancelled.set).start()
    begun = time.monotonic()
    with pytest.raises(ExecutionCancelledError):
        execute(notebook("import time; time.sleep(60)"), walls, cancelled=cancelled)
    assert time.monotonic() - begun < 10


def test_two_sandboxes_know_nothing_of_each_other(walls):
    code = "open('/tmp/left', 'w').write('x'); import os; os.listdir('/tmp')"
    execute(notebook(code), walls)
    assert "left" not in texts(execute(notebook("import os; os.listdir('/tmp')"), walls))[0]


def test_refused_notebook_has_an_error_in_each_code_cell():
    assert errors(refuse(notebook("1", "2"))) == [["NotExecutedError"], ["NotExecutedError"]]


def test_input_is_not_changed(walls):
    book = notebook("print(1)")
    before = nbformat.writes(book)
    execute(book, walls)
    assert nbformat.writes(book) == before


def test_without_bubblewrap_one_message_says_what_to_do(tmp_path):
    with pytest.raises(SandboxUnavailableError, match="apt install bubblewrap"):
        find_bwrap(str(tmp_path))


def test_an_old_bubblewrap_is_refused(tmp_path):
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\necho bubblewrap 0.6.1\n")
    program.chmod(0o755)
    with pytest.raises(SandboxUnavailableError, match=r"0\.7 or newer, got bubblewrap 0\.6\.1"):
        find_bwrap(str(tmp_path))


def test_forbidden_namespaces_are_said_with_the_remedy(tmp_path, monkeypatch):
    program = tmp_path / "bwrap"
    program.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && echo bubblewrap 0.9.0 && exit\n'
        "echo 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with (
        pytest.raises(SandboxUnavailableError, match=r"uid map.*AppArmor.*userns"),
        open_sandbox(),
    ):
        pass


def test_unsafe_runs_without_walls():
    with open_sandbox(unsafe_no_sandbox=True) as bare:
        executed = execute(notebook("import os; print(os.path.exists('/etc/passwd'))"), bare)
    assert texts(executed) == ["True\n"]
    assert bare.name == "no sandbox"
