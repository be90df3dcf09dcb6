"""A quantum computer as data, read from the file of its name beside this one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import Any

from qiskit.circuit import Measure, Parameter
from qiskit.circuit.library import get_standard_gate_name_mapping
from qiskit.transpiler import InstructionProperties, Target

_FOLDER = Path(__file__).parent
_MOST_T2 = 2.0
"""No qubit keeps its phase longer than twice its relaxation time; fits of noisy data sometimes say so."""


class DeviceError(ValueError):
    """A device, a gate or a place on it was asked for that is not there.

    Attributes:
        name: what was asked for.
        reason: what was expected and what was found.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


@dataclass(frozen=True)
class Source:
    """Where figures were published.

    Attributes:
        title: of the paper, the page or the file.
        year: of publication.
        where: journal, arXiv number or address.
        gives: which figures were taken from it.
    """

    title: str
    year: int
    where: str
    gives: str


@dataclass(frozen=True)
class Gate:
    """A native gate.

    Attributes:
        qubits: on how many qubits it acts.
        duration: seconds; 0 for a gate that is done by renaming angles in the control software.
        error: average infidelity; where it differs from place to place, the median of `errors`.
        errors: qubits -> average infidelity there; the lower number of a pair comes first. Empty if one figure holds
            everywhere.
    """

    qubits: int
    duration: float
    error: float
    errors: Mapping[tuple[int, ...], float] = field(default_factory=dict)


@dataclass(frozen=True)
class Device:
    """What is published about a quantum computer, or about a part of it.

    Attributes:
        name: as `device` takes it.
        title: one line for people.
        qubits: how many there are, numbered from 0.
        edges: pairs that are coupled, lower number first; None if every pair is.
        gates: native gates by Qiskit's name.
        readout_errors: for each qubit, the average probability of a wrong outcome.
        readout_duration: seconds that a measurement takes.
        t1: for each qubit, the relaxation time in seconds; None where it was not published.
        t2: for each qubit, the dephasing time in seconds, at most 2·T1; None where it was not published.
        positions: for each qubit, where to draw it, as (right, up).
        sources: where the figures come from.
        as_of: the day of the figures, or of the newest of them, as year-month-day.
        estimates: figures that were not published, in words.
    """

    name: str
    title: str
    qubits: int
    edges: tuple[tuple[int, int], ...] | None
    gates: Mapping[str, Gate]
    readout_errors: tuple[float, ...]
    readout_duration: float
    t1: tuple[float, ...] | None
    t2: tuple[float, ...] | None
    positions: tuple[tuple[float, float], ...]
    sources: tuple[Source, ...]
    as_of: str
    estimates: tuple[str, ...]

    @property
    def two_qubit_gate(self) -> str:
        """Name of the native gate on two qubits."""
        return next(name for name, gate in self.gates.items() if gate.qubits == 2)

    def coupling_pairs(self) -> tuple[tuple[int, int], ...]:
        """Return all pairs that can do a two-qubit gate, the lower number first, in rising order."""
        if self.edges is None:
            return tuple(combinations(range(self.qubits), 2))
        return tuple(sorted(self.edges))

    def error(self, gate: str, *qubits: int) -> float:
        """Return the average infidelity of a native gate, or of `measure`, on these qubits.

        Raises:
            DeviceError: there is no such gate, or it cannot be done there.
        """
        place = tuple(sorted(qubits))
        found = None if gate == "measure" else self._native(gate)
        if place not in self._places(1 if found is None else found.qubits):
            raise DeviceError(self.name, f"expected a place where {gate} can be done, got {qubits}")
        if found is None:
            return self.readout_errors[place[0]]
        return found.errors.get(place, found.error)

    def duration(self, gate: str) -> float:
        """Return the seconds that a native gate, or `measure`, takes.

        Raises:
            DeviceError: there is no such gate.
        """
        return self.readout_duration if gate == "measure" else self._native(gate).duration

    def target(self) -> Target:
        """Return the device as Qiskit's transpiler wants it; gates on two qubits go both ways round."""
        made = Target(num_qubits=self.qubits, description=self.title)
        library = get_standard_gate_name_mapping()
        for name, gate in self.gates.items():
            free = [Parameter(f"θ{k}") for k in range(len(library[name].params))]
            places: dict[tuple[int, ...], InstructionProperties] = {}
            for place in self._places(gate.qubits):
                known = InstructionProperties(gate.duration, self.error(name, *place))
                places |= {place: known, place[::-1]: known}
            made.add_instruction(library[name].base_class(*free), places)
        readout = enumerate(self.readout_errors)
        seconds = self.readout_duration
        made.add_instruction(
            Measure(), {(qubit,): InstructionProperties(seconds, error) for qubit, error in readout}
        )
        return made

    def _native(self, gate: str) -> Gate:
        if gate not in self.gates:
            known = ", ".join([*self.gates, "measure"])
            raise DeviceError(self.name, f"expected a native gate ({known}), got {gate!r}")
        return self.gates[gate]

    def _places(self, qubits: int) -> tuple[tuple[int, ...], ...]:
        if qubits == 1:
            return tuple((qubit,) for qubit in range(self.qubits))
        return self.coupling_pairs()


def names() -> tuple[str, ...]:
    """Return the names of all devices that are described."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def device(name: str) -> Device:
    """Return what is published about a device.

    Args:
        name: `heron_like`, part of a superconducting chip with heavy-hex couplings, or `h2_like`, trapped ions of which
            every two can meet.

    Raises:
        DeviceError: there is none of that name.
    """
    if name not in names():
        raise DeviceError(str(name), f"expected the name of a device ({', '.join(names())})")
    return _read(name, tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8")))


def _read(name: str, told: Mapping[str, Any]) -> Device:
    readout, times = told["readout"], told.get("coherence")
    t1 = tuple(1e-6 * float(value) for value in times["t1_us"]) if times else None
    t2 = None
    if times and t1:
        given = (1e-6 * float(value) for value in times["t2_us"])
        t2 = tuple(min(x, _MOST_T2 * y) for x, y in zip(given, t1, strict=True))
    count = int(told["qubits"])
    errors = readout["errors"]
    edges = told.get("edges")
    return Device(
        name=name,
        title=told["title"],
        qubits=count,
        edges=None if edges is None else tuple((int(a), int(b)) for a, b in edges),
        gates=MappingProxyType({key: _gate(gate, edges) for key, gate in told["gates"].items()}),
        readout_errors=tuple(errors) if isinstance(errors, list) else (errors,) * count,
        readout_duration=readout["duration"],
        t1=t1,
        t2=t2,
        positions=tuple((float(x), float(y)) for x, y in told["positions"]),
        sources=tuple(Source(**source) for source in told["sources"]),
        as_of=told["as_of"].isoformat(),
        estimates=tuple(told["estimates"]),
    )


def _gate(told: Mapping[str, Any], edges: list[list[int]] | None) -> Gate:
    """Return a gate; its error is one number, or a list in the order of the qubits or edges."""
    error = told["error"]
    if not isinstance(error, list):
        return Gate(told["qubits"], told["duration"], float(error))
    places = (
        [(k,) for k in range(len(error))] if told["qubits"] == 1 else [*map(tuple, edges or ())]
    )
    known = dict(zip(places, map(float, error), strict=True))
    return Gate(
        told["qubits"],
        told["duration"],
        sorted(known.values())[len(known) // 2],
        MappingProxyType(known),
    )
