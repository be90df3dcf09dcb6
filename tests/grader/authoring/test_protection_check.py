"""A check of our own that cannot be judged from outside is a build error; without a sandbox a build goes on."""

import shutil

import pytest

from grader.authoring.build import build
from grader.errors import SourceError
from grader.judge.protection import read_plan, stamp_of
from grader.notebooks import read_notebook
from tests.grader.authoring.samples import EXERCISE, MODULE, write_course

HEADER = '# %% check="make_pair" points=2\n'
VISIBLE = "assert len(make_pair()) == 4"


@pytest.fixture
def course(tmp_path):
    return write_course(tmp_path / "course")


@pytest.fixture
def said():
    return []


def rebuild(root, said):
    return build(root, root / "build", report=said.append)


def plan_path(root):
    return root / "build" / "plans" / f"{MODULE}.json"


def test_a_build_writes_the_plan_and_leaves_it_alone(course, said):
    rebuild(course, said)
    plan = read_plan(plan_path(course))
    assert {task: check.protected for task, check in plan.checks.items()} == {"make_pair": True}
    for language in ("en", "ja", "ko"):
        source = course / "build" / language / "source" / MODULE / f"{MODULE}.ipynb"
        assert plan.stamp == stamp_of(read_notebook(source), {})
    before = plan_path(course).stat().st_mtime_ns
    assert rebuild(course, said).unchanged == (MODULE,)
    assert plan_path(course).stat().st_mtime_ns == before
    plan_path(course).write_text("broken")
    assert rebuild(course, said).built == (MODULE,)
    assert read_plan(plan_path(course)) == plan
    assert not any("forged" in line for line in said)


def test_an_unprotected_check_is_a_problem_of_its_cell(course, said):
    rebuild(course, said)
    before = plan_path(course).read_bytes()
    path = course / "exercises" / MODULE / "exercise.py"
    path.write_text(
        EXERCISE.replace(VISIBLE, f"import inspect\nassert inspect.getsource(make_pair)\n{VISIBLE}")
    )
    with pytest.raises(SourceError) as caught:
        rebuild(course, said)
    (problem,) = caught.value.problems
    assert problem.file == path
    assert problem.line == EXERCISE[: EXERCISE.index(HEADER)].count("\n") + 1
    assert "'make_pair'" in problem.message
    assert "inspect.getsource" in problem.message
    assert problem.remedy
    assert plan_path(course).read_bytes() == before


def test_without_a_sandbox_it_builds_says_so_once_and_writes_no_plan(course, said, monkeypatch):
    rebuild(course, said)
    other = "03_more"
    for area in ("exercises", "curriculum"):
        shutil.copytree(course / area / MODULE, course / area / other)
    catalog = course / "curriculum" / "catalog.toml"
    catalog.write_text(catalog.read_text() + catalog.read_text().replace(MODULE, other))
    plan_path(course).write_text("of a former version")
    monkeypatch.setenv("PATH", str(course))
    said.clear()
    report = rebuild(course, said)
    assert (report.built, report.unchanged) == ((other,), (MODULE,))
    assert ["No sandbox" in line for line in said].count(True) == 1
    assert not (course / "build" / "plans" / f"{other}.json").exists()


def test_the_plan_of_a_removed_module_goes_too(course, said):
    rebuild(course, said)
    for area in ("exercises", "curriculum"):
        (course / area / MODULE).rename(course / area / "03_other")
    catalog = course / "curriculum" / "catalog.toml"
    catalog.write_text(catalog.read_text().replace(MODULE, "03_other"))
    assert rebuild(course, said).removed == (MODULE,)
    assert [path.name for path in plan_path(course).parent.iterdir()] == ["03_other.json"]
