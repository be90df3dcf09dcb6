"""Which variants of an answer a task's check is tried with."""

from __future__ import annotations

import ast
import difflib
import itertools
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.random import Generator
from qiskit import QuantumCircuit

from grader.accuracy import circuit_mutants, circuit_rewrites, value_changes
from grader.accuracy.calls import key
from grader.accuracy.oracle import Oracle
from grader.accuracy.source_mutants import source_mutants
from grader.accuracy.source_rewrites import source_rewrites
from grader.accuracy.theatre import Theatre
from grader.authoring.source import python_tree

Kind = Literal["right", "rewrite", "miss", "mutant", "costly"]


@dataclass(frozen=True)
class Variant:
    """One answer to try.

    Attributes:
        kind: `right` and `miss` are people's; `costly` does what is asked at far too high a cost.
        name: for people.
        text: the answer cell.
        change: what differs from the answer it is made of, for people.
        on_arguments: see `grader.accuracy.calls.Changer`.
        on_result: see there.
        asked: a form that the task's text has to name; None if it need not.
    """

    kind: Kind
    name: str
    text: str
    change: str
    on_arguments: Callable[[tuple[Any, ...]], Any] | None = None
    on_result: Callable[[tuple[Any, ...], Any], Any] | None = None
    asked: str | None = None


def right_variants(theatre: Theatre, oracle: Oracle, seed: int) -> Iterator[Variant]:
    """Return the answers that must pass: people's, and rewrites of them."""
    yield Variant("right", "reference", theatre.answer, "")
    for answer in theatre.right:
        yield Variant("right", answer.name, answer.text, answer.why)
    rng = _chance(theatre, seed, "right")
    yield from _rewrites(theatre, oracle, "reference", theatre.answer, rng, most=None)
    for answer in theatre.right:
        yield from _rewrites(theatre, oracle, answer.name, answer.text, rng, most=4)


def wrong_variants(theatre: Theatre, oracle: Oracle, seed: int) -> Iterator[Variant]:
    """Return the answers that must fail: people's, then mutants without end in sight, well mixed."""
    for answer in theatre.wrong:
        yield Variant("miss", answer.name, answer.text, answer.why)
    if "QuantumCircuit" in oracle.kinds and theatre.contract.limits:
        yield _on_result(
            "costly", "reference, padded with gates", theatre, circuit_mutants.padded, 0
        )
    rng = _chance(theatre, seed, "wrong")
    yield from _tailored(theatre, oracle)
    sources = [
        _source("mutant", "reference", theatre.answer, *one)
        for one in source_mutants(theatre.answer)
    ]
    results = [
        _on_result("mutant", f"reference, {name}", theatre, change, _seed(rng))
        for name, change in _result_mutants(theatre, oracle)
    ]
    results += [
        _on_arguments(f"reference, {name}", theatre, change, _seed(rng))
        for name, change in value_changes.ARGUMENT_MUTANTS.items()
    ]
    mixed = itertools.zip_longest(_shuffled(sources, rng), _shuffled(results, rng))
    yield from (one for pair in mixed for one in pair if one is not None)
    more = [
        _source("mutant", answer.name, answer.text, *one)
        for answer in theatre.right
        for one in source_mutants(answer.text)
    ]
    yield from _shuffled(more, rng)


def _chance(theatre: Theatre, seed: int, what: str) -> Generator:
    named = zlib.crc32(f"{theatre.module} {theatre.task} {what}".encode())
    return np.random.default_rng([seed, named])


def _seed(rng: Generator) -> int:
    return int(rng.integers(1 << 31))


def _shuffled(variants: list[Variant], rng: Generator) -> list[Variant]:
    return [variants[int(k)] for k in rng.permutation(len(variants))]


def _rewrites(
    theatre: Theatre, oracle: Oracle, name: str, text: str, rng: Generator, *, most: int | None
) -> list[Variant]:
    found = [_source("rewrite", name, text, *one) for one in source_rewrites(text)]
    changes: list[tuple[str, Any]] = []
    if "QuantumCircuit" in oracle.kinds:
        changes += circuit_rewrites.REWRITES.items()
    if oracle.kinds - {"QuantumCircuit"}:
        changes += value_changes.REWRITES.items()
    found += [
        _on_result("rewrite", f"{name}, {what}", theatre, change, _seed(rng), text=text, what=what)
        for what, change in changes
    ]
    if most is None or len(found) <= most:
        return found
    return [found[int(k)] for k in sorted(rng.permutation(len(found))[:most])]


def _result_mutants(theatre: Theatre, oracle: Oracle) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    if "QuantumCircuit" in oracle.kinds:
        found += circuit_mutants.MUTANTS.items()
        if not theatre.contract.circuit_only:
            found = [one for one in found if "instead of a circuit" not in one[0]]
    if oracle.kinds - {"QuantumCircuit"}:
        found += value_changes.MUTANTS.items()
    return found


def _tailored(theatre: Theatre, oracle: Oracle) -> Iterator[Variant]:
    """Answers that are right on what learners see, and wrong elsewhere."""
    if not oracle.hidden:
        return
    wrongs: dict[str, Callable[[Any, Generator], Any]] = {
        "nothing": lambda _value, _rng: "nothing",
        "a circuit that does nothing": circuit_mutants.MUTANTS["nothing done"],
        "zeros": value_changes.MUTANTS["all numbers zero"],
        "the opposite sign": value_changes.MUTANTS["all numbers negated"],
    }
    for said, wrong in wrongs.items():

        def change(arguments: tuple[Any, ...], result: Any, wrong: Any = wrong) -> Any:
            if any(text.endswith(key(arguments)) for text in oracle.visible):
                return None
            return _changed(wrong, result, np.random.default_rng(0))

        what = f"right on the visible inputs, {said} elsewhere"
        yield Variant("mutant", f"reference, {what}", theatre.answer, what, on_result=change)


def _source(kind: Kind, name: str, text: str, what: str, changed: str) -> Variant:
    shown = "\n".join(
        line
        for line in difflib.unified_diff(_plain(text), _plain(changed), lineterm="", n=0)
        if not line.startswith(("---", "+++", "@@"))
    )
    return Variant(kind, f"{name}, {what}", changed, shown)


def _plain(text: str) -> list[str]:
    return ast.unparse(python_tree(text)).splitlines()


def _on_result(
    kind: Kind,
    name: str,
    theatre: Theatre,
    change: Any,
    seed: int,
    *,
    text: str | None = None,
    what: str = "",
) -> Variant:
    def apply(_arguments: tuple[Any, ...], result: Any) -> Any:
        return _changed(change, result, np.random.default_rng(seed))

    return Variant(
        kind,
        name,
        theatre.answer if text is None else text,
        name,
        on_result=apply,
        asked=value_changes.KINDS_ASKED.get(what),
    )


def _on_arguments(name: str, theatre: Theatre, change: Any, seed: int) -> Variant:
    def apply(arguments: tuple[Any, ...]) -> Any:
        return change(arguments, np.random.default_rng(seed))

    return Variant("mutant", name, theatre.answer, name, on_arguments=apply)


def _changed(change: Any, result: Any, rng: Generator) -> Any:
    """Apply a change to a circuit or to other data; circuits inside lists and tuples count as circuits."""
    of_circuits = change in _CIRCUIT_CHANGES
    if isinstance(result, QuantumCircuit):
        return change(result, rng) if of_circuits else None
    if isinstance(result, list | tuple) and any(isinstance(one, QuantumCircuit) for one in result):
        if not of_circuits:
            return None
        parts = [change(one, rng) if isinstance(one, QuantumCircuit) else one for one in result]
        return None if None in [p if p is None else 0 for p in parts] else type(result)(parts)
    return None if of_circuits else change(result, rng)


_CIRCUIT_CHANGES = frozenset(
    [*circuit_mutants.MUTANTS.values(), *circuit_rewrites.REWRITES.values(), circuit_mutants.padded]
)


def form_asked(theatre: Theatre, variant: Variant) -> bool:
    """Whether the task's text allows the form of a rewrite."""
    return variant.asked is None or re.search(variant.asked, theatre.contract.words) is not None
