"""A draft beside the course, and into it: all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.authoring.build import build
from grader.authoring.draft import Action, Order
from grader.authoring.drafting import DraftRefusedError, install, scratch_course
from grader.authoring.translate import translate
from grader.build_folder import read_catalog
from grader.errors import SourceError
from tests.grader.authoring.samples import EXERCISE, MODULE, fill, write_course

CHANGED = EXERCISE.replace("you make a **pair** with", "you make one **pair** with")
BROKEN = EXERCISE.replace("== 4", "== 5")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_course(tmp_path_factory.mktemp("course"))
    translate(root, report=lambda _: None)
    fill(root / "exercises" / "locale" / "ja" / f"{MODULE}.po")
    build(root, root / "build", report=lambda _: None)
    return root


def texts(root: Path) -> dict[Path, bytes]:
    """Return all that an author or a translator wrote."""
    return {
        path: path.read_bytes()
        for area in ("curriculum", "exercises")
        for path in (root / area).rglob("*")
        if path.is_file()
    }


def order(root: Path, text: str, base: str = EXERCISE) -> Order:
    return Order(Action.INSTALL, str(root), str(root / "build"), MODULE, base, text)


def version(root: Path) -> str:
    return read_catalog(root / "build")[MODULE].version


def test_the_copy_holds_the_draft_and_the_course_does_not(course: Path, tmp_path: Path) -> None:
    before = texts(course)
    copy = scratch_course(course, MODULE, CHANGED, tmp_path / "copy")
    assert (copy / "exercises" / MODULE / "exercise.py").read_text() == CHANGED
    japanese = (copy / "exercises" / "locale" / "ja" / f"{MODULE}.po").read_text()
    assert japanese.count("#, fuzzy") == 1  # the changed paragraph is stale, not lost
    assert texts(course) == before


def test_a_text_that_cannot_be_read_is_said_with_its_line(course: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        scratch_course(course, MODULE, EXERCISE.replace("def make_pair()", "def (", 1), tmp_path)
    (problem, *_) = caught.value.problems
    assert "no valid Python" in problem.message


def test_a_folder_that_was_edited_is_left_alone(course: Path, tmp_path: Path) -> None:
    before, built = texts(course), version(course)
    with pytest.raises(DraftRefusedError, match="changed by hand"):
        install(order(course, CHANGED, base="another text"), tmp_path / "copy")
    assert (texts(course), version(course)) == (before, built)


def test_what_cannot_be_built_leaves_the_course_as_it_was(course: Path, tmp_path: Path) -> None:
    before, built = texts(course), version(course)
    with pytest.raises(SourceError):
        install(order(course, BROKEN), tmp_path / "copy")
    assert (texts(course), version(course)) == (before, built)


def test_a_draft_becomes_a_version_and_twice_is_once(course: Path, tmp_path: Path) -> None:
    before = version(course)
    first = install(order(course, CHANGED), tmp_path / "first")
    assert first == version(course) != before
    assert (course / "exercises" / MODULE / "exercise.py").read_text() == CHANGED
    # Interrupted after the text was written, it is done again: the text is then the draft's own.
    assert install(order(course, CHANGED), tmp_path / "second") == first
    # A solution or a hidden test alone makes a new version, too: learners see no difference.
    hidden = CHANGED.replace("< 1e-9", "< 1e-8")
    assert install(order(course, hidden, base=CHANGED), tmp_path / "third") != first
