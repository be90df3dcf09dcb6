"""Fetch an exercise, hand it in, fetch its feedback."""

from __future__ import annotations

import json
from dataclasses import asdict

from nbgrader.exchange.abc import (
    ExchangeFetchAssignment,
    ExchangeFetchFeedback,
    ExchangeSubmit,
)

from grader.exchange.client import Receipt
from grader.exchange.folder import write_files
from grader.exchange.messages import refusal
from grader.exchange.plugin import QampusExchange


class QampusFetchAssignment(QampusExchange, ExchangeFetchAssignment):
    """Brings a released exercise in the learner's language. Her own files are never overwritten."""

    def copy_files(self) -> None:
        """Write the released files that are missing."""
        folder = self.folder()
        write_files(
            folder.path, self.client().release(folder.course, folder.exercise), replace=False
        )
        self.log.info("Fetched %s of %s", folder.exercise, folder.course)


class QampusSubmit(QampusExchange, ExchangeSubmit):
    """Hands an exercise in and keeps the receipt.

    Attributes:
        receipt: what the portal answered; set by `start`.
    """

    receipt: Receipt

    def copy_files(self) -> None:
        """Send the files and log the receipt."""
        folder = self.folder()
        self.receipt = self.client().submit(folder.course, folder.exercise, folder.read())
        written = json.dumps(asdict(self.receipt), indent=1).encode()
        write_files(folder.feedback(self.receipt.attempt), {"receipt.json": written}, replace=True)
        self.log.info(
            "Submitted as: %s %s, attempt %d, receipt %s of %s (SHA-256 %s)",
            folder.course,
            folder.exercise,
            self.receipt.attempt,
            self.receipt.submission,
            self.receipt.received_at,
            self.receipt.sha256,
        )


class QampusFetchFeedback(QampusExchange, ExchangeFetchFeedback):
    """Brings the feedback of every attempt that has one."""

    def copy_files(self) -> None:
        """Write the feedback pages, newer ones over older ones."""
        folder = self.folder()
        client = self.client()
        attempts = [
            attempt
            for entry in client.assignments(folder.course)
            if entry["exercise"] == folder.exercise
            for attempt in entry["submissions"]
            if attempt["feedback"]
        ]
        if not attempts:
            raise refusal("feedback_not_ready", exercise=folder.exercise)
        for attempt in attempts:
            pages = client.feedback(attempt["submission"])
            write_files(folder.feedback(attempt["attempt"]), pages, replace=True)
            self.log.info(
                "Feedback on attempt %d is in %s",
                attempt["attempt"],
                folder.feedback(attempt["attempt"]),
            )
