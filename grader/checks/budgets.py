"""Check of what a circuit costs, and of the gates that it is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from grader.checks.costs.gate_counts import Counted, counted
from grader.checks.costs.resources import layers_of
from grader.checks.reading.circuits import is_circuit, rebuilt
from grader.checks.reading.data import TargetError, Unreadable, unreadable_type
from grader.checks.verdict import Difference, fail

_CHECK = "assert_budget"


def assert_budget(  # noqa: PLR0913 - one word for each resource
    circuit: object,
    *,
    qubits: int | None = None,
    depth: int | None = None,
    gates: int | None = None,
    two_qubit_gates: int | None = None,
    two_qubit_depth: int | None = None,
    t_count: int | None = None,
    ancillas: int | None = None,
    data_qubits: int | None = None,
    calls: Mapping[str, int] | None = None,
    allowed_gates: Iterable[str] | None = None,
    forbidden_gates: Iterable[str] | None = None,
    allowed_pairs: Iterable[tuple[int, int]] | None = None,
    directed: bool = False,
) -> None:
    """Check that a circuit costs no more than is allowed, and uses only gates that are allowed.

    Barriers, measurements and resets cost nothing. A gate that you define yourself or take from a synthesis
    (a matrix, a state to prepare) is taken apart and costs what it is made of; a standard gate such as
    `ccx` is one gate. Of branches the most expensive counts; a loop counts as often as it runs. What is counted is
    the circuit as it stands: nothing is simplified.

    Args:
        circuit: your answer: a `QuantumCircuit`.
        qubits: most qubits that the circuit may have.
        depth: most layers of gates.
        gates: most gates.
        two_qubit_gates: most gates on two qubits; a gate on three or more counts as the two-qubit gates it is made of.
        two_qubit_depth: most layers of such gates, those on one qubit left out.
        t_count: most T gates. Everything is taken apart into Clifford gates and T; a turn by an odd multiple of
            π/4 about X, Y or Z is one T. A gate for which that is not possible has no T count and fails.
        ancillas: most qubits beyond `data_qubits`.
        data_qubits: how many qubits the task itself has; needed with `ancillas`.
        calls: name of an oracle -> how often it may be called. Its inverse and a controlled call count as well. To all
            other limits a call is one gate in one layer, without two-qubit and T gates, and allowed.
        allowed_gates: names of the only gates that may occur, as Qiskit writes them: "h", "cx".
        forbidden_gates: names of gates that must not occur, not even inside another: "unitary", "initialize".
        allowed_pairs: pairs of qubits that are connected: two-qubit gates, those inside others too, must not join any
            other two.
        directed: whether a pair allows the gate in this direction (control, target) alone.

    Raises:
        CheckFailed: `budget_exceeded`, `too_many_calls`, `forbidden_gate`, `forbidden_pair`, `not_clifford_t`,
            `unbounded_loop` (a while loop), or `wrong_type` if this is no circuit.
        TargetError: `ancillas` without `data_qubits`.

    Example:
        >>> circuit = QuantumCircuit(2)
        >>> _ = circuit.h(0), circuit.cx(0, 1)
        >>> assert_budget(circuit, two_qubit_gates=1, allowed_gates=["h", "cx"], allowed_pairs=[(0, 1)])
    """
    if ancillas is not None and data_qubits is None:
        raise TargetError(_CHECK, "expected data_qubits beside ancillas, to know which are more")
    if not is_circuit(circuit):
        fail(_CHECK, unreadable_type(circuit, "QuantumCircuit").difference)
    plain = rebuilt(circuit)
    allowed = None if allowed_gates is None else frozenset(allowed_gates)
    costly = (depth, gates, two_qubit_gates, two_qubit_depth, t_count)
    try:
        found = counted(
            plain,
            kept=allowed or frozenset(),
            with_t=t_count is not None,
            bounded=calls is not None or any(limit is not None for limit in costly),
        )
    except Unreadable as problem:
        fail(_CHECK, problem.difference)
    known = frozenset(calls or ())
    _check_names(found, allowed, frozenset(forbidden_gates or ()), known)
    if allowed_pairs is not None:
        _check_pairs(found, frozenset(allowed_pairs), directed)
    for name, most in (calls or {}).items():
        _compare("too_many_calls", {"name": name}, found.cost.calls.get(name, 0), most)
    cost = found.cost
    limits = (
        ("qubits", qubits, plain.num_qubits),
        ("ancillas", ancillas, plain.num_qubits - (data_qubits or 0)),
        ("t_count", t_count, cost.t_count),
        ("two_qubit_gates", two_qubit_gates, cost.two_qubit_gates),
        ("two_qubit_depth", two_qubit_depth, layers_of(cost.two_qubit_depth)),
        ("gates", gates, cost.gates),
        ("depth", depth, layers_of(cost.depth)),
    )
    for resource, limit, got in limits:
        if limit is not None:
            _compare("budget_exceeded", {"case": resource}, got, limit)


def _compare(code: str, what: Mapping[str, str], got: int, limit: int) -> None:
    if got > limit:
        fail(_CHECK, Difference(code, {**what, "got": got, "limit": limit, "excess": got - limit}))


def _check_names(
    found: Counted,
    allowed: frozenset[str] | None,
    forbidden: frozenset[str],
    oracles: frozenset[str],
) -> None:
    for name in sorted(found.names & forbidden):
        fail(_CHECK, Difference("forbidden_gate", {"name": name[:40]}))
    for name in found.leaves if allowed is not None else ():
        if name not in (allowed or ()) and found.oracles.get(name) not in oracles:
            fail(_CHECK, Difference("forbidden_gate", {"name": name[:40]}))


def _check_pairs(found: Counted, allowed: frozenset[tuple[int, int]], directed: bool) -> None:
    for one, other, both_ways in sorted(found.cost.pairs):
        if (one, other) in allowed:
            continue
        joined = (other, one) in allowed
        if joined and (both_ways or not directed):
            continue
        case = "direction" if joined else "far"
        fail(_CHECK, Difference("forbidden_pair", {"case": case, "first": one, "second": other}))
