"""The audit as people read it: lines in a terminal, and a page of the documentation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.accuracy.results import WANTED_MUTANTS, Finding, TaskAccuracy, total

_COLUMNS = (
    ("task", 44),
    ("right", 6),
    ("rewrites", 9),
    ("refused", 8),
    ("wrong", 6),
    ("mutants", 8),
    ("accepted", 9),
    ("equivalent", 11),
    ("ms", 7),
)

EXPLANATION = f"""# How often the checks err

Made by `qampus audit --record`; do not edit. Each line is one task that a program checks.

- **Right answers refused** has to be 0. Tried are the reference, the answers of `right/`, and *rewrites*: the same
  circuit decomposed by the transpiler in several gate sets, with gates commuted, barriers, another global phase, gates
  of one's own, other registers; the same numbers in other types; the same program written otherwise. A rewrite counts
  only if it is proven to do the same and to cost no more in anything that the task limits.
- **Wrong answers accepted** has to be 0. Tried are the near misses of `wrong/` and at least {WANTED_MUTANTS} *mutants*:
  a gate dropped, added, turned round, an angle changed, an ancilla left dirty, a number shifted, an argument exchanged,
  a fault in the source, an answer that is right on the visible inputs alone. A mutant that stops with an error is not
  counted: any check refuses that.
- **Equivalent** are accepted mutants proven to be right: what they return does the same on every input of the check and
  on further ones, compared to 1e-9 (or to the tolerance that the task states) by a simulation in NumPy that shares
  nothing with the checks. Further inputs are drawn where the reference and all answers of `right/` agree. **Inputs** is
  how many were compared.
- **Codes** are the diagnoses that wrong answers got, with how often. **ms** is the median time of the whole check,
  visible and hidden.

## What to do with a survivor

`qampus audit MODULE` shows its difference from the reference and an input on which the two part. Ask which of them the
task's *text* calls right.

1. The mutant is wrong: the check misses an instance or an assertion. Add a hidden one that is generic rather than one
   that kills this very mutant, then add the mutant to `wrong/` if a learner could write it.
2. The mutant is right, because answers are not unique: say in `exercises/<module>/meaning.py` what an answer means (a
   function of the task's name, of arguments and result, that returns plain numbers; nothing of `grader.checks`). A
   tolerance that the text states goes into its TOLERANCES.
3. The input is outside the contract: draw inputs in `meaning.py` (`<task>_instance(rng)` returns the arguments).
4. The text does not decide it: mend the text.

A refused right answer is a fault of the check, never of the answer. Try other seeds (`--seed`) before you trust a zero.
"""


def head() -> str:
    """Return the names of the columns."""
    return "".join(
        name.ljust(width) if name == "task" else name.rjust(width) for name, width in _COLUMNS
    )


def row(task: TaskAccuracy) -> str:
    """Return the line of a task, and one for each finding."""
    values = (
        f"{task.module} {task.task}"[:43],
        task.right,
        task.rewrites,
        len(task.refused),
        task.misses,
        task.mutants,
        len(task.survivors),
        task.equivalent,
        f"{task.milliseconds:.1f}",
    )
    line = "".join(
        str(value).ljust(width) if name == "task" else str(value).rjust(width)
        for (name, width), value in zip(_COLUMNS, values, strict=True)
    )
    notes = [_finding("right answer refused", one) for one in task.refused]
    notes += [_finding("wrong answer accepted", one) for one in task.survivors]
    notes += [f"  doubt: {doubt}" for doubt in task.doubts]
    if task.mutants < WANTED_MUTANTS and task.task.isidentifier():
        notes.append(f"  too few mutants: {task.mutants} of {WANTED_MUTANTS}")
    return "\n".join([line, *notes])


def codes(tasks: Sequence[TaskAccuracy]) -> str:
    """Return the diagnoses met, the most frequent first."""
    return _codes(total(tasks))


def page(tasks: Mapping[str, Sequence[TaskAccuracy]], stale: Sequence[str], seed: int) -> str:
    """Return the page of the documentation.

    Args:
        tasks: module -> its tasks.
        stale: modules that were changed since they were audited, or never were.
        seed: of the audit.
    """
    lines = [EXPLANATION]
    if stale:
        lines.append(
            f"**Out of date** for {', '.join(stale)}: the exercise or the checks have changed since. "
            "`qampus audit --record` measures again.\n"
        )
    every = [task for module in tasks.values() for task in module]
    summed = total(every)
    lines.append(
        f"## In all (seed {seed})\n\n{summed.task}: {len(summed.refused)} of {summed.right + summed.rewrites} right "
        f"answers refused, {len(summed.survivors)} of {summed.misses + summed.mutants} wrong answers accepted. "
        f"{summed.equivalent} further mutants are proven to be right answers.\n\nCodes: {_codes(summed)}.\n"
    )
    for module, found in tasks.items():
        lines.append(
            f"## {module}{' (out of date)' if module in stale else ''}\n\n"
            "| task | right answers | rewrites | refused | near misses | mutants | accepted | equivalent "
            "| inputs | ms | codes |\n"
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
        )
        lines += [
            f"| {one.task} | {one.right} | {one.rewrites} | **{len(one.refused)}** | {one.misses} "
            f"| {one.mutants} | **{len(one.survivors)}** | {one.equivalent} | {one.inputs} "
            f"| {one.milliseconds:.1f} | {_codes(one)} |"
            for one in found
        ]
        findings = [_finding(f"{one.task}: refused", f) for one in found for f in one.refused]
        findings += [_finding(f"{one.task}: accepted", f) for one in found for f in one.survivors]
        if findings:
            lines.append("\n```\n" + "\n".join(findings) + "\n```")
        lines.append("")
    return "\n".join(lines)


def _codes(task: TaskAccuracy) -> str:
    return ", ".join(f"{code} {count}" for code, count in task.codes.items())


def _finding(what: str, finding: Finding) -> str:
    shown = "\n".join(f"      {line}" for line in finding.change.splitlines())
    return f"  {what}: {finding.variant}\n{shown}\n    {finding.evidence}"
