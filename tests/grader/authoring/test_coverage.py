"""The page that says which competences the tasks train."""

import json

from grader.authoring.coverage import coverage_page, write_coverage


def manifest(number, *tasks):
    return {
        "module": f"{number:02}_pairs",
        "order": number,
        "hours": 1.5,
        "title": {"en": "Pairs | more"},
        "tasks": [
            {
                "id": f"task_{place}",
                "title": {"en": "A | B"},
                "points": 2.0,
                "manual": manual,
                "competences": tags,
            }
            for place, (manual, tags) in enumerate(tasks)
        ],
    }


ONE = manifest(1, (False, ["5.1 II A1", "1.1 I B1"]), (True, ["1.1 I B1"]))
TWO = manifest(2, (False, ["5.1 II A1"]), (False, ["5.1 I A2"]))


def test_programs_and_people_are_counted_apart():
    lines = coverage_page([ONE, TWO]).splitlines()
    assert "| 1.1 Basic quantum concepts |  |  | 1 + 1 | 01 |" in lines
    assert "| 5.1 Basics of quantum computing | 2 | 1 |  | 01, 02 |" in lines
    assert any("2 modules, 3 hours, 4 tasks: 3 checked by a program, 1 marked" in x for x in lines)


def test_every_task_stands_in_the_page_and_cannot_break_its_table():
    lines = coverage_page([ONE]).splitlines()
    assert "| task_1 | A \\| B | 2 | a person | 1.1 I B1 |" in lines


def test_what_is_not_covered_is_said():
    text = coverage_page([ONE, TWO])
    gaps = text.split("## What is not covered")[1]
    assert "1.2 Mathematical formalism and information theory" in gaps
    assert "8.4 Responsibility" in gaps
    assert "5.1 Basics" not in gaps
    assert "No task claims the levels B2, C1, C2." in gaps
    assert "no written answer that a person marks: 5.1." in gaps


def test_a_level_above_is_shown_and_no_longer_called_absent():
    text = coverage_page([manifest(1, (True, ["8.1 III C1"]))])
    assert "| A1 | A2 | B1 | C1 | modules |" in text
    assert "No task claims the levels A1, A2, B1, B2, C2." in text


def test_the_page_is_written_only_where_there_is_documentation(tmp_path):
    built = tmp_path / "build"
    (built / "manifests").mkdir(parents=True)
    (tmp_path / "curriculum").mkdir()
    (tmp_path / "curriculum" / "catalog.toml").write_text(
        "\n".join(
            f'[[module]]\nid = "{one["module"]}"\ntitle = "Pairs"\nhours = 1.5\n'
            f'prerequisites = []\n[module.tasks]\ntask_0 = ["5.1 II A1"]\n'
            for one in (ONE, TWO)
        )
    )
    for one in (TWO, ONE):
        write_coverage(tmp_path, built)
        assert not (tmp_path / "docs").exists()
        (built / "manifests" / f"{one['module']}.json").write_text(json.dumps(one))
    write_coverage(tmp_path, built)
    assert not (tmp_path / "docs").exists()
    (tmp_path / "docs").mkdir()
    write_coverage(tmp_path, built)
    page = tmp_path / "docs" / "competences.md"
    assert page.read_text() == coverage_page([ONE, TWO])
    before = page.stat().st_mtime_ns
    write_coverage(tmp_path, built)
    assert page.stat().st_mtime_ns == before
    (built / "manifests" / f"{ONE['module']}.json").unlink()
    write_coverage(tmp_path, built)  # half a course: the page stays
    assert page.stat().st_mtime_ns == before
