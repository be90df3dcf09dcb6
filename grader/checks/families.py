"""Check of families of circuits or matrices that depend on angles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from qiskit import QuantumCircuit

from grader.checks.diagnosis.families import Family, family_failure, listed
from grader.checks.reading.circuits import is_circuit, rebuilt
from grader.checks.reading.data import TargetError, Unreadable, unreadable_type
from grader.checks.states import assert_same_state
from grader.checks.unitaries import assert_same_unitary
from grader.checks.verdict import CheckFailed, fail

_CHECK = "assert_parameterised_family"
_COMPARISONS: dict[str, Callable[..., None]] = {
    "unitary": assert_same_unitary,
    "state": assert_same_state,
}


def assert_parameterised_family(
    actual: object,
    expected: QuantumCircuit | Callable[..., Any],
    *,
    parameters: int | Sequence[str],
    compare: Literal["unitary", "state"] = "unitary",
    points: int = 6,
    seed: int = 1,
    strict_phase: bool = False,
    tolerance: float = 1e-6,
) -> None:
    """Check that a circuit with free parameters, or a function of angles, is right at every angle.

    Both sides are compared at special angles (all 0; one parameter at π/2 or π, the others at 0) and at random ones
    between -π and π, which are the same in every run. What gates make of an angle is a sum of sines and cosines of its
    multiples: two circuits that are not the same at every angle agree at a random one with probability 0.

    Args:
        actual: your answer: a `QuantumCircuit` with free parameters, or a function that takes the angles, in radians,
            as separate arguments and returns what `compare` takes (a circuit, a gate, a matrix, a state).
        expected: the family asked for, in one of these forms.
        parameters: the names of the free parameters in the order in which functions take them, or how many there are;
            then a circuit's are taken in the order of `circuit.parameters`: alphabetical, elements of a
            `ParameterVector` by their index.
        compare: "unitary" compares as `assert_same_unitary` does, "state" as `assert_same_state`.
        points: number of random points, 1 at least.
        seed: chooses the random points.
        strict_phase: if True, a global phase counts too.
        tolerance: at each point, as in the comparison that `compare` names.

    Raises:
        CheckFailed: the free parameters are not the ones asked for, or one has no effect (`wrong_parameters`);
            `wrong_angle` (doubled, halved, negated, in degrees), `parameters_exchanged`, `special_angles_only`; or
            what the comparison says of the first point that differs.
        TargetError: `expected`, `parameters` or `compare` cannot be used.
        Exception: whatever a function raises, with a note that names the angles.

    Source: M. Ostaszewski, E. Grant, M. Benedetti, Quantum 5, 391 (2021): all is sinusoidal in each angle.

    Example:
        >>> theta = Parameter("θ")
        >>> circuit = QuantumCircuit(1)
        >>> _ = circuit.rx(theta, 0)
        >>> assert_parameterised_family(circuit, lambda angle: RXGate(angle), parameters=["θ"])
    """
    names = _names(parameters, points, compare)
    try:
        target = _family(expected, names, parameters)
    except Unreadable as problem:
        raise TargetError(_CHECK, str(problem)) from problem
    try:
        family = _family(actual, names, parameters)
    except Unreadable as problem:
        fail(_CHECK, problem.difference)

    def compared(got: object, wanted: object) -> CheckFailed | None:
        try:
            _COMPARISONS[compare](got, wanted, strict_phase=strict_phase, tolerance=tolerance)
        except CheckFailed as failure:
            return failure
        except TargetError as error:
            raise TargetError(_CHECK, error.reason) from error
        return None

    difference = family_failure(family, target, names, compared, points=points, seed=seed)
    if difference is not None:
        fail(_CHECK, difference)


def _names(parameters: int | Sequence[str], points: int, compare: str) -> list[str]:
    """Return what the parameters are called in messages.

    Raises:
        TargetError: the check is written wrongly.
    """
    if compare not in _COMPARISONS:
        raise TargetError(_CHECK, f"expected compare='unitary' or 'state', got {compare!r}")
    counted = isinstance(parameters, int)
    names = [f"({n + 1})" for n in range(parameters)] if counted else list(map(str, parameters))  # type: ignore[arg-type]
    if points < 1 or not names or len(set(names)) != len(names):
        raise TargetError(_CHECK, f"expected points and distinct parameters, got {parameters!r}")
    return names


def _family(value: Any, names: Sequence[str], parameters: int | Sequence[str]) -> Family:
    """Return a value as a function of angles.

    Raises:
        Unreadable: it is none, or its free parameters are not the ones asked for.
    """
    if not is_circuit(value):
        if not callable(value):
            raise unreadable_type(value, "QuantumCircuit, function")
        return _called(value)
    circuit = rebuilt(value)
    free = list(circuit.parameters)
    _require_parameters([one.name for one in free], names, parameters)
    if not isinstance(parameters, int):
        free.sort(key=lambda one: names.index(one.name))
    return lambda *angles: circuit.assign_parameters(dict(zip(free, angles, strict=True)))


def _called(function: Callable[..., Any]) -> Family:
    def at(*angles: float) -> Any:
        try:
            return function(*angles)
        except Exception as error:
            error.add_note(f"{_CHECK}: at the angles {', '.join(map(str, angles))}")
            raise

    return at


def _require_parameters(
    free: Sequence[str], names: Sequence[str], parameters: int | Sequence[str]
) -> None:
    """Refuse a circuit whose free parameters are not the ones asked for.

    Raises:
        Unreadable: says how they differ.
    """
    code, got = "wrong_parameters", len(free)
    if not free:
        raise Unreadable(code, case="constant")
    if isinstance(parameters, int):
        if got != parameters:
            case = "few" if got < parameters else "many"
            raise Unreadable(code, case=case, names=listed(free), got=got, expected=parameters)
        return
    missing = [name for name in names if name not in free]
    extra = [name for name in free if name not in names]
    if missing and len(missing) == len(extra):
        raise Unreadable(code, case="renamed", names=listed(extra), missing=listed(missing))
    if missing:
        raise Unreadable(code, case="missing", missing=listed(missing))
    if extra:
        raise Unreadable(code, case="extra", names=listed(extra))
