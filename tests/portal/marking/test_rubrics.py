"""From the text of a rubric to lines that points are given for; and all rubrics of the course have such lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.rubrics import read_rubric, rubric_of

EXERCISES = sorted((Path(__file__).parents[3] / "exercises").glob("*/exercise.py"))


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.parent.name)
def test_every_rubric_of_the_course_is_marked_line_by_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    points = dict(re.findall(r'essay="(\w+)" points=([\d.]+)', text))
    rubrics = re.findall(r'# %% \[markdown\] rubric="(\w+)"\n((?:#.*\n)+)', text)
    assert rubrics
    for task, block in rubrics:
        markdown = "\n".join(line.removeprefix("#").removeprefix(" ") for line in block.split("\n"))
        found = read_rubric(markdown, float(points[task]))
        assert sum(line.points for line in found.lines) == float(points[task])
        assert all(line.text for line in found.lines)


def test_a_line_is_a_paragraph_that_begins_in_bold_and_names_points() -> None:
    found = read_rubric(
        "Read it twice.\n\n- **1 point, reason:** says why.\n\n"
        "**Rule (1.5 points):** safe where 2 points are\nnot meant.\n\nNo half points.",
        2.5,
    )
    assert [(line.points, line.name) for line in found.lines] == [(1.0, "reason"), (1.5, "Rule")]
    assert found.lines[1].text == "safe where 2 points are\nnot meant."
    assert (found.before, found.after) == ("Read it twice.", "No half points.")


@pytest.mark.parametrize(
    ("text", "name"),
    [("- **1 点、理由:** なぜか。", "理由"), ("**근거 (1점):** 이유.", "근거")],
)
def test_rubrics_are_read_in_all_languages(text: str, name: str) -> None:
    (line,) = read_rubric(text, 1).lines
    assert (line.points, line.name) == (1.0, name)


def test_lines_that_do_not_add_up_are_not_marked_by() -> None:
    text = "- **1 point, a:** b.\n\n- **1 point, c:** d."
    assert read_rubric(text, 3).lines == ()
    assert read_rubric(text, 3).before == text
    assert read_rubric("Be kind.", 3).lines == ()


def test_half_points_can_be_given_and_all() -> None:
    (line,) = read_rubric("**1.25 points:** a.", 1.25).lines
    assert line.choices == (0.0, 0.5, 1.0, 1.25)


def test_a_translation_that_has_no_lines_gives_way_to_english() -> None:
    manifest = {
        "tasks": [
            {"id": "a", "points": 1, "rubric": {"en": "**1 point:** x.", "ja": "なし"}},
            {"id": "b", "points": 1},
        ]
    }
    found = rubric_of(manifest, "a", "ja")
    assert found is not None
    assert len(found.lines) == 1
    assert rubric_of(manifest, "b", "ja") is None
    assert rubric_of(manifest, "none", "ja") is None
    assert rubric_of({}, "a", "ja") is None
