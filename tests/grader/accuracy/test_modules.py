"""The checks of every module err nowhere: what the last audit recorded, and a part of it anew where that is stale.

`qampus audit --record` tries everything, in minutes; what it found is in docs/accuracy.json with a digest of all that
it depends on.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from grader.accuracy.record import read_record, stale_modules
from grader.accuracy.run import audit, exercises, orders
from grader.accuracy.table import row
from tests.known_good import unless_known

ROOT = Path(__file__).parents[3]
EVERY = orders(exercises(ROOT), seed=0)
STALE = stale_modules(ROOT, read_record(ROOT))
MODULES = [folder.name for folder in exercises(ROOT)]


@pytest.mark.parametrize("module", MODULES)
def test_no_right_answer_is_refused_and_no_wrong_one_accepted(module, request):
    if module not in STALE:
        return  # all of it was tried with this very content, see the test of the published table
    paths = [ROOT / "exercises" / module, ROOT / "grader" / "checks", ROOT / "grader" / "accuracy"]
    with unless_known(request, f"audit of {module}", paths) as unknown:
        if unknown:
            audit_in_part(module)


def audit_in_part(module):
    wanted = [
        replace(order, mutants=6, rewrites=4, inputs=16)
        for order in EVERY
        if Path(order.folder).name == module
    ]
    found = audit(wanted, workers=1)
    faults = [row(task) for task in found.tasks if task.refused or task.survivors or task.doubts]
    assert not faults, "\n".join(faults)
    assert all(task.mutants >= 6 and task.rewrites >= 1 for task in found.tasks)


def test_the_published_table_has_nothing_but_zeros():
    recorded = read_record(ROOT).modules
    assert set(recorded) == set(MODULES), "run qampus audit --record"
    faults = [row(task) for one in recorded.values() for task in one.tasks if not task.accurate]
    assert not faults, "\n".join(faults)
