"""The warm process: what a fork gets, what bounds it, how it ends."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from grader.errors import (
    ExecutionError,
    FileNameError,
    SandboxUnavailableError,
    WarmProcessLostError,
)
from grader.execution.limits import MIB, Limits
from grader.execution.sandbox import Sandbox, open_sandbox
from grader.execution.warm import Warm
from tests.grader.execution.warm_forks import WithEntry, answer_on, forked, result_of, run

SMALL = Limits(memory=300 * MIB, processes=16, written=4 * MIB)


@pytest.fixture(scope="module")
def walls(sandbox):
    with open_sandbox() as opened:
        yield WithEntry(opened.bwrap, opened.cache)


@pytest.fixture(scope="module")
def warm(walls):
    with Warm(walls, "learner") as warm:
        yield warm


def processes_of_nests():
    return [
        process
        for process in psutil.Process().children(recursive=True)
        if process.status() != psutil.STATUS_ZOMBIE
        and "grader.execution.nest" in " ".join(process.cmdline())
    ]


def gone(processes, seconds=20):
    return not psutil.wait_procs(processes, timeout=seconds)[1]


def test_a_fork_gets_its_files_language_home_and_warm_libraries(warm):
    result, usage = run(
        warm,
        """
        import os, sys
        result = [open("data.txt").read(), open("sub/more.txt").read(), os.getcwd(), os.getuid() != 0,
                  os.environ["QAMPUS_LANGUAGE"], sorted(os.listdir()), "qiskit_aer" in sys.modules]
        open("written.txt", "w").write("x")
        open(os.path.expanduser("~/in_home.txt"), "w").write("x")
        """,
        language="ko",
        files={"data.txt": b"12", "sub/more.txt": b"30"},
    )
    assert result == ["12", "30", "/tmp/work", True, "ko", ["data.txt", "sub"], True]
    assert usage.stopped == ""


def test_channels_arrive_in_order(warm):
    first, inside_first = socket.socketpair()
    second, inside_second = socket.socketpair()
    third, inside_third = socket.socketpair()
    fork = warm.fork("warm_entry:serve", [inside_first, inside_second, inside_third])
    for one in (inside_first, inside_second, inside_third):
        one.close()
    first.sendall(b"\"others[0].sendall(b'2'); others[1].sendall(b'3')\"\n")
    assert (second.recv(1), third.recv(1)) == (b"2", b"3")
    assert fork.wait(30).stopped == ""
    for one in (first, second, third):
        one.close()


def test_forks_share_no_state_and_no_random_numbers(warm):
    source = """
        import random, numpy, qiskit, os
        result = [hasattr(qiskit, "mark"), random.random(), numpy.random.rand(), os.environ.get("MARK")]
        qiskit.mark = os.environ["MARK"] = "1"
        """
    one, other = result_of(warm, source), result_of(warm, source)
    assert (one[0], other[0]) == (False, False)
    assert (one[3], other[3]) == (None, None)
    assert one[1] != other[1]
    assert one[2] != other[2]


def test_libraries_work_with_proc_covered(warm):
    result = result_of(
        warm,
        """
        import ctypes, os, subprocess, threading
        import matplotlib.pyplot as plt
        from qiskit import QuantumCircuit, transpile
        from qiskit_aer import AerSimulator
        circuit = QuantumCircuit(2)
        circuit.h(0)
        circuit.cx(0, 1)
        circuit.measure_all()
        simulator = AerSimulator()
        counts = simulator.run(transpile(circuit, simulator), shots=50).result().get_counts()
        circuit.draw("mpl").savefig("circuit.png")
        plt.plot([1, 2])
        plt.savefig("plot.png")
        compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda a, b: 0)
        ctypes.CDLL(None).qsort((ctypes.c_int * 2)(2, 1), 2, 4, compare)
        thread = threading.Thread(target=str)
        thread.start()
        thread.join()
        leader, follower = os.openpty()
        shell = subprocess.run("echo $HOME | cat", shell=True, capture_output=True, text=True)
        result = [sum(counts.values()), os.path.getsize("circuit.png") > 1000, shell.stdout,
                  os.ttyname(follower).startswith("/dev/pts/") if os.path.isdir("/proc/self") else os.isatty(follower)]
        """,
    )
    assert result == [50, True, "/tmp/home\n", True]


def test_what_the_walls_mount_below_tmp_stays(walls):
    """A virtual environment may lie there."""

    class Below(WithEntry):
        def command(self, limits, *arguments):
            command = super().command(limits, *arguments)
            at = command.index("--remount-ro")
            mount = ["--perms", "0755", "--dir", "/tmp/a b"]
            mount += ["--ro-bind", str(Path(__file__).parent), "/tmp/a b/한글"]
            return command[:at] + mount + command[at:]

    with Warm(Below(walls.bwrap, walls.cache), "learner") as warm:
        result = result_of(
            warm,
            """
            import os
            result = [os.path.exists("/tmp/a b/한글/warm_entry.py"), os.listdir("/tmp/a b")]
            open("/tmp/of my own", "w").close()
            try:
                open("/tmp/a b/한글/warm_entry.py", "a").close()
            except OSError as error:
                result.append(error.errno)
            """,
        )
    assert result[:2] == [True, ["한글"]]
    assert result[2] in (errno.EACCES, errno.EROFS)


def test_signals_reach_python(warm):
    result = result_of(
        warm,
        """
        import signal, os, time
        seen = []
        signal.signal(signal.SIGALRM, lambda *_: seen.append("alarm"))
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        time.sleep(0.2)
        try:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(1)
        except KeyboardInterrupt:
            seen.append("interrupt")
        result = [seen, sorted(signal.pthread_sigmask(signal.SIG_BLOCK, ()))]
        """,
    )
    assert result == [["alarm", "interrupt"], []]


@pytest.mark.parametrize("source", ["import os; os._exit(3)", "import os; os.abort()"])
def test_a_fork_that_ends_by_itself_has_died(warm, source):
    assert run(warm, source)[1].stopped == "died"


def test_usage_tells_processor_time_and_memory(warm):
    _, idle = run(warm, "pass")
    _, busy = run(
        warm,
        """
        import time
        block = bytearray(200 << 20)
        until = time.process_time() + 0.3
        while time.process_time() < until: pass
        """,
    )
    assert idle.peak_memory < 100 * MIB < 200 * MIB <= busy.peak_memory < 300 * MIB
    assert idle.cpu_seconds < 0.3 <= busy.cpu_seconds


def test_one_process_is_told_that_memory_is_used_up(warm):
    result, usage = run(
        warm,
        """
        try:
            block = bytearray(400 << 20)
            result = "got it"
        except MemoryError:
            result = "refused"
        """,
        limits=SMALL,
    )
    assert (result, usage.stopped) == ("refused", "")


HOLDERS = """
    import os, time
    for _ in range(4):
        if os.fork() == 0:
            block = {block}
            time.sleep(60)
            os._exit(0)
    time.sleep(60)
    """


@pytest.mark.parametrize(
    "block",
    [
        "bytearray(os.urandom(1 << 20)) * 120",
        "__import__('mmap').mmap(-1, 120 << 20); [block.write(bytes(1 << 20)) for _ in range(120)]",
    ],
)
def test_memory_of_all_processes_together_is_bounded(warm, block):
    _, usage = run(warm, HOLDERS.format(block=block), limits=SMALL)
    assert usage.stopped == "memory_limit"
    assert usage.peak_memory > 300 * MIB


def test_memory_that_processes_share_counts_once(warm):
    result, usage = run(
        warm,
        """
        import os, time
        block = bytearray(os.urandom(1 << 20)) * 150
        for _ in range(5):
            if os.fork() == 0:
                time.sleep(1)
                os._exit(0)
        time.sleep(1.2)
        result = "alive"
        """,
        limits=SMALL,
    )
    assert (result, usage.stopped) == ("alive", "")


@pytest.mark.parametrize(
    "source",
    [
        "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
        "import threading, time\nwhile True:\n"
        "    try: threading.Thread(target=time.sleep, args=(60,)).start()\n"
        "    except (RuntimeError, MemoryError): pass",
    ],
)
def test_a_bomb_of_processes_or_threads_ends_at_the_limit(warm, source):
    _, usage = run(warm, source, limits=Limits(processes=16))
    assert usage.stopped == "process_limit"


def test_the_number_of_processes_never_exceeds_the_limit(warm):
    source = """
        import os, time
        count = 0
        try:
            while count < 100:
                if os.fork() == 0:
                    time.sleep(60)
                    os._exit(0)
                count += 1
        except BlockingIOError:
            channel.sendall(b'{"result": %d}' % count)
        time.sleep(60)
        """
    assert result_of(warm, source, limits=Limits(processes=16)) == 15


def test_what_is_written_is_bounded_in_all_folders_together(warm):
    result, usage = run(
        warm,
        """
        import os
        total, refused = 0, 0
        for folder in ("/tmp", "/dev/shm", os.path.expanduser("~"), "."):
            for number in range(4):
                try:
                    with open(f"{folder}/big{number}", "wb", buffering=0) as stream:
                        for _ in range(64):
                            total += stream.write(bytes(65536))
                except OSError:
                    refused += 1
        many = 0
        try:
            while many < 100_000:
                open(f"/dev/shm/empty{many}", "w").close()
                many += 1
        except OSError:
            pass
        result = [total, refused > 0, many]
        """,
        limits=SMALL,
    )
    assert 3 * MIB < result[0] <= 4 * MIB
    assert result[1]
    assert result[2] < 20_000
    assert usage.stopped == ""


DAEMON = """
    import os, signal, threading, time
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                signal.signal(number, signal.SIG_IGN)
            threading.Thread(target=time.sleep, args=(600,)).start()
            channel.sendall(b"d")
            while True: pass
        os.kill(os.getpid(), signal.SIGSTOP)
    os.waitpid(-1, os.WUNTRACED)
    {ending}
    """


def test_kill_ends_daemons_threads_and_stopped_processes_at_once(warm):
    with forked(warm, DAEMON.format(ending="time.sleep(600)")) as (fork, here):
        assert here.recv(1) == b"d"
        with pytest.raises(TimeoutError):
            fork.wait(0.05)
        fork.kill()
        fork.kill()
        assert answer_on(here) == b""  # comes when no process has the other end
        assert fork.wait(30) == fork.wait(30)
        fork.kill()


def test_a_daemon_does_not_outlive_the_fork(warm):
    with forked(warm, DAEMON.format(ending="channel.recv(1); os._exit(0)")) as (fork, here):
        assert here.recv(1) == b"d"
        here.sendall(b"g")
        assert fork.wait(30).stopped == ""
        assert answer_on(here) == b""


def test_a_fork_that_nobody_refers_to_is_killed(warm):
    here, there = socket.socketpair()
    with there:
        warm.fork("warm_entry:serve", [there])
    here.settimeout(20)
    assert here.recv(1) == b""
    here.close()


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"../up.txt": b""}, "../up.txt"),
        ({"a/../../up.txt": b""}, "a/../../up.txt"),
        ({"/tmp/absolute": b""}, "/tmp/absolute"),
        ({"": b""}, ""),
        ({".": b""}, "."),
        ({"a//b": b""}, "a//b"),
        ({"a\0b": b""}, "a\0b"),
        ({"\ud800": b""}, "\ud800"),
        ({"x" * 256: b""}, "x" * 256),
        ({"a": b"", "a/b": b""}, "a/b"),
        ({"big": bytes(5 * MIB)}, "big"),
    ],
)
def test_files_that_climb_clash_or_are_too_big_are_refused(warm, files, name):
    with pytest.raises(FileNameError) as caught:
        run(warm, "pass", files=files, limits=SMALL)
    assert caught.value.name == name


def test_an_unknown_entry_is_told(warm):
    here, there = socket.socketpair()
    with here, there, pytest.raises(ExecutionError, match="no_such_module"):
        warm.fork("no_such_module:serve", [there])


def test_threads_may_fork_at_once(warm):
    answers = {}

    def ask(number):
        answers[number] = result_of(warm, f"import time; time.sleep(0.2); result = {number}")

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: number for number in range(8)}


def test_it_outlives_the_thread_that_started_it(walls):
    others = set(processes_of_nests())
    made = []
    thread = threading.Thread(target=lambda: made.append(Warm(walls, "learner")))
    thread.start()
    thread.join()
    with made[0] as warm:
        warm.ready()
        before = set(processes_of_nests()) - others
        assert result_of(warm, "result = 1") == 1
        assert before <= set(processes_of_nests())
    assert gone(before)


def test_closing_ends_everything(walls):
    others = set(psutil.Process().children(recursive=True))
    with (
        Warm(walls, "learner") as warm,
        forked(warm, DAEMON.format(ending="time.sleep(600)")) as (fork, here),
    ):
        here.recv(1)
        mine = set(psutil.Process().children(recursive=True)) - others
        warm.close()
        with pytest.raises(WarmProcessLostError):
            fork.wait(30)
        assert answer_on(here) == b""
        with pytest.raises(ExecutionError, match="closed"):
            warm.ready()
    assert len(mine) >= 5  # bubblewrap, its init, the guard, the nest, the fork and its daemons
    assert gone(mine)


def test_a_warm_process_that_ends_is_started_anew(walls):
    with Warm(walls, "learner") as warm:
        with forked(warm, "import time; time.sleep(600)") as (fork, _):
            newest = max(processes_of_nests(), key=lambda process: process.create_time())
            newest.parent().kill()  # the nest, whose youngest child the fork is
            for _ in range(2):  # it is no end of the fork's own, however often one asks
                with pytest.raises(WarmProcessLostError):
                    fork.wait(30)
        assert result_of(warm, "result = 1") == 1


def test_a_warm_process_that_cannot_start_says_why(walls):
    broken = Sandbox(walls.bwrap, walls.cache)
    with Warm(broken, "no_such_purpose") as warm:
        with pytest.raises(ExecutionError, match="no_such_purpose"):
            warm.ready()
        with pytest.raises(ExecutionError, match="no_such_purpose"):
            run(warm, "pass")


def test_refused_nested_namespaces_are_told_with_the_remedy(walls):
    class Flat(Sandbox):
        def command(self, limits, *arguments):
            command = super().command(limits, *arguments)
            own = [] if "--unshare-user" in command else ["--unshare-user"]
            return [command[0], *own, "--disable-userns", *command[1:]]

    with Warm(Flat(walls.bwrap, walls.cache), "learner") as warm:
        with pytest.raises(SandboxUnavailableError, match="max_user_namespaces") as caught:
            warm.ready()
        assert "apparmor.d/bwrap" in caught.value.remedy


HOST = """
import socket, sys, time
sys.path.insert(0, {root!r})
from grader.execution.sandbox import open_sandbox
from grader.execution.warm import Warm
from tests.grader.execution.warm_forks import WithEntry, forked
from tests.grader.execution.test_warm import DAEMON
with open_sandbox() as opened, Warm(WithEntry(opened.bwrap, opened.cache), "learner") as warm:
    with forked(warm, DAEMON.format(ending="time.sleep(600)")) as (fork, here):
        here.recv(1)
        print("up", flush=True)
        time.sleep(600)
"""


def test_a_killed_host_leaves_nothing(sandbox, tmp_path):
    root = str(Path(__file__).parents[3])
    host = subprocess.Popen(
        [sys.executable, "-c", HOST.format(root=root)],
        stdout=subprocess.PIPE,
        env=os.environ | {"TMPDIR": str(tmp_path)},
    )
    assert host.stdout.readline() == b"up\n"
    below = psutil.Process(host.pid).children(recursive=True)
    assert len(below) >= 5  # bubblewrap, its init, the guard, the nest, the fork and its daemons
    host.send_signal(signal.SIGKILL)
    host.wait()
    host.stdout.close()
    assert gone(below)


def test_without_a_sandbox_the_same_runs(tmp_path):
    with (
        open_sandbox(unsafe_no_sandbox=True) as opened,
        Warm(WithEntry(None, opened.cache), "learner") as warm,
    ):
        result, usage = run(
            warm,
            """
            import os
            result = [open("data.txt").read(), os.environ["QAMPUS_LANGUAGE"], os.getcwd()]
            """,
            language="ja",
            files={"data.txt": b"12"},
        )
        assert result[:2] == ["12", "ja"]
        assert usage.stopped == ""
        assert not Path(result[2]).exists()
        _, usage = run(
            warm, HOLDERS.format(block="bytearray(os.urandom(1 << 20)) * 120"), limits=SMALL
        )
        assert usage.stopped == "memory_limit"
        begun = time.monotonic()
        with forked(warm, "import os, time\nos.fork()\nchannel.sendall(b'd')\ntime.sleep(60)") as (
            fork,
            here,
        ):
            assert here.recv(1) == b"d"
            assert here.recv(1) == b"d"
            fork.kill()
            assert answer_on(here) == b""
        assert time.monotonic() - begun < 30
