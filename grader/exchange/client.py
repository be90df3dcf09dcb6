"""The portal's exchange API, as one learner with her token sees it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from grader.exchange.messages import PortalRefusal, refusal

TIMEOUT = httpx.Timeout(30.0, connect=5.0)


@dataclass(frozen=True)
class Receipt:
    """What the portal promises once a submission is durably stored."""

    submission: str
    course: str
    exercise: str
    attempt: int
    received_at: str
    sha256: str
    already_stored: bool


class ExchangeClient:
    """Calls `/api/v1/exchange` of one portal with one personal token.

    Args:
        portal_url: address of the portal, without a path.
        token: personal token.
    """

    def __init__(self, portal_url: str, token: str) -> None:
        self._portal_url = portal_url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}

    def assignments(self, course: str | None = None) -> list[dict[str, Any]]:
        """Return what is released to the learner, with her attempts (docs/architecture.md)."""
        answer = self._call("GET", "assignments", params={"course": course} if course else {})
        return list(answer["assignments"])

    def release(self, course: str, exercise: str) -> dict[str, bytes]:
        """Return the released files of an exercise, in the learner's language, by name."""
        return _files(self._call("GET", _path(course, exercise)))

    def submit(self, course: str, exercise: str, files: Mapping[str, bytes]) -> Receipt:
        """Hand in `files` (name -> content) and return the receipt."""
        body = {
            "files": [
                {"name": name, "content": base64.b64encode(content).decode()}
                for name, content in sorted(files.items())
            ]
        }
        url = self._url(f"{_path(course, exercise)}/submissions")
        response = self._send("POST", url, json=body)
        answer = self._read(response)
        fields = ("submission", "course", "exercise", "attempt", "received_at", "sha256")
        return Receipt(
            **{field: answer[field] for field in fields},
            already_stored=response.status_code == httpx.codes.OK,
        )

    def feedback(self, submission: str) -> dict[str, bytes]:
        """Return the feedback pages of one attempt, by name."""
        return _files(self._call("GET", f"submissions/{quote(submission, safe='')}/feedback"))

    def _url(self, path: str) -> str:
        return f"{self._portal_url}/api/v1/exchange/{path}"

    def _call(self, method: str, path: str, **arguments: Any) -> dict[str, Any]:
        return self._read(self._send(method, self._url(path), **arguments))

    def _send(self, method: str, url: str, **arguments: Any) -> httpx.Response:
        try:
            return httpx.request(
                method, url, headers=self._headers, timeout=TIMEOUT, trust_env=False, **arguments
            )
        except (httpx.InvalidURL, httpx.HTTPError) as error:
            raise refusal("unreachable", url=self._portal_url, reason=error) from error

    def _read(self, response: httpx.Response) -> dict[str, Any]:
        try:
            answer = response.json()
        except ValueError as cause:
            raise _not_a_portal(response) from cause
        if not isinstance(answer, dict):
            raise _not_a_portal(response)
        if response.is_success:
            return answer
        error = answer.get("error")
        if not isinstance(error, dict):
            raise _not_a_portal(response)
        raise PortalRefusal(str(error.get("code", "unknown")), str(error.get("message", "")))


def _not_a_portal(response: httpx.Response) -> PortalRefusal:
    url = response.request.url
    return refusal("not_a_portal", url=f"{url.scheme}://{url.host}", status=response.status_code)


def _path(course: str, exercise: str) -> str:
    return f"courses/{quote(course, safe='')}/assignments/{quote(exercise, safe='')}"


def _files(answer: dict[str, Any]) -> dict[str, bytes]:
    return {
        str(file["name"]): base64.b64decode(file["content"], validate=True)
        for file in answer["files"]
    }
