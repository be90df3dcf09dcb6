"""A second opinion on circuits that no means of this package can decide: MQT QCEC, in a process that can be killed.

QCEC ("Advanced equivalence checking for quantum circuits", Burgholzer and Wille, doi:10.1109/TCAD.2020.3032630) works
on decision diagrams and the ZX calculus. It ignores global phases, and its time limits are best effort, so it runs in a
process group of its own. It may confirm that two circuits agree; that they differ it says by another measure than the
tolerance of a check, so that is left undecided.
"""

from __future__ import annotations

import cmath
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from qiskit.circuit.library import UnitaryGate

from grader.checks.equivalence.reduction import inverted
from grader.checks.reading.programs import Matrix, Program, Step, read_program

SECONDS = 8.0
_MOST_STEPS = 50_000
_PROGRAM = Path(__file__).with_name("qcec_process.py")

Gate = tuple[float, float, float, int, list[int]]
"""Angles θ, φ, λ of U(θ, φ, λ), target, controls."""


def second_opinion(
    part: Program, border: int, inputs: Sequence[int], *, seconds: float = SECONDS
) -> bool:
    """Return whether QCEC confirms that a program does nothing to its inputs but turn their phase.

    Args:
        part: the program.
        border: it is split here: QCEC compares the first steps with what the others undo.
        inputs: its qubits that hold an input; all others begin in |0> and must end so.
        seconds: after this time the process is killed, and there is no opinion.
    """
    if len(part.steps) > _MOST_STEPS:
        return False
    question = {
        "qubits": part.qubits,
        "ancillas": sorted(set(range(part.qubits)) - set(inputs)),
        "first": _gates(part.steps[:border]),
        "second": _gates(inverted(part.steps[border:])),
    }
    return _asked(json.dumps(question), seconds) == "equivalent"


def _asked(question: str, seconds: float) -> str:
    """Return what the process answers; empty if it does not, in time."""
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-I", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
    except OSError:  # no more processes are allowed
        return ""
    try:
        answer, _ = process.communicate(question, timeout=seconds)
    except subprocess.TimeoutExpired:
        return ""
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    return answer.strip()


def _gates(steps: Iterable[Step]) -> list[Gate]:
    return [gate for step in steps for gate in _written(step)]


def _written(step: Step) -> list[Gate]:
    """Return a step as gates U(θ, φ, λ) with controls."""
    if len(step.targets) > 1:
        definition = read_program(UnitaryGate(step.matrix).definition)
        turn: Matrix = cmath.exp(1j * definition.phase) * np.eye(2, dtype=np.complex128)
        inner = [Step(turn, (0,)), *definition.steps]
        return [
            gate
            for one in inner
            for gate in _written(
                Step(
                    one.matrix,
                    tuple(step.targets[qubit] for qubit in one.targets),
                    (*step.controls, *(step.targets[qubit] for qubit in one.controls)),
                )
            )
        ]
    (a, b), (c, d) = step.matrix.tolist()
    theta = 2 * cmath.phase(complex(abs(a), abs(c)))
    phase = cmath.phase(a) if abs(a) > abs(c) else cmath.phase(c)
    if abs(a) > abs(c):
        phi = cmath.phase(c) - phase if abs(c) > 1e-15 else 0.0
        lam = cmath.phase(d) - phase - phi
    else:
        lam = cmath.phase(-b) - phase if abs(a) < 1e-15 else cmath.phase(-b) - cmath.phase(a)
        phi = phase - cmath.phase(a) if abs(a) > 1e-15 else 0.0
        phase = cmath.phase(a) if abs(a) > 1e-15 else phase
    gates: list[Gate] = [(theta, phi, lam, step.targets[0], list(step.controls))]
    if step.controls and abs(phase) > 1e-15:  # a phase under controls is a gate
        gates.append((0.0, 0.0, phase, step.controls[0], list(step.controls[1:])))
    return gates
