"""Drafts of exercises: the service lets a process of its own check them, or install them in the course.

The process runs beside the grading and behind it in the machine's favour. Its end is waited for without blocking; it
ends with this one, however that ends; and what was interrupted is claimed again when its lease has passed.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import IO

import msgspec

from grader.authoring.draft import Action, Order, Outcome
from grader.errors import PortalRefusedError
from grader.portal_client import ClaimedDraft, PortalClient

LOG = logging.getLogger(__name__)

MOST_SECONDS = 1800.0
"""For a check: the longest exercise takes a minute on an idle machine with two cores."""
_LEASE = 60.0
_RENEWED = 15.0


@dataclass(frozen=True)
class Authoring:
    """A course whose exercises are written in the portal, too.

    Attributes:
        root: the folder with curriculum/ and exercises/.
        unsafe_no_sandbox: run what authors write with the rights of this process.
        most_seconds: after these a check is given up.
    """

    root: Path
    unsafe_no_sandbox: bool = False
    most_seconds: float = MOST_SECONDS


@dataclass
class _Running:
    """A draft that is being worked on."""

    claim: ClaimedDraft
    process: subprocess.Popen[bytes]
    said: IO[bytes]
    wrong: IO[bytes]
    until: float
    renew_at: float


class Drafts:
    """Works on one draft at a time.

    Args:
        portal: the portal's API, with the grader's token.
        worker: this service's name.
        authoring: the course.
        build: its folder of built files.
        publish: publishes what was built anew.
    """

    def __init__(
        self,
        portal: PortalClient,
        worker: str,
        authoring: Authoring,
        *,
        build: Path,
        publish: Callable[[], object],
    ) -> None:
        self._portal = portal
        self._worker = worker
        self._authoring = authoring
        self._build = build.resolve()
        self._publish = publish
        self._running: _Running | None = None

    def look(self) -> None:
        """Begin with the next draft, or see how far the present one is."""
        if self._running is None:
            claims = self._portal.claim_draft(self._worker, _LEASE)
            if claims:
                self._running = self._started(claims[0])
            return
        running = self._running
        if running.process.poll() is not None:
            self._running = None
            with running.said, running.wrong:
                self._conclude(running)
        elif monotonic() > running.until:
            self.stop()
            minutes = f"{self._authoring.most_seconds / 60:g}"
            self._fail(running.claim, f"It was not done within {minutes} minutes.", final=True)
        elif monotonic() > running.renew_at:
            running.renew_at = monotonic() + _RENEWED
            if not self._portal.keep_draft(running.claim.draft, self._worker, _LEASE):
                LOG.info("draft %s was changed meanwhile", running.claim.draft)
                self.stop()

    def stop(self) -> None:
        """End the process and all that it started; the draft is claimed again when its lease has passed."""
        running, self._running = self._running, None
        if running is None:
            return
        with running.said, running.wrong:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(running.process.pid, signal.SIGKILL)
            running.process.wait()
            if running.process.stdin is not None:
                running.process.stdin.close()

    def _started(self, claim: ClaimedDraft) -> _Running:
        order = Order(
            action=Action(claim.action),
            root=str(self._authoring.root.resolve()),
            build=str(self._build),
            exercise=claim.exercise,
            base=claim.base,
            text=claim.text,
            workers=len(os.sched_getaffinity(0)),
            unsafe_no_sandbox=self._authoring.unsafe_no_sandbox,
        )
        said, wrong = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - closed at its end
        # Not by a pipe: that takes no long text before the other side reads, and grading would stand still.
        with tempfile.TemporaryFile() as asked:
            asked.write(msgspec.json.encode(order))
            asked.seek(0)
            process = self._process(asked, said, wrong)
        LOG.info("%s draft %s of %s", claim.action, claim.draft, claim.exercise)
        now = monotonic()
        return _Running(
            claim, process, said, wrong, now + self._authoring.most_seconds, now + _RENEWED
        )

    def _process(
        self, asked: IO[bytes], said: IO[bytes], wrong: IO[bytes]
    ) -> subprocess.Popen[bytes]:
        """Start the program in a group of its own; it ends when its standard input is closed."""
        return subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-m", "grader.accuracy.draft", str(asked.fileno())],
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=wrong,
            pass_fds=[asked.fileno()],
            start_new_session=True,
        )

    def _conclude(self, running: _Running) -> None:
        claim = running.claim
        if running.process.stdin is not None:
            running.process.stdin.close()
        running.said.seek(0)
        try:
            outcome = msgspec.json.decode(running.said.read(), type=Outcome)
        except msgspec.MsgspecError:
            running.wrong.seek(0)
            lines = running.wrong.read().decode(errors="replace").strip().splitlines()
            LOG.exception("draft %s: %s", claim.draft, "\n".join(lines) or "it said nothing")
            self._fail(claim, lines[-1] if lines else "The process that checks drafts ended.")
            return
        try:
            if outcome.report is not None:
                self._portal.put_draft_report(
                    claim.draft, self._worker, claim.revision, msgspec.to_builtins(outcome.report)
                )
            elif outcome.refusal:
                self._fail(claim, outcome.refusal, final=True)
            else:
                self._publish()
                self._portal.put_draft_released(claim.draft, outcome.version)
                LOG.info("released %s, version %s", claim.exercise, outcome.version)
        except PortalRefusedError as error:
            LOG.exception("what became of draft %s cannot be reported", claim.draft)
            self._fail(claim, str(error))

    def _fail(self, claim: ClaimedDraft, reason: str, *, final: bool = False) -> None:
        try:
            self._portal.fail_draft(claim.draft, self._worker, reason[:2000], final=final)
        except PortalRefusedError:
            LOG.exception("the failure of draft %s could not be reported", claim.draft)
