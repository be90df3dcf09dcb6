"""The portal's exchange API, as one learner with her token sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypedDict, TypeVar
from urllib.parse import quote

import httpx
import msgspec

from grader.exchange.messages import PortalRefusal, refusal

TIMEOUT = httpx.Timeout(30.0, connect=5.0)
_NOTHING_SENT = (
    httpx.InvalidURL,
    httpx.UnsupportedProtocol,
    httpx.ConnectError,
    httpx.ConnectTimeout,
)


@dataclass(frozen=True)
class Receipt:
    """What the portal promises once a submission is durably stored."""

    submission: str
    course: str
    exercise: str
    attempt: int
    received_at: str
    sha256: str
    already_stored: bool = False


class Attempt(TypedDict):
    """An attempt as the portal lists it.

    Attributes:
        submission: the portal's id.
        attempt: 1, 2, 3 ...
        received_at: when the portal stored it.
        status: queued, claimed, graded or needs_person.
        score: points given so far; None before it is graded.
        maximum: points of all tasks; None before it is graded.
        unmarked: tasks that wait for a person.
        feedback: whether there are feedback pages.
        feedback_sha256: changes whenever the pages do.
    """

    submission: str
    attempt: int
    received_at: datetime
    status: str
    score: float | None
    maximum: float | None
    unmarked: int
    feedback: bool
    feedback_sha256: str | None


class Assignment(TypedDict):
    """A released exercise of a course, with the learner's attempts, first to last."""

    course: str
    exercise: str
    submissions: list[Attempt]


@dataclass(frozen=True)
class _File:
    name: str
    content: bytes  # Base64 on the way


@dataclass(frozen=True)
class _Files:
    files: tuple[_File, ...]


@dataclass(frozen=True)
class _Listing:
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True)
class _Reason:
    code: str
    message: str


@dataclass(frozen=True)
class _Refused:
    error: _Reason


Form = TypeVar("Form")


class ExchangeClient:
    """Calls `/api/v1/exchange` of one portal with one personal token.

    Every method raises `PortalRefusal` when the portal refuses, does not answer, or is none.

    Args:
        portal_url: address of the portal, without a path.
        token: personal token.
    """

    def __init__(self, portal_url: str, token: str) -> None:
        self._portal_url = portal_url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}

    def assignments(self, course: str | None = None) -> tuple[Assignment, ...]:
        """Return what is released to the learner, with her attempts."""
        parameters = {"course": course} if course else {}
        return self._get("assignments", _Listing, params=parameters).assignments

    def release(self, course: str, exercise: str) -> dict[str, bytes]:
        """Return the released files of an exercise, in the learner's language, by name."""
        return _content(self._get(_path(course, exercise), _Files))

    def submit(self, course: str, exercise: str, files: Mapping[str, bytes]) -> Receipt:
        """Hand in `files` (name -> content) and return the receipt."""
        body = _Files(tuple(_File(name, content) for name, content in sorted(files.items())))
        response = self._send(
            "POST", f"{_path(course, exercise)}/submissions", content=msgspec.json.encode(body)
        )
        receipt = self._read(response, Receipt)
        return replace(receipt, already_stored=response.status_code == httpx.codes.OK)

    def feedback(self, submission: str) -> dict[str, bytes]:
        """Return the feedback pages of one attempt, by name."""
        return _content(self._get(f"submissions/{quote(submission, safe='')}/feedback", _Files))

    def _get(self, path: str, form: type[Form], **arguments: Any) -> Form:
        return self._read(self._send("GET", path, **arguments), form)

    def _send(self, method: str, path: str, **arguments: Any) -> httpx.Response:
        url = f"{self._portal_url}/api/v1/exchange/{path}"
        try:
            return httpx.request(
                method, url, headers=self._headers, timeout=TIMEOUT, trust_env=False, **arguments
            )
        except _NOTHING_SENT as error:
            raise refusal("unreachable", url=self._portal_url, reason=error) from error
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
            raise refusal("interrupted", url=self._portal_url, reason=reason) from error

    def _read(self, response: httpx.Response, form: type[Form]) -> Form:
        try:
            if response.is_success:
                return msgspec.json.decode(response.content, type=form)
            reason = msgspec.json.decode(response.content, type=_Refused).error
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as cause:
            raise refusal(
                "not_a_portal", url=self._portal_url, status=response.status_code
            ) from cause
        raise PortalRefusal(reason.code, reason.message)


def _path(course: str, exercise: str) -> str:
    return f"courses/{quote(course, safe='')}/assignments/{quote(exercise, safe='')}"


def _content(answer: _Files) -> dict[str, bytes]:
    return {file.name: file.content for file in answer.files}
