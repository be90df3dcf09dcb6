"""Check of quantum channels."""

from __future__ import annotations

from collections.abc import Sequence

from grader.checks.diagnosis.channels import channel_difference
from grader.checks.reading.data import TargetError, Unreadable
from grader.checks.simulation.channels import Channel, read_channel, validity_difference
from grader.checks.verdict import Difference, fail

_CHECK = "assert_same_channel"


def assert_same_channel(
    actual: object,
    expected: object,
    *,
    tolerance: float = 1e-6,
    environment: Sequence[int] = (),
) -> None:
    """Check that an answer does to every input state, also to a part of an entangled one, what is asked for.

    Of a circuit everything counts: measurements (anywhere: whoever forgets the outcome has dephased the qubit),
    resets, conditions and noise instructions are followed exactly, and the classical bits are forgotten at the
    end. A list of matrices holds Kraus operators K: ρ becomes the sum of K ρ K†; two lists that differ by a unitary
    mixing describe the same channel. Qubit 0 is the rightmost letter of a ket.

    Args:
        actual: your answer: a `QuantumCircuit`, a gate or other instruction, `Kraus`, `SuperOp`, `Choi`, `PTM`, `Chi`,
            `Stinespring`, `Operator`, a list of Kraus matrices, each of shape (2**outputs, 2**inputs), one such
            matrix, or a `QuantumError` of Qiskit Aer. At most 4 qubits.
        expected: the channel asked for, in one of these forms.
        tolerance: largest bound ½‖J(actual) - J(expected)‖₁, with J = Σ |i><j| ⊗ Φ(|i><j|) the Choi matrix, of trace
            2**inputs. It is at least the diamond distance: at most that much (halved) better than a guess can anybody
            tell the two channels apart in one use, whatever the input.
        environment: for circuits, indices of qubits of your circuit that begin in |0> and are thrown away at the end.

    Raises:
        CheckFailed: the channels differ: `wrong_channel` (with an input on which an entry of the output differs),
            `wrong_strength`, `inverse`, `conjugate`, `qubit_order_reversed`, `wrong_size`; or the answer is no channel:
            `not_trace_preserving`, `not_completely_positive`, `wrong_type`.
        TargetError: `expected` is no channel.

    Source: J. Watrous, The Theory of Quantum Information (2018), chapter 3: ‖Φ‖◇ ≤ ‖J(Φ)‖₁.

    Example:
        >>> circuit = QuantumCircuit(1, 1)
        >>> _ = circuit.measure(0, 0)
        >>> assert_same_channel(circuit, [np.diag([1, 0]), np.diag([0, 1])])
    """
    target = _target(expected)
    try:
        channel = read_channel(actual, environment)
    except Unreadable as problem:
        fail(_CHECK, problem.difference)
    difference = _difference(channel, target, tolerance)
    if difference is not None:
        fail(_CHECK, difference)


def _difference(channel: Channel, target: Channel, tolerance: float) -> Difference | None:
    if channel.inputs != target.inputs:
        sizes = {"got": channel.inputs, "expected": target.inputs}
        return Difference("wrong_size", {"case": "inputs", **sizes})
    if channel.outputs != target.outputs:
        sizes = {"got": channel.outputs, "expected": target.outputs}
        return Difference("wrong_size", {"case": "outputs", **sizes})
    return channel_difference(channel, target, tolerance)


def _target(expected: object) -> Channel:
    try:
        target = read_channel(expected)
    except Unreadable as problem:
        raise TargetError(_CHECK, str(problem)) from problem
    invalid = validity_difference(target)
    if invalid is not None:
        raise TargetError(_CHECK, f"expected a channel, got one that is {invalid.code}")
    return target
