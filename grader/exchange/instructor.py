"""Formgrader's release and collect buttons: in Qampus they have nothing to do, and say so."""

from __future__ import annotations

from nbgrader.exchange.abc import (
    ExchangeCollect,
    ExchangeReleaseAssignment,
    ExchangeReleaseFeedback,
)

from grader.exchange.messages import refusal
from grader.exchange.plugin import QampusExchange


class QampusReleaseAssignment(QampusExchange, ExchangeReleaseAssignment):
    """Releasing is done by date in the portal."""

    def copy_files(self) -> None:
        """Say where releasing happens.

        Raises:
            PortalRefusal: always.
        """
        raise refusal("released_by_date")


class QampusReleaseFeedback(QampusExchange, ExchangeReleaseFeedback):
    """Feedback reaches the learner as soon as it exists."""

    def copy_files(self) -> None:
        """Say that nothing is to be done.

        Raises:
            PortalRefusal: always.
        """
        raise refusal("graded_by_itself")


class QampusCollect(QampusExchange, ExchangeCollect):
    """Submissions arrive by themselves."""

    def copy_files(self) -> None:
        """Say that nothing is to be done.

        Raises:
            PortalRefusal: always.
        """
        raise refusal("graded_by_itself")
