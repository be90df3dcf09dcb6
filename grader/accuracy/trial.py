"""One variant before the check of its task, in a fork, within limits."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec
from qiskit import QuantumCircuit

from grader.accuracy.calls import Changer
from grader.accuracy.costs import costs, no_dearer
from grader.accuracy.fork import Say, in_fork
from grader.accuracy.oracle import Oracle, disproof
from grader.accuracy.theatre import Theatre, perform
from grader.accuracy.variants import Variant, form_asked

Verdict = Literal["passed", "refused", "undecided", "broken", "late", "died"]

RIGHT_SECONDS = 90.0
_PROOF_SECONDS = 30.0


@dataclass(frozen=True)
class Trial:
    """What became of a variant.

    Attributes:
        verdict: of the check; `broken`: the answer raised an error; `undecided`: the check left it to a person.
        code: the diagnosis, or the class of the error.
        message: what was said.
        seconds: how long the check took.
        touched: whether the change had any effect on what the check saw.
        dearer: whether it costs more than what it was made of, in what the contract limits.
        different: an input on which it is not what the reference is; None where there is none, or nobody looked.
        proven: whether the proof came to its end.
    """

    verdict: Verdict
    code: str = ""
    message: str = ""
    seconds: float = 0.0
    touched: bool = True
    dearer: bool = False
    different: str | None = None
    proven: bool = False


def try_variant(theatre: Theatre, oracle: Oracle, variant: Variant) -> Trial:
    """Run the check on a variant; where the verdict needs it, prove what the variant is.

    Rewrites are always proven, mutants when the check accepts them.
    """
    patient = variant.kind in {"right", "rewrite", "miss"}
    seconds = RIGHT_SECONDS if patient else 2.0 + 8 * oracle.seconds

    def work(say: Say) -> None:
        _play(theatre, oracle, variant, say)

    said, ended = in_fork(work, seconds, _PROOF_SECONDS)
    if not said:
        return Trial("late" if ended == "late" else "died", code=ended)
    return msgspec.json.decode(said[-1], type=Trial)


def _play(theatre: Theatre, oracle: Oracle, variant: Variant, say: Say) -> None:
    changer = Changer(variant.on_arguments, variant.on_result)
    begun = time.perf_counter()
    try:
        space = theatre.stage(variant.text)
        for name in theatre.names:
            value = space[name]
            if callable(value) and not isinstance(value, type):
                space[name] = changer.around(value)
            elif variant.on_result is not None:
                space[name] = changer.result((), value)
        begun = time.perf_counter()
        perform(theatre.check, space)
        verdict: Verdict = "passed"
        code = message = ""
    except AssertionError as error:
        verdict, code, message = "refused", _code(error), str(error)
    except BaseException as error:  # noqa: BLE001 - a mutant may raise anything
        undecided = type(error).__name__ == "NotDecidedError"
        verdict = "undecided" if undecided else "broken"
        code, message = "not_decided" if undecided else "error", f"{type(error).__name__}: {error}"
    seconds = time.perf_counter() - begun
    altered = variant.on_arguments is not None or variant.on_result is not None
    trial = Trial(verdict, code, message[:600], seconds, touched=changer.touched or not altered)
    say(msgspec.json.encode(trial))
    wanted = variant.kind == "rewrite" or (variant.kind == "mutant" and verdict == "passed")
    if not (wanted and trial.touched):
        return
    own = variant.kind == "rewrite"
    dearer = False
    try:
        dearer = own and (
            not form_asked(theatre, variant)
            or any(_dearer(theatre, old, new) for old, new in changer.changed)
        )
        different = disproof(theatre, oracle, space, own=own)
    except BaseException as error:  # noqa: BLE001 - as above
        different = f"stops with {type(error).__name__}: {error}"
    say(msgspec.json.encode(replace(trial, dearer=dearer, different=different, proven=True)))


def _code(error: AssertionError) -> str:
    return str(getattr(error, "code", "assert"))


def _dearer(theatre: Theatre, old: Any, new: Any) -> bool:
    if isinstance(old, list | tuple) and isinstance(new, list | tuple):
        return any(_dearer(theatre, one, other) for one, other in zip(old, new, strict=False))
    if not isinstance(old, QuantumCircuit) or not isinstance(new, QuantumCircuit):
        return False
    measures = theatre.contract.measures
    if theatre.contract.measurable:
        measures -= {"bits"}
    return not no_dearer(costs(new), costs(old), measures)
