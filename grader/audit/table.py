"""The table of attacks: what each deserves, what Qampus gives, and what plain nbgrader gives."""

from __future__ import annotations

from collections.abc import Iterable

from grader.audit.run import AttackResult

_NAME = 34
_HEAD = ("honest", "Qampus", "nbgrader")


def head(*, plain: bool) -> str:
    """Return the head of the table."""
    columns = _HEAD if plain else _HEAD[:2]
    return f"{'attack':{_NAME}}" + "".join(f"{word:>10}" for word in columns)


def row(result: AttackResult) -> str:
    """Return the line of one attack."""
    words = [f"{sum(result.attack.honest.values()):g}", _given(result)]
    if result.plain is not None:
        words.append(_plainly(result))
    return (
        f"{result.attack.name:{_NAME}}" + "".join(f"{word:>10}" for word in words) + _more(result)
    )


def summary(results: Iterable[AttackResult]) -> str:
    """Return the last line."""
    results = tuple(results)
    wins = sum(1 for one in results if one.won)
    text = f"{len(results)} attacks, {wins} win against Qampus"
    tried = [one for one in results if one.plain is not None and not one.plain.reason]
    if tried:
        plainly = sum(1 for one in tried if one.won_plainly)
        text += f"; {plainly} of the {len(tried)} that it could finish win against plain nbgrader"
    return text + "."


def _given(result: AttackResult) -> str:
    return "refused" if result.refused else f"{sum(result.points.values()):g}"


def _plainly(result: AttackResult) -> str:
    assert result.plain is not None
    if result.plain.reason:
        return result.plain.reason.partition(":")[0]
    return f"{sum(result.plain.points.values()):g}"


def _more(result: AttackResult) -> str:
    """Say which tasks were won without being solved, or lost although they were."""
    told = [f"  WINS {task} +{points:g}" for task, points in result.won.items()]
    told += [f"  loses {task} -{points:g}" for task, points in result.lost.items()]
    return "".join(told)
