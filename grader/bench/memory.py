"""Does memory stay flat? Judges many small notebooks and prints what this and the warm processes hold meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.cluster import Cluster
from grader.errors import BenchError
from grader.judge.job import Job, Judged, Step, StepKind
from grader.judge.plan import CheckPlan, Opaque, Plan
from grader.machine import Machine
from grader.results import Outcome

_MIB = 1024 * 1024
_AHEAD = 16
_LONGEST = 300.0
_CELL = """import numpy
from qiskit import QuantumCircuit

def bell_pair():
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    return circuit
"""
_CHECK = "assert bell_pair().num_qubits == 2"


@dataclass(frozen=True)
class MemorySample:
    """What is held between two notebooks.

    Attributes:
        notebooks: how many were judged until now.
        seconds: since the first was submitted.
        grader: resident bytes of this process, Dask's scheduler and worker included.
        learners: resident bytes of the sandbox that forks learners' processes.
        judges: the same of the one that forks judges.
    """

    notebooks: int
    seconds: float
    grader: int
    learners: int
    judges: int


def measure_memory(
    notebooks: int, samples: int, workers: int | None = None
) -> Iterator[MemorySample]:
    """Judge small notebooks and yield a sample before the first and after each part of them.

    Args:
        notebooks: how many in all.
        samples: how many parts.
        workers: notebooks at the same time; one for each core by default.

    Raises:
        BenchError: a notebook was not judged as it should.
    """
    with Machine(workers).started() as judging, judging.open() as cluster:
        _judge(cluster, range(2 * _AHEAD))  # until everything has been used
        begun = time.monotonic()
        yield _sample(0, 0.0)
        done = 0
        for part in range(1, samples + 1):
            upto = notebooks * part // samples
            _judge(cluster, range(done, upto))
            done = upto
            yield _sample(done, time.monotonic() - begun)


def _judge(cluster: Cluster, numbers: range) -> None:
    left = iter(numbers)
    for number in left:
        cluster.submit(str(number), _notebook(number))
        while cluster.pending >= _AHEAD:
            _take(cluster)
    while cluster.pending:
        _take(cluster)


def _take(cluster: Cluster) -> None:
    ended = cluster.finished(_LONGEST)
    if not ended:
        raise BenchError(f"expected a notebook to be judged in {_LONGEST:.0f} s, got none")
    for key, judged in ended:
        if not isinstance(judged, Judged):
            raise BenchError(f"notebook {key}: {judged}") from judged
        if [decision.outcome for decision in judged.decisions] != [Outcome.PASSED]:
            raise BenchError(f"notebook {key}: expected one passed check, got {judged.decisions}")


def _notebook(number: int) -> Job:
    return Job(
        steps=(
            Step(0, StepKind.RUN, f"{_CELL}\nprint({number})"),
            Step(1, StepKind.CHECK, _CHECK, task="bell_pair", judged=_CHECK),
        ),
        plan=Plan(
            stamp="",
            imports=(),
            given=(),
            checks={
                "bell_pair": CheckPlan(
                    "bell_pair",
                    remote=frozenset({"bell_pair"}),
                    opaque={"bell_pair": Opaque.FUNCTION},
                )
            },
        ),
    )


def _sample(notebooks: int, seconds: float) -> MemorySample:
    here = Path("/proc/self")
    held = {"learner": 0, "judge": 0}
    for sandbox in _children(here):
        if _name(sandbox) == "bwrap":
            purpose = "judge" if "\0judge\0" in _command(sandbox) else "learner"
            held[purpose] += sum(map(_resident, _descendants(sandbox)))
    return MemorySample(notebooks, seconds, _resident(here), held["learner"], held["judge"])


def _children(process: Path) -> list[Path]:
    """Return the folders in /proc of the processes that this one started."""
    numbers = [path.read_text().split() for path in process.glob("task/*/children")]
    return [Path("/proc", number) for some in numbers for number in some]


def _descendants(process: Path) -> Iterator[Path]:
    for child in _children(process):
        yield child
        yield from _descendants(child)


def _command(process: Path) -> str:
    return (process / "cmdline").read_text()


def _name(process: Path) -> str:
    return (process / "comm").read_text().strip()


def _resident(process: Path) -> int:
    """Return resident bytes."""
    lines = (process / "status").read_text().splitlines()
    kibibytes = next(line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(kibibytes) * 1024


def print_samples(notebooks: int, samples: int, workers: int | None) -> None:
    """Measure and print each sample as it comes."""
    print(
        f"{'notebooks':>9} {'seconds':>8}  MiB of the grader | learners' sandbox | judges' sandbox"
    )
    for sample in measure_memory(notebooks, samples, workers):
        columns = " | ".join(
            f"{size / _MIB:.1f}" for size in (sample.grader, sample.learners, sample.judges)
        )
        print(f"{sample.notebooks:>9} {sample.seconds:>8.1f}  {columns}", flush=True)
