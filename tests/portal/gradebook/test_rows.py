"""What a list of marks says of each learner and exercise."""

from __future__ import annotations

from sqlalchemy import update

from portal.gradebook.rows import State, columns_of, gradebook, learners_of, rows_of
from portal.gradebook.tasks import attempts_of, counting_attempts
from portal.models import Release, now
from tests.portal.classroom import Portal
from tests.portal.gradebook.term import COURSE, FIRST, SECOND, THIRD


def by_login(portal: Portal) -> dict[str, dict[str, object]]:
    with portal.writing() as session:
        rows = gradebook(session, COURSE).rows
    return {row.learner.login: row.cells for row in rows}


def test_every_learner_has_a_row_and_every_exercise_a_column(portal: Portal) -> None:
    with portal.writing() as session:
        book = gradebook(session, COURSE)
    assert [column.exercise for column in book.columns] == [FIRST, SECOND, THIRD]
    assert len(book.rows) == 16
    assert all(row.learner.login.startswith("utokyo-learner") for row in book.rows)
    names = [(row.learner.family_name, row.learner.given_name) for row in book.rows]
    assert names == sorted(names)


def test_what_is_open_is_told_and_what_is_settled_too(portal: Portal) -> None:
    cells = by_login(portal)
    states = {
        number: cells[f"utokyo-learner-{number}"][FIRST].state  # type: ignore[attr-defined]
        for number in range(1, 8)
    }
    assert states == {
        1: State.SETTLED,
        2: State.MARKING,
        3: State.APPEAL,
        4: State.GRADING,
        5: State.FAILED,
        6: State.NOTHING_COUNTS,
        7: State.SETTLED,
    }
    assert cells["utokyo-learner-8"] == {}


def test_points_credit_and_sums(portal: Portal) -> None:
    with portal.writing() as session:
        rows = {row.learner.login: row for row in gradebook(session, COURSE).rows}
    one = rows["utokyo-learner-1"]
    assert (one.cells[SECOND].points, one.cells[SECOND].credit) == (9.0, 8.1)
    assert one.cells[SECOND].late
    assert (one.credit, one.maximum, one.open) == (18.1, 30.0, 0)
    two = rows["utokyo-learner-2"]
    assert (two.credit, two.maximum, two.open) == (2.0, 30.0, 1)
    assert rows["utokyo-learner-5"].cells[FIRST].points is None
    assert rows["utokyo-learner-6"].credit == 0.0


def test_what_is_not_handed_out_yet_is_no_column_unless_somebody_handed_it_in(
    portal: Portal,
) -> None:
    with portal.writing() as session:
        session.execute(update(Release).values(release_at=now().replace(year=2100)))
        session.flush()
        assert [column.exercise for column in columns_of(session, COURSE)] == [FIRST, SECOND]


def test_a_part_of_the_learners_has_the_same_rows(portal: Portal) -> None:
    with portal.writing() as session:
        whole = {row.learner.id: row for row in gradebook(session, COURSE).rows}
        columns = columns_of(session, COURSE)
        after, seen = "", 0
        while learners := learners_of(session, COURSE, after=after, limit=5):
            for row in rows_of(session, COURSE, columns, learners):
                assert row == whole[row.learner.id]
                seen += 1
            after = learners[-1].pseudonym
    assert seen == 16


def test_the_tasks_of_counting_attempts_alone_in_notebook_order(portal: Portal) -> None:
    with portal.writing() as session:
        found = list(counting_attempts(session, COURSE))
    assert [(one.learner.pseudonym, one.exercise) for one in found] == sorted(
        (one.learner.pseudonym, one.exercise) for one in found
    )
    mine = {(one.learner.login, one.exercise): one for one in found}
    assert ("utokyo-learner-5", FIRST) not in mine
    assert ("utokyo-learner-6", FIRST) not in mine
    assert mine["utokyo-learner-4", FIRST].number == 1
    two = mine["utokyo-learner-2", FIRST]
    assert [(mark.task, mark.points) for mark in two.tasks] == [
        ("bell_pair", 2.0),
        ("ghz", 0.0),
        ("basis", 0.0),
        ("no_signalling", None),
    ]


def test_asking_for_too_many_at_once_is_refused(portal: Portal) -> None:
    with portal.writing() as session:
        (learner,) = learners_of(session, COURSE, limit=1)
        try:
            list(attempts_of(session, COURSE, [learner] * 501))
        except ValueError as error:
            assert "501" in str(error)
        else:
            raise AssertionError("expected a refusal")
