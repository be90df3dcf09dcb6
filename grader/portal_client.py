"""The portal's HTTP API as the grader and the operator call it.

A lost connection is waited out: every call here is idempotent on the portal's side, so it is simply made again. What
the portal refuses is raised at once, with its code and sentence.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event
from typing import Any

import httpx
import msgspec

from grader.errors import PortalRefusedError, PortalUnreachableError
from grader.results import Result, decode_result, encode_result

_FIRST_WAIT = 0.1
_LONGEST_WAIT = 3.0
_TIMEOUT = httpx.Timeout(30.0, connect=5.0)


@dataclass(frozen=True)
class EnrolledLearner:
    """A learner of an offering, by the pseudonym that is her nbgrader student id."""

    pseudonym: str
    family_name: str
    given_name: str


@dataclass(frozen=True)
class Offering:
    """A course run at one institution, which is one nbgrader course directory."""

    id: str
    institution: str
    title: str
    learners: tuple[EnrolledLearner, ...]


@dataclass(frozen=True)
class TransferredFile:
    """A file as it travels: content in base64."""

    name: str
    content: str

    def data(self) -> bytes:
        """Return the content."""
        return base64.b64decode(self.content, validate=True)


@dataclass(frozen=True)
class ClaimedSubmission:
    """A submission that this grader has the lease of."""

    submission: str
    course: str
    exercise: str
    version: str | None
    learner: str
    language: str
    attempt: int
    received_at: datetime
    files: tuple[TransferredFile, ...]
    seed: str = field(repr=False)
    """Secret of the learner's random instances in this exercise."""


@dataclass(frozen=True, kw_only=True)
class ClaimedRegrade(ClaimedSubmission):
    """An attempt to judge anew, of which this grader has the lease; the gradebook stays as it is.

    Attributes:
        regrade: the portal's id of the regrade.
        against: the version to judge against.
    """

    regrade: str
    against: str


@dataclass(frozen=True)
class RegradeRecord:
    """An attempt as the gradebook should have it after a regrade was applied or taken back.

    Attributes:
        regrade: the portal's id of the regrade.
        submission: id of the attempt.
        course: the offering.
        exercise: the exercise.
        learner: pseudonym.
        applied: the regrade holds; otherwise it was taken back.
        tasks: points by checks of the tasks that the regrade wrote; None: a person has to mark it.
        result: all that holds now.
        stamp: goes back when it is recorded.
    """

    regrade: str
    submission: str
    course: str
    exercise: str
    learner: str
    applied: bool
    tasks: Mapping[str, float | None]
    result: Result
    stamp: str


@dataclass(frozen=True)
class PortalMark:
    """Points of a task that people gave in the portal, for the gradebook to take over.

    Attributes:
        submission: id of the attempt.
        course: the offering.
        exercise: the exercise.
        learner: pseudonym.
        task: the task's id.
        points: what all markers gave together.
        comment: theirs for the learner; may be empty.
        marked_at: when the last of them marked; it goes back when the points are recorded.
    """

    submission: str
    course: str
    exercise: str
    learner: str
    task: str
    points: float
    comment: str
    marked_at: datetime


@dataclass(frozen=True)
class ClaimedDraft:
    """A draft of an exercise to `check` or `install`: its text, and that of the version it was made from."""

    draft: str
    action: str
    exercise: str
    revision: int
    base: str = field(repr=False)
    text: str = field(repr=False)


class PortalClient:
    """Calls of the portal's API with a service token.

    Args:
        address: the portal's, for example `http://127.0.0.1:8000`.
        token: the grader's or the operator's.
        patience: seconds for which a call is made again while the portal cannot be reached.
        stopping: when set, waiting for the portal ends.
    """

    def __init__(
        self,
        address: str,
        token: str,
        *,
        patience: float = float("inf"),
        stopping: Event | None = None,
    ) -> None:
        self._address = address
        self._patience = patience
        self._stopping = stopping or Event()
        self._http = httpx.Client(
            base_url=f"{address.rstrip('/')}/api/v1/",
            headers={"Authorization": f"Bearer {token}"},
            timeout=_TIMEOUT,
            trust_env=False,
        )

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def publish(
        self,
        module: str,
        manifest: Mapping[str, Any],
        releases: Mapping[str, Mapping[str, bytes]],
        text: str | None = None,
    ) -> None:
        """Publish a module: its manifest, for each language file name -> content, and the exercise's own text."""
        files = {language: _files(content) for language, content in releases.items()}
        body = {"manifest": manifest, "releases": files, "text": text}
        self._call("PUT", f"catalog/modules/{module}", body)

    def lessons(self) -> dict[str, str]:
        """Return module -> version of the lessons that the portal shows."""
        known = self._call("GET", "catalog/lessons")["lessons"]
        return {one["module"]: one["version"] for one in known}

    def put_lesson(self, module: str, pages: Mapping[str, Any]) -> None:
        """Publish the pages of a lesson, whose exercise has been published before."""
        self._call("PUT", f"catalog/lessons/{module}", pages)

    def offerings(self) -> tuple[Offering, ...]:
        """Return all offerings with their learners."""
        answer = self._call("GET", "grading/offerings")
        return msgspec.convert(answer["offerings"], tuple[Offering, ...])

    def claim(self, worker: str, limit: int, lease_seconds: int) -> tuple[ClaimedSubmission, ...]:
        """Claim up to `limit` submissions, oldest first; other graders leave them alone for the lease."""
        asked = {"worker": worker, "limit": limit, "lease_seconds": lease_seconds}
        answer = self._call("POST", "grading/claims", asked)
        return msgspec.convert(answer["submissions"], tuple[ClaimedSubmission, ...])

    def put_result(self, result: Result, marked_at: datetime | None = None) -> None:
        """Store the grading of a submission.

        Args:
            result: of the submission.
            marked_at: when people marked it in formgrader at the latest; None: it comes from a grading.
        """
        body = msgspec.json.decode(encode_result(result))
        path = f"grading/submissions/{result.submission}/result"
        if marked_at is not None:
            path += f"?{httpx.QueryParams(marked_at=marked_at.isoformat())}"
        self._call("PUT", path, body)

    def marks(self, limit: int) -> tuple[PortalMark, ...]:
        """Return marks of the portal that the gradebook has to take over."""
        answer = self._call("POST", "grading/marks/claims", {"limit": limit})
        return msgspec.convert(answer["marks"], tuple[PortalMark, ...])

    def mark_recorded(self, mark: PortalMark) -> None:
        """Say that the gradebook has taken a mark over."""
        path = f"grading/submissions/{mark.submission}/marks/{mark.task}/recorded"
        self._call("PUT", path, {"marked_at": mark.marked_at.isoformat()})

    def put_feedback(self, submission: str, files: Mapping[str, bytes]) -> None:
        """Store the feedback pages of a submission: name -> content."""
        body = {"files": _files(files)}
        self._call("PUT", f"grading/submissions/{submission}/feedback", body)

    def report_failure(self, submission: str, reason: str) -> None:
        """Say that the grader itself failed on a submission; it goes back to the queue."""
        self._call("POST", f"grading/submissions/{submission}/failure", {"reason": reason})

    def claim_regrades(
        self, worker: str, limit: int, lease_seconds: int
    ) -> tuple[ClaimedRegrade, ...]:
        """Claim up to `limit` attempts that are to be judged anew."""
        asked = {"worker": worker, "limit": limit, "lease_seconds": lease_seconds}
        answer = self._call("POST", "grading/regrades/claims", asked)
        return msgspec.convert(answer["submissions"], tuple[ClaimedRegrade, ...])

    def put_regrade_result(self, regrade: str, result: Result) -> None:
        """Store what an attempt was judged with anew."""
        body = msgspec.json.decode(encode_result(result))
        self._call("PUT", f"{_of_regrade(regrade, result.submission)}/result", body)

    def report_regrade_failure(self, regrade: str, submission: str, reason: str) -> None:
        """Say that the grader itself failed on an attempt of a regrade."""
        self._call("POST", f"{_of_regrade(regrade, submission)}/failure", {"reason": reason})

    def regrade_records(self, limit: int) -> tuple[RegradeRecord, ...]:
        """Return attempts whose new points the gradebook has to take over."""
        answer = self._call("POST", "grading/regrades/records", {"limit": limit})
        return tuple(
            msgspec.convert(
                one | {"result": decode_result(msgspec.json.encode(one["result"]))}, RegradeRecord
            )
            for one in answer["records"]
        )

    def regrade_recorded(self, record: RegradeRecord) -> None:
        """Say that the gradebook has taken an attempt's new points over."""
        path = f"{_of_regrade(record.regrade, record.submission)}/recorded"
        self._call("PUT", path, {"stamp": record.stamp})

    def claim_draft(self, worker: str, lease_seconds: float) -> tuple[ClaimedDraft, ...]:
        """Claim the draft of an exercise that waits longest; none if none waits."""
        asked = {"worker": worker, "lease_seconds": lease_seconds}
        answer = self._call("POST", "grading/drafts/claims", asked)
        return msgspec.convert(answer["drafts"], tuple[ClaimedDraft, ...])

    def keep_draft(self, draft: str, worker: str, lease_seconds: float) -> bool:
        """Lengthen the lease of a draft; return whether it is still this worker's."""
        asked = {"worker": worker, "lease_seconds": lease_seconds}
        return bool(self._call("PUT", f"grading/drafts/{draft}/lease", asked)["held"])

    def put_draft_report(
        self, draft: str, worker: str, revision: int, report: Mapping[str, Any]
    ) -> None:
        """Store what was found in one text of a draft."""
        body = {"worker": worker, "revision": revision, "report": report}
        self._call("PUT", f"grading/drafts/{draft}/report", body)

    def put_draft_released(self, draft: str, version: str) -> None:
        """Say which version a draft became; it must be published by then."""
        self._call("PUT", f"grading/drafts/{draft}/released", {"version": version})

    def fail_draft(self, draft: str, worker: str, reason: str, *, final: bool) -> None:
        """Say why a draft could not be checked or released; `final`: another try would not help."""
        body = {"worker": worker, "reason": reason, "final": final}
        self._call("POST", f"grading/drafts/{draft}/failure", body)

    def put_roster(self, roster: Mapping[str, Any]) -> Mapping[str, Any]:
        """Write institutions, offerings, cohorts and people (operator)."""
        return self._call("PUT", "operator/roster", roster)

    def new_token(self, login: str, label: str) -> str:
        """Return a new personal token (operator)."""
        token: str = self._call("POST", f"operator/people/{login}/tokens", {"label": label})[
            "token"
        ]
        return token

    def status(self) -> Mapping[str, int]:
        """Return how many submissions are queued, claimed, graded and waiting for a person."""
        return self._call("GET", "operator/status")

    def _call(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        reason = ""
        for wait in self._waits():
            try:
                answer = self._http.request(method, path, json=body)
            except httpx.TransportError as error:
                reason = f"{type(error).__name__}: {error}"
            else:
                if answer.status_code not in {502, 503, 504}:
                    return _read(answer, f"{method} {path}")
                reason = f"it answered {answer.status_code}"
            if self._stopping.wait(wait):
                break
        raise PortalUnreachableError(address=self._address, reason=reason)

    def _waits(self) -> Iterator[float]:
        """Yield how long to wait after each vain call, until patience ends."""
        wait, total = _FIRST_WAIT, 0.0
        while total <= self._patience:
            yield wait
            total += wait
            wait = min(2 * wait, _LONGEST_WAIT)


def _of_regrade(regrade: str, submission: str) -> str:
    return f"grading/regrades/{regrade}/submissions/{submission}"


def _files(content: Mapping[str, bytes]) -> list[dict[str, str]]:
    return [
        {"name": name, "content": base64.b64encode(data).decode()} for name, data in content.items()
    ]


def _read(answer: httpx.Response, call: str) -> dict[str, Any]:
    if answer.is_success:
        if not answer.content:
            return {}
        found: dict[str, Any] = answer.json()
        return found
    try:
        error = msgspec.json.decode(answer.content, type=dict[str, dict[str, Any]])["error"]
        code, message = str(error["code"]), str(error["message"])
    except (msgspec.MsgspecError, KeyError):
        code, message = "no_reason", answer.text[:200]
    raise PortalRefusedError(call=call, status=answer.status_code, code=code, message=message)
