"""What the Assignment List shows: released and fetched exercises, attempts with their scores."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.exchange.abc import ExchangeList
from traitlets.config import Application

from grader.exchange.client import Assignment, Attempt, ExchangeClient, Receipt
from grader.exchange.folder import ExerciseFolder, write_files
from grader.exchange.messages import refusal
from grader.exchange.plugin import QampusExchange


class QampusList(QampusExchange, ExchangeList):
    """Lists what the portal has for the learner, in the form that nbgrader's handlers expect.

    With `cached` it lists the attempts (nbgrader's word for submissions remembered on this side); the time of an
    attempt carries its score, since that is the line that JupyterLab shows. Feedback that is ready is brought at
    once, so that one click opens it.
    """

    def copy_files(self) -> None:
        """Listing copies nothing by itself."""

    def list_files(self) -> list[dict[str, Any]]:
        """Return released and fetched exercises, or the attempts (`cached`)."""
        if self.inbound:
            raise refusal("graded_by_itself")
        client = self.client()
        entries = [
            entry
            for entry in client.assignments(self.coursedir.course_id or None)
            if self.coursedir.assignment_id in ("", entry["exercise"])
        ]
        if self.cached:
            listed = [self._attempts(client, entry) for entry in entries if entry["submissions"]]
        else:
            listed = [self._released(entry) for entry in entries]
        # The `nbgrader list` command shows its log; that of JupyterLab shall hold no scores.
        if isinstance(self.parent, Application):
            for line in lines(listed):
                self.log.info("%s", line)
        return listed

    def remove_files(self) -> list[dict[str, Any]]:
        """Refuse: what is handed in cannot be taken back.

        Raises:
            PortalRefusal: always.
        """
        raise refusal("kept")

    def receipted(self, receipt: Receipt) -> list[dict[str, Any]]:
        """Return the two entries of an exercise that was handed in just now, without asking the portal."""
        attempt = Attempt(
            submission=receipt.submission,
            attempt=receipt.attempt,
            received_at=datetime.fromisoformat(receipt.received_at),
            status="queued",
            score=None,
            maximum=None,
            unmarked=0,
            feedback=False,
            feedback_sha256=None,
        )
        entry = Assignment(course=receipt.course, exercise=receipt.exercise, submissions=[attempt])
        return [self._released(entry), self._attempts(self.client(), entry)]

    def _released(self, entry: Assignment) -> dict[str, Any]:
        folder = ExerciseFolder(self.home, entry["course"], entry["exercise"])
        notebooks = folder.notebooks()
        return {
            "course_id": entry["course"],
            "assignment_id": entry["exercise"],
            "status": "fetched" if notebooks else "released",
            "path": str(folder.path),
            "notebooks": [{"notebook_id": path.stem, "path": str(path)} for path in notebooks],
        }

    def _attempts(self, client: ExchangeClient, entry: Assignment) -> dict[str, Any]:
        folder = ExerciseFolder(self.home, entry["course"], entry["exercise"])
        common: dict[str, Any] = {
            "course_id": entry["course"],
            "assignment_id": entry["exercise"],
            "student_id": "",
            "status": "submitted",
        }
        submissions = []
        for attempt in sorted(entry["submissions"], key=lambda attempt: attempt["attempt"]):
            feedback = self._feedback(client, folder, attempt)
            pages = sorted(feedback.glob("*.html")) if feedback else []
            submissions.append(
                common
                | {
                    "timestamp": describe(attempt),
                    "path": str(folder.path),
                    "notebooks": [{"notebook_id": page.stem, "path": str(page)} for page in pages],
                    "has_local_feedback": bool(pages),
                    "has_exchange_feedback": attempt["feedback"],
                    "feedback_updated": False,
                    "local_feedback_path": str(feedback) if pages else None,
                }
            )
        return common | {"submissions": submissions}

    def _feedback(
        self, client: ExchangeClient, folder: ExerciseFolder, attempt: Attempt
    ) -> Path | None:
        """Bring the feedback of an attempt when it is new, and return its folder."""
        path = folder.feedback(attempt["attempt"])
        if not attempt["feedback"]:
            return path if path.is_dir() else None
        mark = path / ".sha256"
        known = mark.read_text(encoding="utf-8") if mark.is_file() else ""
        if attempt["feedback_sha256"] != known:
            write_files(path, client.feedback(attempt["submission"]), replace=True)
            mark.write_text(str(attempt["feedback_sha256"]), encoding="utf-8")
        return path


def describe(attempt: Attempt) -> str:
    """Return the line of one attempt: number, local time, and its score or where it stands.

    The line uses figures and signs rather than words, so that it reads the same in every language: a clock while it
    waits, a hand where a person has to look.
    """
    line = f"#{attempt['attempt']:02d}  {attempt['received_at'].astimezone():%Y-%m-%d %H:%M:%S}"
    match attempt["status"]:
        case "graded":
            score = f"{line}  {_number(attempt['score'])} / {_number(attempt['maximum'])}"
            return f"{score}  ✋" if attempt["unmarked"] else score
        case "needs_person":
            return f"{line}  ✋"
        case _:
            return f"{line}  ⏳"


def lines(listed: list[dict[str, Any]]) -> list[str]:
    """Return a listing as text: one line for each exercise, or for each attempt."""
    return [
        f"{entry['course_id']} {entry['assignment_id']} {one.get('timestamp', entry['status'])}"
        for entry in listed
        for one in entry.get("submissions", [entry])
    ]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"
