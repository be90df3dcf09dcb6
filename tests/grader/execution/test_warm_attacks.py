"""Code that owns its fork attacks the nest, a sibling, the next learner, the host and the kernel."""

from __future__ import annotations

import os
import platform
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from grader.execution.fence_filter import call_filter
from grader.execution.sandbox import open_sandbox
from grader.execution.warm import Warm
from tests.grader.execution.warm_forks import WithEntry, answer_on, forked, result_of

SYSTEM_CALLS = """
import ctypes, errno, platform
libc = ctypes.CDLL(None, use_errno=True)
X86 = platform.machine() == "x86_64"
def call(x86, arm, *arguments):
    ctypes.set_errno(0)
    answer = libc.syscall(ctypes.c_long(x86 if X86 else arm), *(
        ctypes.c_long(one) if isinstance(one, int) else one for one in arguments))
    return answer if answer >= 0 else errno.errorcode[ctypes.get_errno()]
"""


@pytest.fixture(scope="module")
def walls(sandbox):
    with open_sandbox() as opened:
        yield WithEntry(opened.bwrap, opened.cache)


@pytest.fixture(scope="module")
def warm(walls):
    with Warm(walls, "learner") as warm:
        yield warm


def attack(warm, source, **options):
    return result_of(warm, SYSTEM_CALLS + "\n" + source, **options)


def test_no_process_is_seen_or_reached(warm):
    """Process ids are tried, too: the nest has 1 or 2 in its own namespace, a sibling the next number."""
    with forked(warm, "channel.sendall(b'u'); channel.recv(1); result = 'unharmed'") as (_, here):
        assert here.recv(1) == b"u"
        assert attack(
            warm,
            """
import os, signal
reached = []
for pid in range(2, 5000):
    try:
        os.kill(pid, signal.SIGKILL)
        reached.append(pid)
    except ProcessLookupError:
        pass
try:
    os.kill(-1, signal.SIGKILL)
    reached.append(-1)
except ProcessLookupError:
    pass
os.kill(os.getppid(), 0) if os.getppid() else None
result = [reached, os.getpid(), os.getppid(), os.listdir("/proc"), os.getpgid(0), os.getsid(0)]
""",
        ) == [[], 1, 0, [], 1, 1]
        here.sendall(b"g")
        assert b"unharmed" in answer_on(here)


def test_the_other_end_of_a_channel_is_no_way_to_its_process(warm):
    """Since Linux 6.5 a socket gives a descriptor of its peer's process: here that of the host."""
    result = attack(
        warm,
        """
import socket, struct, signal, os
pid, uid, gid = struct.unpack("3i", channel.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
try:
    peer = struct.unpack("i", channel.getsockopt(socket.SOL_SOCKET, 77, 4))[0]
except OSError:
    result = [pid]
else:
    signalled = call(424, 424, peer, 0, 0, 0)
    taken = [call(438, 438, peer, number, 0) for number in range(3, 12)]
    entered = call(308, 268, peer, 0x20000000 | 0x10000000)
    result = [pid, signalled, set(map(str, taken)) == {"EPERM"}, entered]
""",
    )
    assert result in ([0], [0, "EPERM", True, "EPERM"])


def test_memory_of_others_cannot_be_read_or_traced(warm):
    assert (
        attack(
            warm,
            """
import os
buffer = ctypes.create_string_buffer(64)
vector = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 64)
child = os.fork()
if child == 0:
    channel.close()
    import time; time.sleep(60)
result = [call(101, 117, 16, pid, 0, 0) for pid in (1, 2, child)]  # PTRACE_ATTACH
result += [call(310, 270, pid, vector, 1, vector, 1, 0) for pid in (1, child)]
result += [call(311, 271, 1, vector, 1, vector, 1, 0)]
os.kill(child, 9)
""",
        )
        == ["EPERM"] * 6
    )


@pytest.mark.skipif(not call_filter(), reason="no filter of system calls on this machine")
def test_dangerous_system_calls_are_refused(warm):
    result = attack(
        warm,
        """
import os, platform
NEW = dict(user=0x10000000, pid=0x20000000, mount=0x20000, net=0x40000000, ipc=0x08000000, cgroup=0x02000000)
result = {f"unshare {name}": call(272, 97, flag) for name, flag in NEW.items()}
for name, flag in NEW.items():
    answer = call(56, 220, flag | 17, 0, 0, 0, 0)
    if answer == 0: os._exit(0)
    result[f"clone {name}"] = answer
calls = dict(mount=(165, 40), umount2=(166, 39), pivot_root=(155, 41), chroot=(161, 51), open_tree=(428, 428),
    fsopen=(430, 430), mount_setattr=(442, 442), keyctl=(250, 219), add_key=(248, 217), request_key=(249, 218),
    bpf=(321, 280), perf_event_open=(298, 241), userfaultfd=(323, 282), io_uring_setup=(425, 425), setns=(308, 268),
    memfd_create=(319, 279), memfd_secret=(447, 447), shmget=(29, 194), msgget=(68, 186), kcmp=(312, 272),
    open_by_handle_at=(304, 265), syslog=(103, 116))
result |= {name: call(*numbers, 0, 0, 0, 0, 0) for name, numbers in calls.items()}
if X86:
    result["x32"] = call(0x40000000 + 272, 0, 0x10000000)
clone3 = call(435, 435, 0, 0)
""",
    )
    assert {name: answer for name, answer in result.items() if answer != "EPERM"} == {}
    assert len(result) == 34 + (platform.machine() == "x86_64")


def test_no_privilege_is_left_or_can_be_gained(warm):
    result = attack(
        warm,
        """
import os, subprocess
header = (ctypes.c_uint32 * 2)(0x20080522, 0)
data = (ctypes.c_uint32 * 6)()
libc.capget(header, data)
gained = []
for attempt in (lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setgroups([0]),
                lambda: os.chown("/tmp/work", 0, 0), lambda: os.mknod("/tmp/disk", 0o60666, os.makedev(8, 0)),
                lambda: os.nice(-5), lambda: os.sethostname("x") if hasattr(os, "sethostname") else os.setuid(0)):
    try:
        attempt()
        gained.append(attempt.__code__.co_firstlineno)
    except OSError:
        pass
open("/tmp/own", "w").close()
os.chmod("/tmp/own", 0o4755)
result = [list(data), gained, libc.prctl(39, 0, 0, 0, 0), [libc.prctl(23, n, 0, 0, 0) for n in range(38)].count(1),
          os.getresuid(), os.getgroups() in ([], [65534], [1000]),
          subprocess.run(["cat", "/etc/shadow"], capture_output=True).returncode != 0]
""",
    )
    assert result == [[0] * 6, [], 1, 0, [1000] * 3, True, True]


def test_the_system_cannot_be_written(warm, walls):
    result = attack(
        warm,
        """
import os, sys, grader
written = []
places = ["/", "/usr", "/usr/bin", "/etc", "/dev", "/proc", "/opt/qampus", "/opt/qampus/cache", sys.prefix,
          os.path.dirname(grader.__file__), os.path.dirname(os.__file__), "/dev/pts"]
for place in places:
    try:
        open(f"{place}/written_by_learner", "w").close()
        written.append(place)
    except OSError:
        pass
for file in ("/opt/qampus/grader/results.py", "/opt/qampus/warm_entry.py", sys.executable):
    try:
        open(file, "r+").close()
        written.append(file)
    except OSError:
        pass
result = written
""",
    )
    assert result == []


def test_nothing_of_the_machine_is_seen(warm):
    result = attack(
        warm,
        """
import os, sys
known = ("/home", "/var", "/srv", "/mnt", "/run", "/sys", "/etc/passwd", "/etc/shadow", "/dev/sda", "/dev/mem",
         "/dev/kmsg", "/dev/fuse", "/dev/kvm", "/proc/1", "/proc/self", "/proc/keys", "/proc/sys")
secrets = [name for name in os.environ if "TOKEN" in name or "SECRET" in name or "KEY" in name]
result = [[path for path in known if os.path.exists(path)], secrets, os.uname().nodename]
""",
    )
    assert result == [[], [], "learner"]


def test_only_its_channels_are_open(warm):
    with forked(warm, "import time; time.sleep(60)"):  # a sibling's descriptors must not be there
        first, inside = socket.socketpair()
        with first, inside:
            result = attack(
                warm,
                """
import os
opened = []
for number in range(4096):
    try:
        os.fstat(number)
        opened.append(number)
    except OSError:
        pass
result = [len(opened), opened[:3], channel.fileno() in opened,
          [os.fstat(n).st_rdev == os.stat("/dev/null").st_rdev for n in (0, 1, 2)],
          os.get_inheritable(channel.fileno())]
""",
            )
    assert result == [4, [0, 1, 2], True, [True] * 3, False]


def test_no_network_not_even_the_machine_itself(warm):
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.socket(socket.AF_UNIX) as abstract,
    ):
        abstract.bind("\0qampus-test-abstract")
        abstract.listen()
        result = attack(
            warm,
            f"""
import socket
reached = []
for address in (("127.0.0.1", {server.getsockname()[1]}), ("10.0.2.2", 80), ("8.8.8.8", 53)):
    try:
        socket.create_connection(address, timeout=2).close()
        reached.append(address)
    except OSError:
        pass
try:
    socket.socket(socket.AF_UNIX).connect("\\0qampus-test-abstract")
    reached.append("abstract")
except OSError:
    pass
try:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9))
    reached.append("datagram")
except OSError:
    pass
try:
    socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)
    reached.append("raw")
except OSError:
    pass
try:
    socket.socket(40, socket.SOCK_STREAM)  # to the host of a virtual machine
    reached.append("virtual machine")
except OSError as error:
    if error.errno != 97: reached.append(str(error))
result = [reached, [name for _, name in socket.if_nameindex()]]
""",
        )
    assert result[0] == []
    assert set(result[1]) <= {"lo", "tunl0", "sit0", "ip6tnl0", "gre0", "gretap0", "erspan0"}


LEAVE = """
import os, socket, multiprocessing.shared_memory
for folder in ("/tmp", "/dev/shm", os.path.expanduser("~"), "/tmp/matplotlib", "."):
    open(f"{folder}/left_behind", "w").write("x")
segment = libc.shmget(4711, 4096, 0o1666)
semaphore = libc.semget(4711, 1, 0o1666)
name = libc.sem_open(b"/left", os.O_CREAT, 0o666, 1)
abstract = socket.socket(socket.AF_UNIX); abstract.bind("\\0left-behind"); abstract.listen()
leader, follower = os.openpty()
channel.sendall(b"l")
channel.recv(1)
"""
LOOK = """
import os, socket
found = [f"{folder}/{name}" for folder in ("/tmp", "/dev/shm", os.path.expanduser("~"), "/tmp/matplotlib", ".")
         for name in os.listdir(folder) if "left" in name]
if libc.shmget(4711, 0, 0) >= 0: found.append("segment")
if libc.semget(4711, 0, 0) >= 0: found.append("semaphore")
found += [name for name in os.listdir("/dev/pts") if name != "ptmx"]
try:
    socket.socket(socket.AF_UNIX).connect("\\0left-behind")
    found.append("abstract")
except OSError: pass
result = found
"""


def test_a_sibling_and_the_next_learner_find_nothing(warm):
    with forked(warm, SYSTEM_CALLS + LEAVE) as (_, here):
        assert here.recv(1) == b"l"
        assert attack(warm, LOOK) == []  # while it runs
        here.sendall(b"g")
        answer_on(here)
    assert attack(warm, LOOK) == []  # after its end
    assert sorted(attack(warm, LEAVE.split("channel.sendall", maxsplit=1)[0] + LOOK)) == [  # the look can find
        "./left_behind", "/dev/shm/left_behind", "/dev/shm/sem.left", "/tmp/home/left_behind", "/tmp/left_behind",
        "/tmp/matplotlib/left_behind", "0", "abstract", "semaphore",
    ]  # fmt: skip


def test_patches_do_not_reach_the_next_learner(warm):
    attack(
        warm,
        """
import builtins, gc, sys, qiskit, grader.execution.nest_watch as watch
builtins.print = qiskit.QuantumCircuit = watch.families = None
for thing in gc.get_objects():
    if type(thing).__name__ == "_Nest":
        thing._forks.clear()
sys.modules.clear()
""",
    )
    assert attack(warm, "from qiskit import QuantumCircuit; result = [print is None, QuantumCircuit is None]") == [
        False, False,
    ]  # fmt: skip


def test_the_nest_is_out_of_reach_of_its_own_objects(warm):
    """What the nest held when it forked is in the fork's memory, too; its sockets must not work there."""
    with forked(
        warm, "import time; time.sleep(60)"
    ):  # a sibling, whose control socket the nest holds
        result = attack(
            warm,
            """
import socket, sys
found, looked, todo = [], set(), []
frame = sys._getframe()
while frame is not None:
    todo += frame.f_locals.values()
    frame = frame.f_back
while todo:
    thing = todo.pop()
    if id(thing) in looked or thing is channel: continue
    looked.add(id(thing))
    if isinstance(thing, socket.socket): found.append(thing.fileno())
    elif isinstance(thing, dict): todo += thing.values()
    elif isinstance(thing, (list, tuple)): todo += thing
    elif type(thing).__module__ in ("__main__", "grader.execution.nest"): todo += vars(thing).values()
result = found
""",
        )
    assert len(result) >= 2  # the nest's own and the sibling's
    assert set(result) == {-1}


def test_many_forks_under_attack_leave_others_unharmed(warm):
    bomb = """
import os, time
while True:
    try:
        if os.fork() == 0: os.setsid()
    except OSError: pass
"""
    answers = []
    with forked(warm, bomb) as (first, _), forked(warm, bomb) as (second, _):
        threads = [
            threading.Thread(target=lambda: answers.append(result_of(warm, "result = 6 * 7")))
            for _ in range(2)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [first.wait(60).stopped, second.wait(60).stopped] == ["process_limit"] * 2
    assert answers == [42, 42]


def test_all_of_it_holds_for_an_ordinary_user(sandbox, tmp_path):
    """Root's forks take a user id each, an ordinary user's cannot: the other tests once more, as such a user."""
    if os.geteuid() != 0:
        return  # then the other tests were it
    root = Path(__file__).parents[3]
    tmp_path.chmod(0o777)
    shown = {tmp_path, root, Path(sys.prefix), Path(sys.base_prefix)}
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "CI": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    environment |= {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PYTHONPATH": str(root)}
    run = subprocess.run(
        [
            *(sandbox, "--dev-bind", "/", "/", *_shown(shown), "--"),
            *("setpriv", "--reuid", "12345", "--regid", "12345", "--clear-groups"),
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *("--basetemp", f"{tmp_path}/base"),
            *(
                str(Path(__file__).with_name(name))
                for name in ("test_warm_attacks.py", "test_warm.py")
            ),
        ],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]


def _shown(paths):
    """Return options of bubblewrap that let everybody reach these paths, through folders that others may not enter."""
    options = []
    for path in sorted(paths):
        way = list(reversed(path.parents))
        closed = [folder for folder in way if not folder.stat().st_mode & 0o001]
        if closed:
            if str(closed[0]) not in options:
                options += ["--perms", "0755", "--tmpfs", str(closed[0])]
            for folder in way[way.index(closed[0]) + 1 :]:
                options += ["--perms", "0755", "--dir", str(folder)]
            options += ["--bind", str(path), str(path)]
    return options
