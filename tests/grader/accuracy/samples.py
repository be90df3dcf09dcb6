"""A made-up exercise with one task, whose check each test writes."""

from __future__ import annotations

from pathlib import Path

TEXT = "Write `turn(angle)`. **Output:** a `QuantumCircuit` without measurements."
EXERCISE = """# %% [markdown]
# # Exercise: Sample

# %% given="imports"
import numpy as np
from qiskit import QuantumCircuit
from grader.checks import assert_budget, assert_close, assert_same_state

# %% [markdown] task="turn"
# ## 1. Turn
#
# {text}

# %% answer="turn"
{answer}

# %% check="turn" points=1
{check}
"""
CIRCUIT = """def turn(angle):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2)
    circuit.ry(2 * angle, 0)
    circuit.cx(0, 1)
    circuit.p(angle, 1)
    return circuit
    ### END SOLUTION"""
OTHER_CIRCUIT = """# task: turn
# why: The same in another order.
def turn(angle):
    circuit = QuantumCircuit(2)
    circuit.ry(2 * angle, 0)
    circuit.p(angle, 0)
    circuit.cx(0, 1)
    return circuit
"""
SOUND = """def wanted(angle):
    return np.array([np.cos(angle), 0, 0, np.exp(1j * angle) * np.sin(angle)])

for angle in (0.3, 1.0):
    assert_same_state(turn(angle), wanted(angle), circuit_only=True)
### BEGIN HIDDEN TESTS
for angle in (0.0, -0.4, 2.2):
    assert_same_state(turn(angle), wanted(angle), circuit_only=True)
### END HIDDEN TESTS"""
LAX = """def chances(angle):
    state = __import__("qiskit").quantum_info.Statevector(turn(angle))
    return state.probabilities()

assert_close(chances(0.3)[0], np.cos(0.3) ** 2)
assert_same_state
### BEGIN HIDDEN TESTS
assert_close(chances(1.2)[0], np.cos(1.2) ** 2)
### END HIDDEN TESTS"""
NARROW = (
    SOUND
    + """
assert [step.operation.name for step in turn(0.3).data] == ["ry", "cx", "p"]"""
)


def write_exercise(folder: Path, check: str, *, answer: str = CIRCUIT, text: str = TEXT) -> Path:
    """Write the sample with a check, and return its folder."""
    home = folder / "exercises" / "01_sample"
    for name in ("right", "wrong"):
        (home / name).mkdir(parents=True, exist_ok=True)
    (home / "exercise.py").write_text(EXERCISE.format(text=text, answer=answer, check=check))
    if answer == CIRCUIT:
        (home / "right" / "turn_other.py").write_text(OTHER_CIRCUIT)
    return home
