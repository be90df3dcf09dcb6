"""The way of a draft: saved, checked by the grader, released; and everything that may come between."""

from __future__ import annotations

import copy
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from portal.models import Draft, DraftState, ExerciseText, ExerciseVersion, Notice, Submission, now
from tests.portal.classroom import START, Portal, hand_in
from tests.portal.instructor.author.scene import (
    CLAIM,
    EXERCISE,
    OFFERING,
    PAGE,
    REPORT,
    TEXT,
    audit,
    author,
    draft_of,
    edited,
    grader,
    save,
)

NEW = edited("a **pair**", "a nice **pair**")
VERSION = "abcdefabcdef"


def claimed(portal: Portal) -> dict[str, Any]:
    (found,) = grader(portal)("POST", "/grading/drafts/claims", CLAIM).json["drafts"]
    return dict(found)


def report(portal: Portal, draft: str, revision: int = 1, **changes: Any) -> Any:
    body = {"worker": "w", "revision": revision, "report": copy.deepcopy(REPORT) | changes}
    return grader(portal)("PUT", f"/grading/drafts/{draft}/report", body)


def checked(portal: Portal, **changes: Any) -> str:
    save(author(portal), NEW, "check")
    draft = str(claimed(portal)["draft"])
    assert report(portal, draft, **changes).status == 200
    return draft


def release(portal: Portal) -> Any:
    visitor = author(portal)
    return visitor.form(f"{PAGE}/release", PAGE, revision="1")


def add_version(portal: Portal, text: str = NEW) -> None:
    """Publish a version as the grader does."""
    with portal.writing() as session:
        session.execute(
            update(ExerciseVersion)
            .where(ExerciseVersion.exercise_id == EXERCISE)
            .values(is_current=False)
        )
        old = portal.room.versions[EXERCISE]
        new = ExerciseVersion(
            exercise_id=EXERCISE,
            version=VERSION,
            is_current=True,
            title=old.title,
            position=4,
            hours=2.0,
            maximum=10.0,
            manifest={},
        )
        session.add(new)
        session.flush()
        session.add(ExerciseText(version_id=new.id, text=text))


def state(portal: Portal) -> DraftState:
    draft = draft_of(portal)
    assert draft is not None
    return DraftState(draft.state)


def test_the_grader_gets_the_text_and_its_base_once(portal: Portal) -> None:
    save(author(portal), NEW, "check")
    found = claimed(portal)
    assert (found["action"], found["exercise"], found["revision"]) == ("check", EXERCISE, 1)
    assert (found["base"], found["text"]) == (TEXT, NEW)
    assert grader(portal)("POST", "/grading/drafts/claims", CLAIM).json == {"drafts": []}
    assert "Being checked" in author(portal).get(PAGE).text


def test_what_was_found_is_shown_with_its_cell_and_line(portal: Portal) -> None:
    line = NEW[: NEW.index("assert len")].count("\n") + 1
    wrong = {"file": "exercise.py", "line": line, "message": "it <fails>", "remedy": "mend it"}
    elsewhere = {"file": "right/a.py", "line": 3, "message": "no task", "remedy": "name one"}
    checked(portal, problems=[wrong, elsewhere], tasks=[], preview={})
    page = author(portal).get(PAGE).text
    assert "Something has to be mended" in page
    assert '<a href="#cell-5">Cell 5, line 1</a>' in page
    assert "it &lt;fails&gt;" in page
    assert "right/a.py:3" in page
    assert "Release as a new version" not in page


@pytest.mark.parametrize("kind", ["refused", "survivors"])
def test_a_check_that_decides_wrongly_is_not_released(portal: Portal, kind: str) -> None:
    task = REPORT["tasks"][0] | {kind: [{"variant": "v", "change": "-a", "evidence": "<e>"}]}
    checked(portal, tasks=[task])
    page = author(portal).get(PAGE).text
    assert "&lt;e&gt;" in page
    assert release(portal).status_code == 303
    assert state(portal) == DraftState.CHECKED


def test_the_preview_is_harmless_in_every_language(portal: Portal) -> None:
    checked(portal)
    for language in ("en", "ja", "ko"):
        page = author(portal).get(f"{PAGE}/preview?language={language}").text
        assert f"Title {language}" in page
        assert "<script>alert" not in page
        assert "print(&#39;&lt;b&gt;&#39;)" in page
    assert author(portal).get(f"{PAGE}/preview?language=xx").status_code == 404
    assert "A changed paragraph." in author(portal).get(PAGE).text


def test_a_released_draft_is_a_new_version_and_old_attempts_keep_theirs(portal: Portal) -> None:
    with portal.writing() as session:
        learner = portal.room.people["snu-learner-1"]
        hand_in(session, portal.room, learner, EXERCISE, START + timedelta(days=1))
    draft = checked(portal)
    assert release(portal).status_code == 303
    assert claimed(portal)["action"] == "install"
    call = f"/grading/drafts/{draft}/released"
    assert grader(portal)("PUT", call, {"version": VERSION}).code == "unknown_version"
    add_version(portal)
    for _ in range(2):
        assert grader(portal)("PUT", call, {"version": VERSION}).status == 200
    assert state(portal) == DraftState.RELEASED
    (entry,) = audit(portal)
    assert entry.actor == portal.room.people["snu-instructor"].pseudonym
    assert entry.details["version"] == {"before": "0123456789ab", "after": VERSION}
    with portal.writing() as session:
        submission = session.scalars(select(Submission)).one()
        assert submission.version.version == "0123456789ab"
        assert submission.points == 8.0
        told = session.scalars(select(Notice).where(Notice.kind == "exercise_released")).all()
        assert {one.person_id for one in told} == {
            person.id for login, person in portal.room.people.items() if "instructor" in login
        }
    page = author(portal).get(PAGE).text
    assert f"became version {VERSION}" in page
    assert f"/instructor/{OFFERING}/regrades/new/{EXERCISE}" in page
    assert "a nice **pair**" in page


def test_only_the_text_that_passed_is_released(portal: Portal) -> None:
    checked(portal)
    save(author(portal), edited("a **pair**", "another **pair**"))
    release(portal)
    assert state(portal) == DraftState.WRITING


def test_a_text_that_changed_while_it_was_checked_gets_no_report(portal: Portal) -> None:
    save(author(portal), NEW, "check")
    draft = claimed(portal)["draft"]
    save(author(portal), edited("a **pair**", "another **pair**"))
    kept = grader(portal)("PUT", f"/grading/drafts/{draft}/lease", CLAIM)
    assert kept.json["held"] is False
    assert report(portal, draft).json["state"] == "writing"
    found = draft_of(portal)
    assert found is not None
    assert found.report is None


def test_a_report_on_an_earlier_text_is_not_taken_for_one_on_the_present(portal: Portal) -> None:
    save(author(portal), NEW, "check")
    draft = claimed(portal)["draft"]
    save(author(portal), edited("a **pair**", "another **pair**"), "check")
    assert claimed(portal)["revision"] == 2
    assert report(portal, draft, revision=1).json["state"] == "checking"
    assert report(portal, draft, revision=2).json["state"] == "checked"


def test_a_lease_that_ended_is_claimed_again_and_three_are_enough(portal: Portal) -> None:
    save(author(portal), NEW, "check")
    for _ in range(3):
        assert claimed(portal)["action"] == "check"
        with portal.writing() as session:
            session.execute(update(Draft).values(lease_until=now() - timedelta(seconds=1)))
    assert grader(portal)("POST", "/grading/drafts/claims", CLAIM).json == {"drafts": []}
    assert state(portal) == DraftState.WRITING
    assert "The grader ended before it was done." in author(portal).get(PAGE).text


def test_a_failure_is_tried_again_unless_it_is_final(portal: Portal) -> None:
    draft = checked(portal)
    release(portal)
    call = f"/grading/drafts/{draft}/failure"
    for final, after in ((False, "release_asked"), (True, "checked")):
        claimed(portal)
        body = {"worker": "w", "reason": "the folder was changed", "final": final}
        assert grader(portal)("POST", call, body).json["state"] == after
    assert "the folder was changed" in author(portal).get(PAGE).text
    assert audit(portal) == []
    other = {"worker": "another", "reason": "late", "final": True}
    assert grader(portal)("POST", call, other).json["state"] == "checked"


def test_nothing_is_written_or_dropped_while_it_is_released(portal: Portal) -> None:
    checked(portal)
    release(portal)
    assert release(portal).status_code == 303  # a double click
    visitor = author(portal)
    assert visitor.form(f"{PAGE}/drop", PAGE, revision="1").status_code == 303
    assert "This draft is being released" in visitor.get(PAGE).text
    assert save(visitor, edited("a **pair**", "another **pair**")).status_code == 409
    assert state(portal) == DraftState.RELEASE_ASKED


def test_a_draft_of_an_older_version_is_not_released(portal: Portal) -> None:
    checked(portal)
    add_version(portal, text=edited("a **pair**", "quite another **pair**"))
    assert "Another version of this exercise was released" in author(portal).get(PAGE).text
    release(portal)
    assert state(portal) == DraftState.CHECKED


def test_a_dropped_draft_is_gone_and_the_next_begins_anew(portal: Portal) -> None:
    save(author(portal), NEW)
    visitor = author(portal)
    visitor.form(f"{PAGE}/drop", PAGE, revision="1")
    assert state(portal) == DraftState.DROPPED
    assert "a nice **pair**" not in visitor.get(PAGE).text
    visitor.form(f"{PAGE}/drop", PAGE, revision="1")
    assert "There is no draft any more." in visitor.get(PAGE).text
    save(visitor, NEW)
    assert state(portal) == DraftState.WRITING


def test_the_part_answers_only_what_is_new(portal: Portal) -> None:
    save(author(portal), NEW, "check")
    visitor = author(portal)
    page = visitor.get(PAGE).text
    address = page.split('hx-get="')[1].split('"')[0].replace("&amp;", "&")
    assert visitor.get(address).status_code == 204
    claimed(portal)
    assert "Being checked" in visitor.get(address).text
