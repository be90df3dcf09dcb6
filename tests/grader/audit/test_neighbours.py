"""An attack harms nobody else: not who is graded at the same time, and not who is next in the same engine."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from grader.audit.attack import OwnCell, read_attacks
from grader.audit.target import OWN, handed_in
from tests.grader.audit.samples import solved

pytestmark = pytest.mark.xdist_group("neighbours")

LOUD = (
    "bomb_fork",
    "bomb_memory_of_many",
    "bomb_disk",
    "channel_flood",
    "exit_signals",
    "process_daemon",
    "process_kill_all",
    "process_trace",
    "process_traces_left",
    "read_other_fork",
)
"""Attacks on everything around, rather than on one's own score."""

LOOK = """
import os, sys, socket
for folder in ("/tmp", "/dev/shm", ".", os.path.expanduser("~"), "/var/tmp", "/run"):
    for inside, below, names in os.walk(folder):
        # Python itself may lie below /tmp
        below[:] = [name for name in below if os.path.join(inside, name) not in (sys.prefix, sys.base_prefix)]
        print(*(os.path.join(inside, name) for name in names), sep="\\n")
print("processes", [name for name in os.listdir("/proc") if name.isdigit()])
import ctypes
print("memory", ctypes.CDLL(None).shmget(0x51414D, 4096, 0))
taken = socket.socket(socket.AF_UNIX)
taken.bind("\\0red-team-was-here")
print("nothing taken")
"""


def graded(place, attack, learner="learner"):
    result = place.attack(attack, learner)
    return result.points, result


def test_right_answers_get_full_marks(place):
    for target in place.targets.values():
        attack = solved(target)
        result = place.attack(attack, "learner")
        assert {task: result.points[task] for task in attack.honest} == attack.honest
        assert result.won == {}


def test_an_unprotected_check_is_won(place):
    """The harness sees a win where there is one."""
    (attack,) = read_attacks(("hook_input_transformer",))
    assert place.attack(attack).won == {}
    won = place.unprotected().attack(attack).won
    assert won == {
        task: place.targets[OWN].maximum()[task] for task in solved(place.targets[OWN]).honest
    }


@pytest.mark.parametrize("name", LOUD)
def test_who_is_graded_at_the_same_time_and_next_gets_full_marks(place, name):
    (attack,) = read_attacks((name,))
    target = place.targets[OWN]
    honest = solved(target, LOOK)
    entries = [
        place.take("attacker", OWN, handed_in(attack, target), attack.limits),
        place.take("learner", OWN, handed_in(honest, target)),
    ]
    with ThreadPoolExecutor(2) as both:
        attacked, beside = both.map(place.engine.judge, [entry.job for entry in entries])
    assert sum(place.score(entries[0], attacked).values()) == sum(attack.honest.values())
    assert sum(place.score(entries[1], beside).values()) == sum(honest.honest.values())
    entry = place.take("next", OWN, handed_in(honest, target))
    after = place.engine.judge(entry.job)
    assert sum(place.score(entry, after).values()) == sum(honest.honest.values())
    for judged in (beside, after):
        said = "".join(output.get("text", "") for output in judged.runs[0].outputs)
        assert "nothing taken" in said
        assert "memory -1" in said
        assert "red-team" not in said
        assert "great0" not in said


def test_an_attacker_harms_nobody_by_another_learners_name(place):
    """The files of one submission never come to another's notebook."""
    target = place.targets[OWN]
    (attack,) = read_attacks(("files_shadow_modules",))
    place.attack(attack)
    looking = replace(solved(target), cells=(OwnCell("import os; print(os.listdir('.'))"),))
    entry = place.take("learner", OWN, handed_in(looking, target))
    said = place.engine.judge(entry.job).runs[0].outputs[0]["text"]
    assert said.strip() == "[]"
