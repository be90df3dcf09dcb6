"""What a task's contract leaves free, read off the assertions of its check and the words of its text.

Only names and keywords are read: how two answers are compared, and which costs are limited. What is compared, and with
which numbers, is worked out by `grader.accuracy.meaning` without the checks. A task whose answers are not unique says
in `exercises/<module>/meaning.py` what an answer means.
"""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from grader.accuracy.costs import MEASURES
from grader.authoring.source import python_tree

Compared = Literal["state", "unitary", "outcomes", "instrument"]
Meaning = Callable[[tuple[Any, ...], Any], Any]

EXACT = 1e-9
"""Two answers agree where no number differs by more than this."""

_PHASE_FREE = {
    "assert_same_state",
    "assert_same_unitary",
    "assert_same_isometry",
    "assert_same_channel",
    "assert_distribution",
    "assert_marks",
    "assert_parameterised_family",
}
_LOOKS = {"depth", "count_ops", "size", "num_nonlocal_gates", "decompose", "find_bit"}
_LIMITS = {
    "qubits": {"qubits"},
    "ancillas": {"qubits"},
    "depth": {"depth"},
    "gates": {"gates"},
    "two_qubit_gates": {"two_qubit_gates"},
    "two_qubit_depth": {"two_qubit_depth"},
    "t_count": {"t_count"},
    "allowed_gates": {"names"},
    "forbidden_gates": {"names"},
    "allowed_pairs": {"pairs"},
    "calls": set(),
}


@dataclass(frozen=True)
class Contract:
    """How the answers of one task are compared.

    Attributes:
        compared: what counts of a circuit.
        phase_free: whether a global phase counts for nothing.
        measures: the costs that are limited.
        limits: those of them that are limited by a number that more gates will exceed.
        circuit_only: whether the text asks for a `QuantumCircuit`.
        measurable: whether measurements at the end may be added.
        words: the task's text, in lower case.
        meaning: what an answer means, where the exercise says so.
        tolerance: the largest difference between numbers that are the same.
    """

    compared: Compared
    phase_free: bool
    measures: frozenset[str]
    limits: frozenset[str]
    circuit_only: bool
    measurable: bool
    words: str
    meaning: Meaning | None = None
    tolerance: float = EXACT


@dataclass(frozen=True)
class Meanings:
    """What `exercises/<module>/meaning.py` says.

    Attributes:
        functions: task -> function of (arguments, result).
        tolerances: task -> largest difference that the contract allows.
        instances: task -> function of a random generator that returns further arguments.
        unlimited: tasks whose assertions on costs are about the kind of the answer only.
    """

    functions: Mapping[str, Meaning] = field(default_factory=dict)
    tolerances: Mapping[str, float] = field(default_factory=dict)
    instances: Mapping[str, Callable[[Any], tuple[Any, ...]]] = field(default_factory=dict)


def read_meanings(folder: Path) -> Meanings:
    """Read `meaning.py` of an exercise's folder; a missing file says nothing.

    A function named after a task tells what an answer means; `<task>_instance` draws arguments; TOLERANCES is a dict.
    """
    path = folder / "meaning.py"
    if not path.is_file():
        return Meanings()
    found = runpy.run_path(str(path))
    return Meanings(
        {name: value for name, value in found.items() if not name.startswith("_")},
        dict(found.get("TOLERANCES", {})),
        {
            name.removesuffix("_instance"): value
            for name, value in found.items()
            if name.endswith("_instance")
        },
    )


def read_contract(text: str, check: str, task: str, meanings: Meanings) -> Contract:
    """Read the contract of a task from its text and the code of its check."""
    calls = _assertions(python_tree(check))
    names = {name for name, _ in calls}
    words = " ".join(text.lower().split())
    strict = any(_is_true(keywords.get("strict_phase")) for _, keywords in calls)
    measures, limits = _measured(check, calls)
    meaning = meanings.functions.get(task)
    return Contract(
        compared=_compared(calls),
        phase_free=not strict and bool(names & _PHASE_FREE),
        measures=measures,
        limits=limits,
        circuit_only="`quantumcircuit`" in words,
        measurable=_compared(calls) == "state"
        and not re.search("without measure|no measure", words),
        words=words,
        meaning=meaning if callable(meaning) else None,
        tolerance=float(meanings.tolerances.get(task, EXACT)),
    )


def _compared(calls: list[tuple[str, dict[str, ast.expr]]]) -> Compared:
    names = {name for name, _ in calls}
    if "assert_same_channel" in names:
        return "instrument"
    if names & {"assert_same_unitary", "assert_marks", "assert_same_isometry"}:
        return "unitary"
    families = [
        keywords["compare"]
        for name, keywords in calls
        if name == "assert_parameterised_family" and "compare" in keywords
    ]
    if "assert_parameterised_family" in names and not families:
        return "unitary"
    if any(isinstance(word, ast.Constant) and word.value == "state" for word in families):
        return "state"
    return "state" if "assert_same_state" in names else "outcomes"


def _measured(
    check: str, calls: list[tuple[str, dict[str, ast.expr]]]
) -> tuple[frozenset[str], frozenset[str]]:
    tree = python_tree(check)
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    if read & _LOOKS or _reads_steps(tree):
        return MEASURES, frozenset()
    given = {keyword for name, keywords in calls if name == "assert_budget" for keyword in keywords}
    measures = set().union(*(_LIMITS.get(keyword, MEASURES) for keyword in given))
    measures |= {"qubits"} if "num_qubits" in read else set()
    measures |= {"bits"}  # the label of an outcome has one character for each bit
    numbers = given & {"depth", "gates", "two_qubit_gates", "two_qubit_depth", "t_count"}
    return frozenset(measures), frozenset(numbers)


def _assertions(tree: ast.Module) -> list[tuple[str, dict[str, ast.expr]]]:
    """Return each use of an assertion with its keywords: called, in a partial, or handed over by its name."""
    found: list[tuple[str, dict[str, ast.expr]]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            keywords = {word.arg: word.value for word in node.keywords if word.arg}
            found += [
                (part.id, keywords)
                for part in (node.func, *node.args)
                if isinstance(part, ast.Name) and part.id.startswith("assert_")
            ]
        elif isinstance(node, ast.Name) and node.id.startswith("assert_"):
            found.append((node.id, {}))
    return found


def _reads_steps(tree: ast.Module) -> bool:
    """Whether something goes through `circuit.data`; the data of a state or an operator are numbers."""
    gone_through = [
        node.iter for node in ast.walk(tree) if isinstance(node, ast.For | ast.comprehension)
    ]
    gone_through += [
        part
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        for part in node.args
        if node.func.id in {"len", "enumerate", "list"}
    ]
    return any(
        isinstance(part, ast.Attribute) and part.attr == "data" and isinstance(part.value, ast.Name)
        for part in gone_through
    )


def _is_true(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is True
