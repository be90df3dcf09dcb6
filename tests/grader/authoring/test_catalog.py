"""The catalog says what is wrong with it, and where it contradicts the texts."""

import pytest

from grader.authoring.catalog import module_problems, read_catalog
from grader.authoring.source import read_exercise, read_lesson
from grader.errors import SourceError
from tests.grader.authoring.samples import CATALOG, MODULE, write_course

SECOND = CATALOG.replace("02_pairs", "03_more")


def problems_of(root, text):
    path = root / "curriculum" / "catalog.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    with pytest.raises(SourceError) as caught:
        read_catalog(root)
    return caught.value.problems


def test_a_sound_catalog(tmp_path):
    (tmp_path / "curriculum").mkdir()
    text = CATALOG + SECOND.replace("prerequisites = []", 'prerequisites = ["02_pairs"]')
    (tmp_path / "curriculum" / "catalog.toml").write_text(text)
    first, second = read_catalog(tmp_path).modules
    assert (first.id, first.order, first.hours, first.prerequisites) == (MODULE, 1, 2.5, ())
    assert first.competences["no_signal"] == ("1.1 I A2", "7.1 III A1")
    assert (second.order, second.prerequisites) == (2, (MODULE,))
    assert text.splitlines()[second.line - 1] == 'id = "03_more"'


CASES = {
    "not TOML": ("hours = 2.5", "hours = = 2.5", "no valid TOML", 4),
    "unknown competence": ("5.1 II A1", "5.7 II A1", "unknown competence '5.7 II A1'", 8),
    "no competence": ('["5.1 II A1"]', "[]", "unknown competence none", 8),
    "hours": ("hours = 2.5", "hours = 0", "hours should be a positive number, found 0", 4),
    "no title": ('title = "Pairs"\n', "", "title should be a text, found nothing", 1),
    "unknown field": ("hours = 2.5", "hours = 2.5\nlevel = 3", "level should be left out", 5),
    "unknown prerequisite": ("prerequisites = []", 'prerequisites = ["x"]', "an unknown module 'x'", 2),
    "itself": ("prerequisites = []", 'prerequisites = ["02_pairs"]', "a cycle", 2),
    "sections": ("[module.tasks]", "[module.sections]\nmake_pair = '3'\n[module.tasks]", "a table from tasks", 1),
    "no section": ("[module.tasks]", "[module.sections]\nmake_pair = true\n[module.tasks]", "numbers of sections", 1),
    "other tables": ("[[module]]", "[other]\n[[module]]", "nothing else", 1),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_problem(tmp_path, name):
    old, new, words, line = CASES[name]
    problems = problems_of(tmp_path, CATALOG.replace(old, new, 1))
    assert [(words in problem.message, problem.line) for problem in problems] == [(True, line)]


def test_cycles_later_prerequisites_and_twins(tmp_path):
    first = CATALOG.replace("prerequisites = []", 'prerequisites = ["03_more"]')
    said = problems_of(tmp_path, first + SECOND)
    assert ["which comes later" in problem.message for problem in said] == [True]
    said = problems_of(tmp_path, first + SECOND.replace("[]", '["02_pairs"]', 1))
    assert ["a cycle" in problem.message for problem in said] == [True, True]
    said = problems_of(tmp_path, CATALOG + CATALOG)
    assert "two modules are called '02_pairs'" in str(said[0])


def test_contradictions_with_the_texts(tmp_path):
    root = write_course(tmp_path)
    path = root / "curriculum" / "catalog.toml"
    path.write_text(CATALOG.replace("make_pair", "make_pairs").replace("Pairs", "Couples"))
    catalog = read_catalog(root)
    problems = module_problems(
        catalog,
        catalog.modules[0],
        read_lesson(root / "curriculum" / MODULE / "lesson.py"),
        read_exercise(root / "exercises" / MODULE / "exercise.py"),
    )
    messages = " ".join(problem.message for problem in problems)
    assert "titled 'Couples', its lesson 'Pairs'" in messages
    assert "task 'make_pair' of" in messages
    assert "lists a task 'make_pairs'" in messages


def test_a_task_can_only_be_sent_to_a_section_that_is_there(tmp_path):
    root = write_course(tmp_path)
    lesson = root / "curriculum" / MODULE / "lesson.py"
    lesson.write_text(f"{lesson.read_text()}\n# %% [markdown]\n# ## 1. Sharing\n#\n# ## Summary\n")
    path = root / "curriculum" / "catalog.toml"

    def said(sections):
        path.write_text(f"{CATALOG}\n[module.sections]\n{sections}\n")
        catalog = read_catalog(root)
        exercise = read_exercise(root / "exercises" / MODULE / "exercise.py")
        found = module_problems(catalog, catalog.modules[0], read_lesson(lesson), exercise)
        return " ".join(map(str, found))

    assert said("make_pair = 1") == ""
    assert "sends task 'make_pair' to section 2" in said("make_pair = 2")
    assert "this lesson has 1" in said("make_pair = 2")
    assert "a task 'made_up' that its exercise does not have" in said("made_up = 1")
