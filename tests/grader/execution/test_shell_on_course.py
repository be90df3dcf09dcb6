"""All lessons and exercises put out in a `NotebookShell` what they put out in a real kernel driven by nbclient."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.authoring.source import read_exercise, read_lesson
from grader.bench.notebook_ways import Forking, Plain
from grader.bench.shells import difference
from tests.known_good import unless_known

ROOT = Path(__file__).resolve().parents[3]
PLAYERS = [ROOT / "grader" / part for part in ("checks", "execution", "bench")]
SOURCES = sorted([*ROOT.glob("curriculum/*/lesson.py"), *ROOT.glob("exercises/*/exercise.py")])


@pytest.fixture(scope="module")
def warm() -> Iterator[Forking]:
    with Forking("shell") as way:
        yield way


def test_there_are_lessons_and_exercises() -> None:
    assert {path.stem for path in SOURCES} == {"lesson", "exercise"}


def stream(text: str) -> list[dict[str, str]]:
    return [{"output_type": "stream", "name": "stderr", "text": text}]


def test_bars_of_progress_differ_by_how_far_they_came_alone() -> None:
    quick = "\rseeds:   0%|    | 0/4\rseeds: 100%|####| 4/4 [00:01<00:00,  3.98it/s]\n"
    slow = "\rseeds: 0%| | 0/4\rseeds: 50%|# | 2/4\rseeds: 100%|##| 4/4 [00:09<00:00, 11.4it/s]\n"
    assert difference(stream(quick), stream(slow)) == ""
    assert difference(stream(quick), stream(slow.partition("\rseeds: 100")[0])) != ""
    assert difference(stream("half 50% of 4"), stream("half 50% of 5")) != ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.stem}-{path.parent.name}")
def test_outputs_are_those_of_a_kernel(
    path: Path, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with unless_known(request, f"outputs of {path.relative_to(ROOT)}", [path, *PLAYERS]) as unknown:
        if unknown:
            compare(path, request.getfixturevalue("warm"), tmp_path)


def compare(path: Path, warm: Forking, folder: Path) -> None:
    source = read_lesson(path) if path.stem == "lesson" else read_exercise(path)
    cells = [cell.text for cell in source.cells if not cell.kind.is_markdown and cell.text.strip()]
    expected = Plain().run(cells, folder).outputs
    outputs = warm.run(cells, folder).outputs
    for text, truth, kept in zip(cells, expected, outputs, strict=True):
        assert difference(truth, kept) == "", text
