"""What a build makes, and that it never leaves anything half-made."""

import json
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest

from grader.authoring.build import build
from grader.authoring.lesson_run import lesson_problems
from grader.authoring.source import read_lesson
from grader.authoring.translate import translate
from grader.errors import BuiltFolderError, SourceError
from tests.grader.authoring.samples import CATALOG, LESSON, MODULE, fill, write_course


def quiet(line):
    assert line


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Make a course with some Japanese, and build it once."""
    root = write_course(tmp_path_factory.mktemp("course"))
    translate(root, report=quiet)
    for area in ("exercises", "curriculum"):
        fill(root / area / "locale" / "ja" / f"{MODULE}.po")
    report = build(root, root / "build", report=quiet)
    assert report.built == (MODULE,)
    return root


@pytest.fixture
def course(built, tmp_path):
    """Return a copy that a test may change."""
    return shutil.copytree(built, tmp_path / "course")


def rebuild(root, **options):
    return build(root, root / "build", report=quiet, **options)


def problems_of(root):
    with pytest.raises(SourceError) as caught:
        rebuild(root)
    return caught.value.problems


def notebook(root, language, part):
    folder = root / "build" / language / part
    path = folder / f"{MODULE}.ipynb" if part == "lessons" else folder / MODULE / f"{MODULE}.ipynb"
    return nbformat.read(path, as_version=4)


def contents(root):
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in (root / "build").rglob("*")
        if path.is_file()
    }


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def exercise(root):
    return root / "exercises" / MODULE / "exercise.py"


@pytest.mark.parametrize("part", ["source", "release", "lessons"])
def test_same_cells_ids_and_code_in_all_languages(built, part):
    english, japanese, korean = (notebook(built, language, part) for language in ("en", "ja", "ko"))
    for other in (japanese, korean):
        assert [cell.id for cell in other.cells] == [cell.id for cell in english.cells]
        assert [cell.cell_type for cell in other.cells] == [
            cell.cell_type for cell in english.cells
        ]
        pairs = zip(other.cells, english.cells, strict=True)
        assert all(one.source == two.source for one, two in pairs if one.cell_type == "code")
    assert (english.nbformat, english.nbformat_minor) == (4, 5)
    assert english.metadata.kernelspec.name == "python3"
    assert japanese.cells[0].source.startswith("# 対\n\n> この日本語版の")
    assert not any(cell.get("outputs") for cell in english.cells)


def test_release_holds_no_solution_no_hidden_test_and_no_rubric(built):
    for language in ("en", "ja", "ko"):
        source = nbformat.writes(notebook(built, language, "source"))
        release = nbformat.writes(notebook(built, language, "release"))
        for secret in ("secret", "assert_hidden", "sees random bits", "One point each", "BEGIN"):
            assert secret in source
            assert secret not in release
        assert "raise NotImplementedError()" in release
        assert "YOUR ANSWER HERE" in release


def test_nbgrader_metadata(built):
    cells = {
        cell.id: cell.metadata.get("nbgrader") for cell in notebook(built, "en", "source").cells
    }
    rights = {
        name: (data.grade_id, data.grade, data.solution, data.locked)
        for name, data in cells.items()
        if data
    }
    assert rights == {
        "given-imports": ("imports", False, False, True),
        "answer-make_pair": ("make_pair_answer", False, True, False),
        "check-make_pair": ("make_pair", True, False, True),
        "essay-no_signal": ("no_signal", True, True, False),
    }
    assert cells["check-make_pair"].points == 2.0
    assert {data.schema_version for data in cells.values() if data} == {3}


def test_manifest(built):
    manifest = json.loads((built / "build" / "manifests" / f"{MODULE}.json").read_text())
    assert manifest["module"] == MODULE
    assert len(manifest["version"]) == 12
    assert (manifest["order"], manifest["hours"], manifest["prerequisites"]) == (1, 2.5, [])
    assert manifest["title"] == {"en": "Pairs", "ja": "対", "ko": "Pairs"}
    assert manifest["translation"]["ja"] == {
        "messages": 12,
        "translated": 6,
        "machine": 6,
        "stale": 0,
    }
    pair, essay = manifest["tasks"]
    assert (pair["id"], pair["title"]["ja"], pair["points"], pair["manual"]) == (
        "make_pair", "一つの対", 2.0, False,
    )  # fmt: skip
    assert pair["competences"] == ["5.1 II A1"]
    assert pair["rubric"] == {}
    assert essay["manual"]
    assert essay["rubric"]["en"].startswith("One point each")


def test_pages_of_the_lesson_are_made_in_all_languages(built):
    pages = json.loads((built / "build" / "pages" / f"{MODULE}.json").read_text())
    assert list(pages["pages"]) == ["en", "ja", "ko"]
    assert "状態の一つが" in pages["pages"]["ja"]["html"]
    assert all("<samp>2</samp>" in page["html"] for page in pages["pages"].values()), "executed"


def test_a_task_leads_to_its_section_of_the_lesson(tmp_path):
    root = write_course(tmp_path)
    lesson = root / "curriculum" / MODULE / "lesson.py"
    edit(lesson, "# Two qubits", "# ## 1. What $T_1$ is\n#\n# Two qubits")
    catalog = root / "curriculum" / "catalog.toml"
    catalog.write_text(f"{CATALOG}\n[module.sections]\nmake_pair = 1\n")
    translate(root, report=quiet)
    fill(
        root / "curriculum" / "locale" / "ja" / f"{MODULE}.po",
        {"## 1. What $T_1$ is": "## 1. $T_1$とは"},
    )
    rebuild(root)
    pair, essay = json.loads((root / "build/manifests" / f"{MODULE}.json").read_text())["tasks"]
    title = {"en": "What T₁ is", "ja": "T₁とは", "ko": "What T₁ is"}
    assert pair["section"] == {"number": 1, "title": title}
    assert essay["section"] is None
    html = json.loads((root / "build/pages" / f"{MODULE}.json").read_text())["pages"]["ja"]["html"]
    assert '<h2 id="section-1">' in html


def test_a_course_directory_has_its_configuration(built):
    for language in ("en", "ja", "ko"):
        text = (built / "build" / language / "nbgrader_config.py").read_text()
        assert f"qampus-{language}" in text
        compile(text, "nbgrader_config.py", "exec")


def test_an_unchanged_rebuild_starts_no_process_and_touches_no_file(course, monkeypatch):
    before = contents(course)

    def started(*arguments, **options):
        pytest.fail(f"a process was started: {arguments}")

    monkeypatch.setattr(subprocess, "Popen", started)
    report = rebuild(course)
    assert (report.built, report.unchanged, report.removed) == ((), (MODULE,), ())
    assert contents(course) == before


def test_a_changed_word_makes_a_new_version(course):
    before = json.loads((course / "build" / "manifests" / f"{MODULE}.json").read_text())["version"]
    edit(course / "exercises" / "locale" / "ja" / f"{MODULE}.po", "一つの対", "ひとつの対")
    assert rebuild(course).built == (MODULE,)
    after = json.loads((course / "build" / "manifests" / f"{MODULE}.json").read_text())["version"]
    assert after != before
    assert "ひとつの対" in nbformat.writes(notebook(course, "ja", "release"))


def test_a_changed_hidden_test_changes_the_digest_of_its_task_alone_and_prose_of_none(course):
    manifest = course / "build" / "manifests" / f"{MODULE}.json"

    def digests():
        return {task["id"]: task["digest"] for task in json.loads(manifest.read_text())["tasks"]}

    before = digests()
    source = course / "exercises" / MODULE / "exercise.py"
    edit(course / "exercises" / "locale" / "ja" / f"{MODULE}.po", "一つの対", "ひとつの対")
    assert rebuild(course).built == (MODULE,)
    assert digests() == before
    edit(source, "assert assert_hidden[0] > 0 and", "assert assert_hidden[3] > 0 and")
    assert rebuild(course).built == (MODULE,)
    after = digests()
    assert after["make_pair"] != before["make_pair"]
    assert after["no_signal"] == before["no_signal"]


def test_a_missing_file_is_made_again(course):
    path = course / "build" / "ko" / "lessons" / f"{MODULE}.ipynb"
    before = path.read_bytes()
    path.unlink()
    assert rebuild(course).built == (MODULE,)
    assert path.read_bytes() == before


def test_all_that_is_wrong_comes_at_once_and_the_former_build_stays(course):
    before = contents(course)
    edit(exercise(course), " points=2", "")
    edit(course / "curriculum" / MODULE / "lesson.py", "# # Pairs", "# Pairs")
    said = problems_of(course)
    assert {problem.file.name for problem in said} >= {"exercise.py", "lesson.py"}
    assert contents(course) == before


def test_solutions_and_lessons_that_do_not_run(course):
    before = contents(course)
    edit(exercise(course), "return [secret, 0, 0, secret]", "return [secret, 0, 0]")
    edit(course / "curriculum" / MODULE / "lesson.py", "total = 1 + 1", "total = 1 + 1\ntotal / 0")
    solution, lesson = sorted(problems_of(course), key=lambda problem: problem.file.name)
    assert (solution.file, solution.line) == (exercise(course), 30)
    assert "solution of 'make_pair' fails its check: assert wrong_value" in solution.message
    assert (lesson.file.name, lesson.line) == ("lesson.py", 7)
    assert "ZeroDivisionError: division by zero" in lesson.message
    assert contents(course) == before


def test_a_check_that_is_passed_untouched(course):
    edit(exercise(course), "assert len(make_pair()) == 4", "assert True")
    edit(exercise(course), "assert_hidden = make_pair()\nassert ", "assert True or ")
    assert ["passed without an answer" in problem.message for problem in problems_of(course)] == [
        True
    ]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("import time\ntime.sleep(60)", "longer than 1 s"),
        ("import os\nos._exit(1)", "the kernel died"),
    ],
)
def test_lessons_have_a_time_limit(tmp_path, cell, words):
    path = tmp_path / "lesson.py"
    path.write_text(f"{LESSON}\n# %%\n{cell}\n")
    said = lesson_problems(read_lesson(path), cell_seconds=1)
    assert [(problem.file, problem.line) for problem in said] == [(path, LESSON.count("\n") + 3)]
    assert words in said[0].message


def test_a_stale_po_file_is_a_problem(course):
    edit(exercise(course), "you make a **pair**", "you will make a **pair**")
    said = problems_of(course)
    assert {problem.file.suffix for problem in said} == {".po"}
    assert all(problem.remedy == "run `qampus translate`" for problem in said)
    translate(course, report=quiet)
    rebuild(course)
    manifest = json.loads((course / "build" / "manifests" / f"{MODULE}.json").read_text())
    assert manifest["translation"]["ja"]["stale"] == 1


def test_an_interrupted_build_is_made_whole(course, monkeypatch):
    """Stopped at any rename: no manifest stands beside a mixture, and going back to the old text builds again."""
    old_text = exercise(course).read_text()
    edit(exercise(course), "secret = 1 / sqrt(2)", "secret = 1 / sqrt(2.0)")
    renamed = []
    replace = Path.replace

    def interrupted(self, target):
        if len(renamed) == 4:
            raise KeyboardInterrupt
        renamed.append(target)
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            rebuild(course)
    assert len(renamed) == 4
    assert not list((course / "build" / "manifests").glob("*.json"))
    exercise(course).write_text(old_text)
    assert rebuild(course).built == (MODULE,)
    assert "sqrt(2.0)" not in nbformat.writes(notebook(course, "en", "source"))
    assert not (course / "build" / ".drafts").exists()


def test_several_modules(course):
    """One with problems does not keep the others from being built; one that left is removed."""
    other = "03_more"
    for area in ("exercises", "curriculum"):
        shutil.copytree(course / area / MODULE, course / area / other)
    said = problems_of(course)
    assert [
        f"module '{other}' has a folder but no entry" in said[0].message,
        said[0].file.name,
    ] == [True, "catalog.toml"]
    catalog = course / "curriculum" / "catalog.toml"
    catalog.write_text(CATALOG + CATALOG.replace(MODULE, other))
    edit(exercise(course), " points=2", "")
    problems_of(course)
    assert (course / "build" / "manifests" / f"{other}.json").exists()
    catalog.write_text(CATALOG.replace(MODULE, other))
    shutil.rmtree(course / "exercises" / MODULE)
    shutil.rmtree(course / "curriculum" / MODULE)
    report = rebuild(course)
    assert report.removed == (MODULE,)
    assert not [path for path in (course / "build").rglob("*") if MODULE in path.name]
    with pytest.raises(SourceError, match="no module '09_none'"):
        rebuild(course, modules=["09_none"])


def test_missing_files_and_folders(course):
    shutil.rmtree(course / "exercises" / MODULE)
    assert f"has no exercises/{MODULE}/exercise.py" in problems_of(course)[0].message
    place = course / "a_file"
    place.write_text("")
    with pytest.raises(BuiltFolderError, match="choose another folder"):
        build(course, place, report=quiet)
    (course / "curriculum" / "catalog.toml").unlink()
    assert "cannot be read" in problems_of(course)[0].message
