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
from grader.results import Result, encode_result

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
    ) -> None:
        """Publish a module: its manifest, and for each language file name -> content."""
        files = {language: _files(content) for language, content in releases.items()}
        self._call("PUT", f"catalog/modules/{module}", {"manifest": manifest, "releases": files})

    def offerings(self) -> tuple[Offering, ...]:
        """Return all offerings with their learners."""
        answer = self._call("GET", "grading/offerings")
        return msgspec.convert(answer["offerings"], tuple[Offering, ...])

    def claim(self, worker: str, limit: int, lease_seconds: int) -> tuple[ClaimedSubmission, ...]:
        """Claim up to `limit` submissions, oldest first; other graders leave them alone for the lease."""
        asked = {"worker": worker, "limit": limit, "lease_seconds": lease_seconds}
        answer = self._call("POST", "grading/claims", asked)
        return msgspec.convert(answer["submissions"], tuple[ClaimedSubmission, ...])

    def put_result(self, result: Result) -> None:
        """Store the grading of a submission."""
        body = msgspec.json.decode(encode_result(result))
        self._call("PUT", f"grading/submissions/{result.submission}/result", body)

    def put_feedback(self, submission: str, files: Mapping[str, bytes]) -> None:
        """Store the feedback pages of a submission: name -> content."""
        body = {"files": _files(files)}
        self._call("PUT", f"grading/submissions/{submission}/feedback", body)

    def report_failure(self, submission: str, reason: str) -> None:
        """Say that the grader itself failed on a submission; it goes back to the queue."""
        self._call("POST", f"grading/submissions/{submission}/failure", {"reason": reason})

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
