"""Audits tasks: a program of its own (`python -m grader.accuracy.task_audit`), warm, which forks for each trial.

It reads one JSON line for each task, and writes one `TaskAccuracy` as a JSON line for each. It runs what authors wrote
and mutants of it, in forks with limits, within the walls that `grader.authoring.walls` starts it in.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import cloudpickle  # type: ignore[import-untyped]
import msgspec

from grader.accuracy.fork import in_fork
from grader.accuracy.oracle import FURTHER, Oracle, consult
from grader.accuracy.results import WANTED_MUTANTS, Finding, TaskAccuracy
from grader.accuracy.theatre import Theatre, compiled, import_all, open_theatre
from grader.accuracy.trial import Trial, try_variant
from grader.accuracy.variants import Variant, right_variants, wrong_variants
from grader.authoring.walls import shut_in

_WARM = ("qiskit", "qiskit.quantum_info", "qiskit.circuit.library", "grader.checks")
_ORACLE_SECONDS = 120.0


@dataclass(frozen=True)
class Order:
    """What to audit.

    Attributes:
        folder: the exercise's.
        task: id of the task.
        seed: where chance begins.
        mutants: how many mutants an assertion has to decide, if there are so many.
        rewrites: how many rewrites to try; all when None.
        inputs: how many further inputs to draw for proofs.
    """

    folder: str
    task: str
    seed: int = 0
    mutants: int = WANTED_MUTANTS
    rewrites: int | None = None
    inputs: int = FURTHER


@dataclass
class _Tally:
    """What has been counted so far."""

    right: int = 0
    rewrites: int = 0
    not_applicable: int = 0
    misses: int = 0
    mutants: int = 0
    equivalent: int = 0
    broken: int = 0
    refused: list[Finding] = field(default_factory=list)
    survivors: list[Finding] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)

    def count_right(self, variant: Variant, trial: Trial) -> None:
        """Count an answer that has to pass."""
        if variant.kind == "right":
            self.right += 1
        elif not trial.touched or trial.dearer or trial.different is not None or not trial.proven:
            self.not_applicable += 1
            return
        else:
            self.rewrites += 1
        self.times.append(trial.seconds)
        if trial.verdict != "passed":
            self.refused.append(Finding(variant.name, variant.change, _said(trial)))

    def count_wrong(self, variant: Variant, trial: Trial) -> None:
        """Count an answer that has to fail."""
        if variant.kind == "mutant":
            if trial.verdict == "passed" and (not trial.touched or _is_equivalent(trial)):
                self.not_applicable += not trial.touched
                self.equivalent += trial.touched
                return
            if trial.verdict not in {"passed", "refused"}:
                self.broken += 1
                return
        if variant.kind == "miss":
            self.misses += 1
        else:
            self.mutants += 1
        self.times.append(trial.seconds)
        if trial.verdict != "passed":
            self.codes[trial.code or trial.verdict] += 1
            return
        proof = trial.different or ("not decided in time" if variant.kind == "mutant" else "")
        self.survivors.append(Finding(variant.name, variant.change, proof))


def audit_task(order: Order) -> TaskAccuracy:
    """Try all variants of one task.

    Raises:
        SourceError: the exercise's texts have problems.
    """
    begun = time.monotonic()
    theatre = open_theatre(Path(order.folder), order.task)
    import_all(
        (*theatre.prelude, theatre.answer, theatre.check, *(one.text for one in theatre.right))
    )
    for text in (*theatre.prelude, theatre.answer, theatre.check):
        compiled(text)
    found = _oracle(theatre, order)
    if isinstance(found, str):
        finding = Finding("reference", "", found)
        return TaskAccuracy(theatre.module, theatre.task, right=1, refused=(finding,))
    tally = _Tally()
    for number, variant in enumerate(right_variants(theatre, found, order.seed)):
        if (
            variant.kind == "rewrite"
            and order.rewrites is not None
            and tally.rewrites >= order.rewrites
        ):
            break
        tally.count_right(variant, try_variant(theatre, found, variant))
        assert number < 10_000
    for variant in wrong_variants(theatre, found, order.seed):
        if variant.kind == "mutant" and tally.mutants >= order.mutants:
            break
        tally.count_wrong(variant, try_variant(theatre, found, variant))
    return TaskAccuracy(
        module=theatre.module,
        task=theatre.task,
        right=tally.right,
        rewrites=tally.rewrites,
        not_applicable=tally.not_applicable,
        misses=tally.misses,
        mutants=tally.mutants,
        equivalent=tally.equivalent,
        broken=tally.broken,
        refused=tuple(tally.refused),
        survivors=tuple(tally.survivors),
        codes=dict(tally.codes.most_common()),
        milliseconds=round(1000 * median(tally.times or [0.0]), 2),
        inputs=len(found.calls),
        doubts=found.doubts,
        seconds=round(time.monotonic() - begun, 2),
    )


def _oracle(theatre: Theatre, order: Order) -> Oracle | str:
    """Return the yardstick, or why the reference gives none."""

    def work(say: object) -> None:
        assert callable(say)
        try:
            say(consult(theatre, order.seed, order.inputs))
        except BaseException as error:
            say(f"{type(error).__name__}: {error}".encode())
            raise

    said, ended = in_fork(work, _ORACLE_SECONDS)
    if ended == "done" and said:
        oracle = cloudpickle.loads(said[-1])
        assert isinstance(oracle, Oracle)
        return oracle
    return said[-1].decode(errors="replace") if said else f"the reference ended {ended}"


def _is_equivalent(trial: Trial) -> bool:
    return trial.proven and trial.different is None


def _said(trial: Trial) -> str:
    return f"{trial.verdict} {trial.code}: {trial.message}"


def main() -> None:
    """Warm up, then answer each order on standard input."""
    shut_in(sys.argv[1:])
    for name in _WARM:
        importlib.import_module(name)
    for line in sys.stdin.buffer:
        accuracy = audit_task(msgspec.json.decode(line, type=Order))
        sys.stdout.buffer.write(msgspec.json.encode(accuracy) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
