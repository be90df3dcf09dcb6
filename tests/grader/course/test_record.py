from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from grader.course import Course, release_notebook
from grader.errors import CourseError
from tests.grader.course.attempts import (
    LEARNER,
    NOW,
    gradebook,
    mark_by_hand,
    outcome,
    points,
    submit,
)
from tests.grader.course.sample import (
    ESSAY,
    EXERCISE,
    RIGHT,
    answered,
    content,
    source,
    write_source,
)

LATE_GETS_NOTHING = """\
c = get_config()
c.CourseDirectory.course_id = "physics"
c.LateSubmissionPlugin.penalty_method = "zero"
"""


def test_scores_are_nbgraders_in_notebook_order(course):
    sanitised = submit(course, **RIGHT, why="So.")
    assert sanitised.answered == {"double_answer", "number_answer", "why"}
    scores = course.record(*outcome(sanitised, number="AssertionError"))
    assert [score.task for score in scores] == ["double", "number", "why"]
    assert points(scores) == {"double": 2.0, "number": 0.0, "why": None}
    assert [score.needs_person for score in scores] == [False, False, True]


def test_an_untouched_written_answer_gets_nothing_and_needs_nobody(course):
    scores = course.record(*outcome(submit(course)))
    assert points(scores)["why"] == 0.0
    assert not scores[-1].needs_person


def test_a_released_stub_in_another_language_is_no_answer(course):
    korean = release_notebook(source(essay=ESSAY.replace("Say why.", "이유를 쓰세요.")))
    sanitised = course.sanitise(LEARNER.pseudonym, EXERCISE, content(korean), NOW, korean)
    assert not sanitised.answered
    why = course.record(*outcome(sanitised))[-1]
    assert (why.automatic, why.needs_person) == (0.0, False)


def test_recording_twice_changes_nothing(course):
    sanitised = submit(course, **RIGHT)
    first = course.record(*outcome(sanitised))
    again = submit(course, **RIGHT)
    assert course.record(*outcome(again)) == first


def test_marks_made_in_formgrader_are_seen(course):
    course.record(*outcome(submit(course, **RIGHT, why="So.")))
    assert course.marks() == {}
    before = course.stamp()
    mark_by_hand(course, "why", 2.5, "Nearly.")
    assert course.stamp() != before
    marks = course.marks()["p-1", EXERCISE]
    assert marks.points == {"why": 2.5}
    assert marks.comments == {"why": "Nearly."}


def test_a_mark_holds_while_the_answer_stays_and_not_after_it_changed(course):
    course.record(*outcome(submit(course, why="So.")))
    mark_by_hand(course, "why", 2.5)
    kept = course.record(*outcome(submit(course, **RIGHT, why="So.")))
    assert (kept[-1].manual, kept[-1].needs_person) == (2.5, False)
    changed = outcome(submit(course, **RIGHT, why="No."))
    assert course.record(*changed)[-1].needs_person
    # the same once more, as after a crash
    assert course.record(*changed)[-1].needs_person
    assert course.marks() == {}


def test_the_mark_of_a_task_whose_check_could_not_tell_holds_too(course):
    sanitised, executed = outcome(submit(course, **RIGHT))
    waiting = course.record(sanitised, executed, to_person=["double"])[0]
    assert (waiting.automatic, waiting.needs_person) == (None, True)
    mark_by_hand(course, "double", 1.5)
    again = course.record(*outcome(submit(course, **RIGHT, why="So.")), to_person=["double"])[0]
    assert (again.manual, again.needs_person) == (1.5, False)
    other = submit(course, double_answer="def double(x):\n    return 2 * x")
    assert course.record(*outcome(other), to_person=["double"])[0].needs_person


def test_the_last_grading_stays_until_the_next_is_recorded(course):
    course.record(*outcome(submit(course, **RIGHT)))
    graded = course.directory / "autograded" / LEARNER.pseudonym / EXERCISE
    before = {path.name: path.read_bytes() for path in graded.iterdir()}
    files = content(answered(course.released(EXERCISE))) | {"data.txt": b"mine"}
    later = course.sanitise(LEARNER.pseudonym, EXERCISE, files, NOW + timedelta(hours=1))
    assert {path.name: path.read_bytes() for path in graded.iterdir()} == before
    course.record(*outcome(later))
    assert {path.name for path in graded.iterdir()} == {*before, "data.txt"}
    assert "13:30" in (graded / "timestamp.txt").read_text()
    with gradebook(course) as book:
        found = book.find_submission(EXERCISE, LEARNER.pseudonym).timestamp
        assert found == datetime(2026, 4, 1, 13, 30)


def test_what_was_taken_in_before_another_version_is_not_recorded(course, tmp_path):
    sanitised = outcome(submit(course, **RIGHT))
    course.install(EXERCISE, write_source(tmp_path / "source", source(third=True)))
    with pytest.raises(CourseError, match="installed anew meanwhile"):
        course.record(*sanitised)
    assert not (course.directory / "autograded").exists()
    assert points(course.record(*outcome(submit(course, **RIGHT))))["last"] == 1.0


def test_a_due_date_counts_from_when_it_is_set(course):
    (course.directory / "nbgrader_config.py").write_text(LATE_GETS_NOTHING)
    late = Course(course.directory, "physics")
    late.record(*outcome(submit(late, **RIGHT)))
    for due, penalty in (("2026-04-02 00:00:00 UTC", None), ("2026-03-30 00:00:00 UTC", 3.0)):
        with gradebook(late) as book:
            book.update_or_create_assignment(EXERCISE, duedate=due)
        late.record(*outcome(submit(late, **RIGHT)))
        with gradebook(late) as book:
            notebook = book.find_submission_notebook(EXERCISE, EXERCISE, LEARNER.pseudonym)
            assert notebook.late_submission_penalty == penalty
    late.close()


def test_late_penalties_are_those_of_nbgraders_plugin(course, tmp_path):
    (course.directory / "nbgrader_config.py").write_text(LATE_GETS_NOTHING)
    with gradebook(course) as book:
        book.update_or_create_assignment(EXERCISE, duedate="2026-03-31 00:00:00 UTC")
    late = Course(course.directory, "physics")
    late.record(*outcome(submit(late, **RIGHT)))
    with gradebook(late) as book:
        notebook = book.find_submission_notebook(EXERCISE, EXERCISE, LEARNER.pseudonym)
        assert (notebook.score, notebook.late_submission_penalty) == (3.0, 3.0)
