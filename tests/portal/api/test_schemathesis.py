"""Schemathesis asks the API everything that its description allows, and what it forbids, as each kind of caller.

No answer is a server's error, and each has the status, content type and form that the description has for it. Cases are
the same on every run: they are derived from the test itself, not from chance.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import create_app
from portal.api.description.document import ROOT
from portal.configuration import configuration
from portal.database import engine_of
from portal.models import (
    Draft,
    DraftState,
    DraftText,
    ItemState,
    Person,
    Regrade,
    RegradeItem,
    RegradeState,
    Submission,
    now,
)
from tests.portal.calls import (
    COURSE,
    EXERCISE,
    GRADER_TOKEN,
    OPERATOR_TOKEN,
    Api,
    module,
    notebook,
    result,
    roster,
    sent,
)
from tests.portal.conftest import ENVIRON

CALLERS = (
    "nobody",
    "a wrong token",
    "learner",
    "learner elsewhere",
    "instructor",
    "instructor elsewhere",
    "coordinator",
    "grader",
    "operator",
)
CASES = 6
"""Of each caller, call that she may make, and way to make them."""
REFUSED = 1
"""Of each call that is not for this kind of token: all are refused before anything is read."""

REGRADE, DRAFT = "b" * 32, "c" * 32

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
BOUNDED = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)

load_all_checks()


@dataclass(frozen=True)
class World:
    """A portal with people, an exercise and attempts; what can stand in its addresses; and everybody's token."""

    app: Flask
    known: dict[str, str]
    tokens: dict[str, str | None]

    def operations(self) -> Iterator[APIOperation[Any]]:
        schema = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", self.app)
        for found in schema.get_all_operations():
            yield found.ok()

    def headers(self, caller: str) -> dict[str, str]:
        token = self.tokens[caller]
        return {} if token is None else {"Authorization": f"Bearer {token}"}

    def places(self, operation: APIOperation[Any]) -> dict[str, str]:
        """Return what there is to stand in an operation's address."""
        return {one.name: self.known[one.name] for one in operation.path_parameters}


@pytest.fixture
def world(tmp_path: Path, migrated: Path) -> Iterator[World]:
    data = tmp_path / "portal"
    config = configuration(data, ENVIRON)
    shutil.copy(migrated, data / "portal.db")
    app = create_app(config | {"TESTING": True})
    client = app.test_client()
    operator, grader = Api(client, OPERATOR_TOKEN), Api(client, GRADER_TOKEN)
    assert operator("PUT", "/operator/roster", roster()).status == 200
    assert grader("PUT", "/catalog/modules/04_entanglement", module()).status == 200

    def token(login: str) -> str:
        made = operator("POST", f"/operator/people/{login}/tokens", {"label": "test"})
        return str(made.json["token"])

    tokens: dict[str, str | None] = {
        "nobody": None,
        "a wrong token": "wrong",
        "learner": token("student-utokyo"),
        "learner elsewhere": token("student-snu"),
        "instructor": token("instructor-utokyo"),
        "instructor elsewhere": token("both-snu"),
        "coordinator": token("coordinator"),
        "grader": GRADER_TOKEN,
        "operator": OPERATOR_TOKEN,
    }
    learner = Api(client, tokens["learner"])
    first = learner.submit(notebook("print(1)")).json["submission"]
    assert grader("PUT", f"/grading/submissions/{first}/result", result(first)).status == 200
    feedback = {"files": [sent(b"<p>", "f.html")]}
    assert grader("PUT", f"/grading/submissions/{first}/feedback", feedback).status == 200
    assert learner.submit(notebook("print(2)")).status == 201
    known = {
        "course": COURSE,
        "offering": COURSE,
        "exercise": EXERCISE,
        "module": EXERCISE,
        "submission": first,
        "task": "bell_pair",
        "login": "student-utokyo",
        "regrade": REGRADE,
        "draft": DRAFT,
    }
    add_regrade_and_draft(app, first)
    yield World(app, known, tokens)
    engine_of(app).dispose()


def add_regrade_and_draft(app: Flask, submission: str) -> None:
    """Let an instructor have asked for a regrade of an attempt, and for a check of a changed text."""
    with Session(engine_of(app)) as session, session.begin():
        attempt = session.scalars(
            select(Submission).where(Submission.public_id == submission)
        ).one()
        teacher = session.scalars(select(Person).where(Person.login == "instructor-utokyo")).one()
        where = {"offering_id": COURSE, "exercise_id": EXERCISE}
        regrade = Regrade(
            **where,
            public_id=REGRADE,
            version_id=attempt.version_id,
            tasks=["bell_pair"],
            reason="A test was wrong.",
            state=RegradeState.JUDGING,
            asked_by_id=teacher.id,
            items=[RegradeItem(submission_id=attempt.id, state=ItemState.QUEUED)],
        )
        draft = Draft(
            **where,
            public_id=DRAFT,
            base_id=attempt.version_id,
            revision=1,
            state=DraftState.CHECK_ASKED,
            asked_by_id=teacher.id,
            asked_at=now(),
            texts=[DraftText(revision=1, text="# New", saved_by_id=teacher.id)],
        )
        session.add_all([regrade, draft])


def ask(
    world: World,
    caller: str,
    operation: APIOperation[Any],
    cases: st.SearchStrategy[Case],
    checks: list[Callable[..., Any]],
) -> None:
    """Make cases of a call as a caller, and look at what comes back."""
    headers = world.headers(caller)

    @settings(BOUNDED, max_examples=CASES if may_call(caller, operation) else REFUSED)
    @given(case=cases)
    def look(case: Case) -> None:
        case.call_and_validate(headers=headers, checks=checks)

    look()


def may_call(caller: str, operation: APIOperation[Any]) -> bool:
    """Return whether a call is for this kind of token."""
    takes = {name for need in operation.definition.raw["security"] for name in need}
    kind = caller if caller in ("grader", "operator") else "person"
    return not takes or (kind in takes and caller not in ("nobody", "a wrong token"))


@pytest.mark.parametrize("caller", CALLERS)
def test_what_is_described_is_answered_as_described(world: World, caller: str) -> None:
    for operation in world.operations():
        if not may_call(caller, operation):
            ask(world, caller, operation, operation.as_strategy(), CHECKS)
            continue
        for cases in operation.get_strategies_from_examples():
            ask(world, caller, operation, cases, CHECKS)
        ask(world, caller, operation, operation.as_strategy(), CHECKS)
        if places := world.places(operation):
            there = operation.as_strategy(path_parameters=places)
            ask(world, caller, operation, there, CHECKS)


@pytest.mark.parametrize("caller", ["learner", "instructor", "grader", "operator"])
def test_what_is_not_described_is_refused_as_described(world: World, caller: str) -> None:
    for operation in world.operations():
        if may_call(caller, operation) and operation.body:
            broken = operation.as_strategy(
                GenerationMode.NEGATIVE, path_parameters=world.places(operation) or {}
            ).filter(has_a_broken_body)
            ask(world, caller, operation, broken, [*CHECKS, negative_data_rejection])


def has_a_broken_body(case: Case) -> bool:
    """Return whether the body is what contradicts the description, not a header that nobody reads."""
    assert case.meta is not None
    body = case.meta.components.get(ParameterLocation.BODY)
    return body is not None and body.mode is GenerationMode.NEGATIVE
