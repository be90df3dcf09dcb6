"""Every mistake in a source is told with its file, its line and what to do."""

import pytest

from grader.authoring.cells import Kind
from grader.authoring.source import read_exercise, read_lesson
from grader.errors import SourceError
from tests.grader.authoring.samples import EXERCISE, LESSON


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def problems_of(tmp_path, text, read=read_exercise):
    path = tmp_path / "exercise.py"
    path.write_text(text)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert all(problem.file == path and problem.remedy for problem in caught.value.problems)
    return caught.value.problems


def test_a_sound_exercise_gives_cells_and_tasks(tmp_path):
    path = tmp_path / "exercise.py"
    path.write_text(EXERCISE)
    source = read_exercise(path)
    assert source.title == "Pairs"
    assert [cell.kind for cell in source.cells] == [
        Kind.PROSE, Kind.GIVEN, Kind.TASK, Kind.ANSWER, Kind.CHECK, Kind.TASK, Kind.ESSAY, Kind.RUBRIC,
    ]  # fmt: skip
    pair, essay = source.tasks
    assert (pair.id, pair.title, pair.points, pair.manual) == ("make_pair", "A pair", 2.0, False)
    assert (essay.id, essay.points, essay.manual) == ("no_signal", 3.0, True)
    lines = EXERCISE.splitlines()
    assert all(lines[cell.line - 1].startswith("# %%") for cell in source.cells)
    assert lines[pair.check.line_of(0) - 1] == "assert len(make_pair()) == 4"


SECOND_TASK = EXERCISE[
    EXERCISE.index("# %% [markdown] task=") : EXERCISE.index('# %% [markdown] task="no_')
]

# name -> (what is replaced, by what, a part of the line that is named, words of the message)
WRONG = {
    "two tasks with one id": (
        '# %% [markdown] task="no_signal"', SECOND_TASK + '# %% [markdown] task="no_signal"',
        None, "task='make_pair' is already used in line 9",
    ),
    "points missing": (" points=2", "", '# %% check="make_pair"', "check= without points"),
    "points not positive": ("points=2", "points=0", "# %% check=", "expected a positive number"),
    "points as text": ("points=2", 'points="2"', "# %% check=", "expected a positive number"),
    "points of an essay missing": (" points=3", "", "# %% [markdown] essay=", "essay= without points"),
    "points on an answer": ('answer="make_pair"', 'answer="make_pair" points=1', "# %% answer", "not graded"),
    "solution without a check": (
        EXERCISE[EXERCISE.index("# %% check") : EXERCISE.index('# %% [markdown] task="no_')], "",
        '# %% [markdown] task="make_pair"', "has no check= cell",
    ),
    "check without a solution": (
        EXERCISE[EXERCISE.index("# %% answer") : EXERCISE.index("# %% check")], "",
        '# %% [markdown] task="make_pair"', "has no answer= cell",
    ),
    "answer and check on one cell": (
        '# %% check="make_pair" points=2', '# %% answer="make_pair" check="make_pair" points=2',
        '# %% answer="make_pair" check=', "the learner could edit the check",
    ),
    "solution region in a check": (
        "assert len(make_pair()) == 4", "assert len(make_pair()) == 4\n### BEGIN SOLUTION\n1\n### END SOLUTION",
        "### BEGIN SOLUTION\n1", "which the learner could then edit",
    ),
    "misspelt word": ("# %% check=", "# %% chek=", "# %% chek=", "unknown word in the cell header: `chek`"),
    "bare word": ("# %% given=", "# %% hello given=", "# %% hello", "unknown word in the cell header: `title`"),
    "wrong name": ('given="imports"', 'given="Im ports"', "# %% given", "small letters"),
    "unclosed solution": ("    ### END SOLUTION\n", "", "    ### BEGIN SOLUTION", "BEGIN SOLUTION without END"),
    "unopened solution": ("    ### BEGIN SOLUTION\n", "", "    ### END SOLUTION", "without BEGIN SOLUTION"),
    "nested solution": (
        "    secret =", "    ### BEGIN SOLUTION\n    secret =", "    ### BEGIN SOLUTION\n    secret", "inside another",
    ),
    "unclosed hidden tests": ("### END HIDDEN TESTS\n", "", "### BEGIN HIDDEN", "BEGIN HIDDEN TESTS without END"),
    "hidden tests elsewhere": (
        "from math import sqrt", "from math import sqrt\n### BEGIN HIDDEN TESTS\n1\n### END HIDDEN TESTS",
        "### BEGIN HIDDEN", "BEGIN HIDDEN TESTS in a given cell",
    ),
    "nbgrader's mark scheme": (
        "# One point each", "# ### BEGIN MARK SCHEME\n# ### END MARK SCHEME\n# One point each",
        "# ### BEGIN MARK", "rubric cell",
    ),
    "answer without a solution": (
        "    ### BEGIN SOLUTION\n    secret = 1 / sqrt(2)\n    return [secret, 0, 0, secret]\n    ### END SOLUTION\n",
        "    return []\n", "# %% answer", "holds no solution",
    ),
    "task without text": (
        EXERCISE[EXERCISE.index("#\n# Return") : EXERCISE.index("# %% answer")], "\n",
        '# %% [markdown] task="make_pair"', "has a heading but no text",
    ),
    "task without heading": ("# ## A pair\n", "", '# %% [markdown] task="make_pair"', "has no heading"),
    "essay without rubric": (
        EXERCISE[EXERCISE.index("# %% [markdown] rubric") :], "", '# %% [markdown] task="no_signal"', "no rubric= cell",
    ),
    "essay without model answer": (
        "# ### BEGIN SOLUTION\n# Each side alone sees random bits.\n# ### END SOLUTION\n", "# ...\n",
        "# %% [markdown] essay", "holds no model answer",
    ),
    "no visible assertion": ("assert len(make_pair()) == 4\n", "", "# %% check", "shows the learner no assertion"),
    "release is no Python": (
        "### BEGIN HIDDEN TESTS\nassert_hidden",
        "if True:\n    ### BEGIN HIDDEN TESTS\n    1\n    ### END HIDDEN TESTS\n### BEGIN HIDDEN TESTS\nassert_hidden",
        "# %% check", "what the learner receives",
    ),
    "syntax error": ("secret = 1 /", "secret = = 1 /", "    secret = =", "no valid Python"),
    "out of order": (
        EXERCISE[EXERCISE.index("# %% answer") : EXERCISE.index('# %% [markdown] task="no_')],
        EXERCISE[EXERCISE.index("# %% check") : EXERCISE.index('# %% [markdown] task="no_')]
        + EXERCISE[EXERCISE.index("# %% answer") : EXERCISE.index("# %% check")],
        '# %% [markdown] task="make_pair"', "out of order",
    ),
    "essay and check": (
        "# %% [markdown] rubric=", '# %% check="no_signal" points=1\nassert 1\n\n# %% [markdown] rubric=',
        '# %% check="no_signal"', "on a task that is an essay",
    ),
    "id clash in nbgrader": ('given="imports"', 'given="make_pair_answer"', "# %% answer", "would both be"),
    "no title": ("# # Pairs\n", "# Pairs\n", "# %% [markdown]", "has no title"),
    "check as prose": ('# %% check=', "# %% [markdown] check=", "# %% [markdown] check=", "expected a code cell"),
    "prose without #": ("# In this exercise", "In this exercise", "In this exercise", "without `#` in front"),
    "text before the first cell": (
        "# %% [markdown]\n# # Pairs", "x = 1\n# %% [markdown]\n# # Pairs", "x = 1", "begin with a cell header",
    ),
    "header in a string": (
        "from math import sqrt", 'x = """\n# %% [markdown]\n"""', '# %% [markdown]\n"""', "inside a string",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_problem(tmp_path, name):
    old, new, place, words = WRONG[name]
    assert EXERCISE.count(old) >= 1
    text = EXERCISE.replace(old, new, 1)
    problems = problems_of(tmp_path, text)
    said = [problem for problem in problems if words in problem.message + problem.remedy]
    assert said, [str(problem) for problem in problems]
    if place is not None:
        assert line_of(text, place) in [problem.line for problem in said]


def test_all_problems_come_at_once(tmp_path):
    text = (
        EXERCISE.replace(" points=2", "")
        .replace("secret = 1", "secret = = 1")
        .replace("# ## No", "# No")
    )
    assert len(problems_of(tmp_path, text)) == 3


def test_not_utf8(tmp_path):
    path = tmp_path / "exercise.py"
    path.write_bytes(EXERCISE.encode() + b"# caf\xe9\n")
    with pytest.raises(SourceError) as caught:
        read_exercise(path)
    assert caught.value.problems[0].line == EXERCISE.count("\n") + 1
    assert "UTF-8" in str(caught.value)


def test_an_exercise_has_tasks_and_a_lesson_has_none(tmp_path):
    assert "without a task" in problems_of(tmp_path, LESSON)[0].message
    said = problems_of(tmp_path, EXERCISE, read_lesson)
    assert "given= in a lesson" in said[0].message


def test_magics_are_code(tmp_path):
    path = tmp_path / "lesson.py"
    path.write_text(LESSON + "\n# %%\n# %matplotlib inline\nx = 1\n")
    assert read_lesson(path).cells[-1].text == "%matplotlib inline\nx = 1"
