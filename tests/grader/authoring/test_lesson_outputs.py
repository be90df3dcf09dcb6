"""A lesson is executed once for its code, checks and packages; what it put out is kept by content."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.authoring import lesson_outputs as kept
from grader.authoring import lesson_run
from grader.authoring.lesson_run import LessonRuns, lesson_outputs, lesson_problems
from grader.authoring.source import Source, read_lesson
from grader.errors import SourceError

PROSE = "# %% [markdown]\n# # Pairs\n\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


def lesson(folder: Path, code: str, prose: str = PROSE) -> Source:
    path = folder / "lesson.py"
    path.write_text(f"{prose}# %%\n{code}\n", encoding="utf-8")
    return read_lesson(path)


def counting(folder: Path) -> str:
    return f"with open({str(folder / 'runs')!r}, 'a') as file:\n    file.write('x')\nprint(6 * 7)"


def runs(folder: Path) -> int:
    return len((folder / "runs").read_text())


def test_a_lesson_is_executed_once_until_its_code_changes(tmp_path: Path) -> None:
    code = counting(tmp_path)
    for prose in (PROSE, PROSE.replace("Pairs", "Other words")):
        (outputs,) = lesson_outputs(lesson(tmp_path, code, prose))
        assert [one["text"] for one in outputs] == ["42\n"]
    assert runs(tmp_path) == 1
    lesson_outputs(lesson(tmp_path, f"{code}\nprint(1)"))
    assert runs(tmp_path) == 2


def test_a_damaged_file_is_made_anew(tmp_path: Path, cache: Path) -> None:
    source = lesson(tmp_path, counting(tmp_path))
    expected = lesson_outputs(source)
    (file,) = (cache / "qampus/lessons").iterdir()
    for damaged in (b"", file.read_bytes()[:-9], b"no archive"):
        file.write_bytes(damaged)
        assert lesson_outputs(source) == expected
    assert runs(tmp_path) == 4


def test_other_checks_or_packages_mean_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, checked = ["print(1)"], ["from grader.checks import assert_close"]
    before = kept.key_of(plain), kept.key_of(checked)
    monkeypatch.setattr(kept, "_checks", lambda: "other")
    assert kept.key_of(plain) == before[0], "it uses no checks"
    assert kept.key_of(checked) != before[1]
    monkeypatch.setattr(kept, "_packages", lambda root: ("qiskit=99",))
    assert kept.key_of(plain) != before[0]


def test_what_does_not_run_is_said_each_time_and_not_kept(tmp_path: Path, cache: Path) -> None:
    source = lesson(tmp_path, "1 / 0")
    for _ in range(2):
        (problem,) = lesson_problems(source)
        assert problem.line == 5
        assert "ZeroDivisionError" in problem.message
    assert not cache.exists()


def test_a_cell_that_puts_out_too_much_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lesson_run, "MAX_OUTPUT_LETTERS", 100)
    with pytest.raises(SourceError, match="puts out more than"):
        lesson_outputs(lesson(tmp_path, "print('x' * 101)"))


def test_several_lessons_at_once(tmp_path: Path) -> None:
    sources = []
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        sources.append(lesson(folder, f"print({number})"))
    with LessonRuns() as begun:
        begun.begin(sources[1])
        shown = [begun.outputs(source)[0][0]["text"] for source in sources]
    assert shown == ["0\n", "1\n"]
