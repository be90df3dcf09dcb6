"""What right answers mean, on the inputs of a check and on further ones: the yardstick of every proof.

The inputs are those that the check used on the reference, visible ones first. Further ones count only where the
reference and every right answer of people agree; where they do not agree on the check's own inputs, answers are not
unique, and the exercise has to say what they mean (`meaning.py`).
"""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass
from typing import Any

import cloudpickle  # type: ignore[import-untyped]
import numpy as np

from grader.accuracy.calls import Call, Recorder, key
from grader.accuracy.instances import further
from grader.accuracy.meaning import Plain, difference, meaning_of
from grader.accuracy.simulation import UndecidableError
from grader.accuracy.theatre import Theatre, perform

MOST_INPUTS = 60
FURTHER = 80
SECONDS = 6.0


@dataclass(frozen=True)
class Oracle:
    """The yardstick.

    Attributes:
        calls: the inputs.
        meanings: what the reference's answers to them mean.
        own: how many of them are the check's own.
        visible: texts of the inputs that a learner sees.
        hidden: whether the check has inputs that she does not see.
        kinds: types of what the reference returns.
        seconds: how long the check took.
        doubts: for people.
    """

    calls: tuple[Call, ...]
    meanings: tuple[Plain, ...]
    own: int
    visible: frozenset[str]
    hidden: bool
    kinds: frozenset[str]
    seconds: float
    doubts: tuple[str, ...]


def consult(theatre: Theatre, seed: int, count: int = FURTHER) -> bytes:
    """Play the reference and the right answers, and return the `Oracle`, serialised.

    Args:
        theatre: the task.
        seed: where chance begins.
        count: how many further inputs to draw.
    """
    seen, _, _ = _recorded(theatre, theatre.visible)
    visible = frozenset(_call_key(call) for call in seen.calls)
    recorder, space, seconds = _recorded(theatre, theatre.check)
    kinds = {type(result).__name__ for result in recorder.results}
    for name in theatre.names:
        if not callable(space[name]):
            recorder.calls.append(Call(name, (), is_value=True))
            kinds.add(type(space[name]).__name__)
    doubts: list[str] = []
    own = _distinct(recorder.calls)
    hidden = any(_call_key(call) not in visible for call in own)
    rng = np.random.default_rng(seed)
    if len(own) > MOST_INPUTS:
        own = [own[int(k)] for k in sorted(rng.permutation(len(own))[:MOST_INPUTS])]
    meant = [_meant(theatre, space, call) for call in own]
    troubles = {said for said in meant if isinstance(said, str)}
    doubts += [f"not compared: {said}" for said in sorted(troubles)[:2]]
    kept = [
        (call, plain) for call, plain in zip(own, meant, strict=True) if isinstance(plain, Plain)
    ]
    usable = len(kept)
    others = [theatre.stage(answer.text) for answer in theatre.right]
    for answer, other in zip(theatre.right, others, strict=True):
        for call, plain in kept:
            said = _disagreement(theatre, other, call, plain)
            if said is not None:
                doubts.append(f"{answer.name} differs from the reference on {shown(call)}: {said}")
                break
    deadline = time.monotonic() + SECONDS
    for call in _further(theatre, own, rng, count):
        if time.monotonic() > deadline:
            break
        told = _meant(theatre, space, call)
        if isinstance(told, Plain) and not any(
            _disagreement(theatre, other, call, told) for other in others
        ):
            kept.append((call, told))
    kept = [pair for pair in kept if _travels(pair)]
    oracle = Oracle(
        tuple(call for call, _ in kept),
        tuple(plain for _, plain in kept),
        min(usable, len(kept)),
        visible,
        hidden,
        frozenset(kinds),
        seconds,
        tuple(doubts),
    )
    return bytes(cloudpickle.dumps(oracle))


def disproof(
    theatre: Theatre, oracle: Oracle, space: dict[str, Any], *, own: bool = False
) -> str | None:
    """Return an input on which an answer differs from the reference, and how; None if there is none.

    Args:
        theatre: the task.
        oracle: the yardstick.
        space: the namespace of the answer.
        own: look at the check's own inputs alone.
    """
    count = oracle.own if own else len(oracle.calls)
    for call, plain in zip(oracle.calls[:count], oracle.meanings[:count], strict=True):
        said = _disagreement(theatre, space, call, plain)
        if said is not None:
            return f"{shown(call)}: {said}"
    return None


def shown(call: Call) -> str:
    """Return a call as people read it, cut where it gets long."""
    text = ", ".join(key(argument) for argument in call.arguments)
    return (
        call.name
        if call.is_value
        else f"{call.name}({text if len(text) < 300 else text[:300] + ' ...'})"
    )


def _recorded(theatre: Theatre, check: str) -> tuple[Recorder, dict[str, Any], float]:
    space = theatre.stage(theatre.answer)
    originals = {name: space[name] for name in theatre.names}
    recorder = Recorder()
    for name, value in originals.items():
        if callable(value) and not isinstance(value, type):
            space[name] = recorder.around(name, value)
    begun = time.perf_counter()
    perform(check, space)
    seconds = time.perf_counter() - begun
    space.update(originals)
    return recorder, space, seconds


def _distinct(calls: list[Call]) -> list[Call]:
    return list({_call_key(call): call for call in calls}.values())


def _call_key(call: Call) -> str:
    return f"{call.name}{key(call.arguments)}"


def _meant(theatre: Theatre, space: dict[str, Any], call: Call) -> Plain | str:
    """Return what an answer's result means, or what stood in the way."""
    try:
        value = space[call.name]
        result = value if call.is_value else value(*copy.deepcopy(call.arguments))
        return meaning_of(copy.deepcopy(call.arguments), result, theatre.contract)
    except UndecidableError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - an answer may raise anything
        return f"raises {type(error).__name__}: {error}"


def _disagreement(theatre: Theatre, space: dict[str, Any], call: Call, plain: Plain) -> str | None:
    found = _meant(theatre, space, call)
    return found if isinstance(found, str) else difference(found, plain, theatre.contract.tolerance)


def _further(theatre: Theatre, own: list[Call], rng: np.random.Generator, count: int) -> list[Call]:
    draw = theatre.meanings.instances.get(theatre.task)
    names = [call.name for call in own if not call.is_value]
    if not names:
        return []
    if draw is not None:
        return [Call(names[0], tuple(draw(rng))) for _ in range(count)]
    found = []
    for name in dict.fromkeys(names):
        inputs = [call.arguments for call in own if call.name == name]
        found += [Call(name, made) for made in further(inputs, count, rng)]
    return found


def _travels(pair: tuple[Call, Plain]) -> bool:
    try:
        cloudpickle.dumps(pair)
    except (TypeError, AttributeError, ValueError):
        return False
    return True
