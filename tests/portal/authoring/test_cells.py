"""The text of an exercise, taken apart and put together again."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.authoring.cells import cell_at, is_head, joined, split, with_points
from portal.authoring.report import DraftFinding, DraftPreviewCell, DraftReport, DraftTask
from tests.grader.authoring.samples import EXERCISE

ROOT = Path(__file__).parents[3]
TEXTS = {path.parent.name: path for path in sorted(ROOT.glob("exercises/*/exercise.py"))}


def again(text: str) -> str:
    return joined([(cell.head, cell.text, cell.gap) for cell in split(text)])


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_nobody_touched_stays_letter_by_letter(name: str) -> None:
    text = TEXTS[name].read_text(encoding="utf-8")
    assert again(text) == text


def test_cells_say_what_they_are() -> None:
    cells = split(EXERCISE)
    assert [(cell.kind, cell.name, cell.points) for cell in cells] == [
        ("prose", "", ""),
        ("given", "imports", ""),
        ("task", "make_pair", ""),
        ("answer", "make_pair", ""),
        ("check", "make_pair", "2"),
        ("task", "no_signal", ""),
        ("essay", "no_signal", "3"),
        ("rubric", "no_signal", ""),
    ]
    assert [cell.name for cell in cells if cell.holds_hidden_tests] == ["make_pair"]
    assert [cell.kind for cell in cells if cell.holds_solution] == ["answer", "essay", "rubric"]


def test_prose_is_edited_without_comment_marks() -> None:
    first = split(EXERCISE)[0]
    assert first.text.startswith("# Pairs\n\nIn this exercise")
    assert (
        joined([(first.head, "# New\r\n\r\nText", 1)]) == "# %% [markdown]\n# # New\n#\n# Text\n\n"
    )


def test_a_line_is_found_in_its_cell() -> None:
    cells = split(EXERCISE)
    line = EXERCISE[: EXERCISE.index("assert len")].count("\n") + 1
    number = cell_at(cells, line)
    assert number is not None
    assert cells[number].kind == "check"
    assert cells[number].text.split("\n")[line - cells[number].line - 1].startswith("assert len")
    assert cell_at(cells, 0) is None


def test_points_and_headers() -> None:
    assert with_points('# %% check="a" points=2', "2.5") == '# %% check="a" points=2.5'
    assert is_head("# %% [markdown]")
    assert not is_head("import os")
    assert not is_head("# %%\nimport os")


def test_a_text_that_begins_with_no_header_is_kept() -> None:
    assert again("import os\n\n# %%\nx = 1\n") == "import os\n\n# %%\nx = 1\n"


def report(**changes: object) -> DraftReport:
    sound = DraftTask("a", 3, 4, 2, 50, 1, [], [], 1.5)
    return DraftReport(
        **{
            "problems": [],
            "tasks": [sound],
            "untranslated": {},
            "preview": {"en": [DraftPreviewCell(True, "# A")]},
            "seconds": 1.0,
        }
        | changes
    )


def test_only_what_was_built_and_decides_rightly_has_passed() -> None:
    finding = [DraftFinding("v", "c", "e")]
    assert report().passed
    assert not report(preview={}).passed
    assert not report(tasks=[DraftTask("a", 3, 4, 2, 50, 1, finding, [], 1.5)]).passed
    assert not report(tasks=[DraftTask("a", 3, 4, 2, 50, 1, [], finding, 1.5)]).passed
