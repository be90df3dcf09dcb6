"""What can go wrong when many notebooks are judged at once."""

from __future__ import annotations

from grader.errors import GraderError


class ClusterError(GraderError):
    """Root of what is wrong with the workers, not with a notebook."""


class SchedulerAddressError(ClusterError):
    """The address of a scheduler cannot be used, or not safely.

    Attributes:
        address: what was given.
        reason: what was expected and what to do.
    """

    def __init__(self, *, address: str, reason: str) -> None:
        super().__init__(f"Scheduler {address}: {reason}")
        self.address = address
        self.reason = reason


class SchedulerUnreachableError(ClusterError):
    """Nobody who speaks Dask answers at this address.

    Attributes:
        address: the scheduler's.
        reason: what the last try came to.
    """

    def __init__(self, *, address: str, reason: str) -> None:
        super().__init__(
            f"The scheduler at {address} does not answer ({reason}). Is it running, may this machine reach it, "
            "and are the certificates of both made by the same authority?"
        )
        self.address = address
        self.reason = reason


class WorkerUnfitError(ClusterError):
    """A worker cannot judge: no sandbox, no Qampus, or other versions than here.

    Attributes:
        worker: its address.
        reason: what is missing and what to do.
    """

    def __init__(self, *, worker: str, reason: str) -> None:
        super().__init__(f"Worker {worker} cannot judge notebooks. {reason}")
        self.worker = worker
        self.reason = reason


class NoWorkersError(ClusterError):
    """There is nobody to do the work.

    Attributes:
        where: the scheduler that has no workers.
        seconds: how long it was waited for one.
    """

    def __init__(self, *, where: str, seconds: float) -> None:
        super().__init__(
            f"The scheduler at {where} had no worker for {seconds:.0f} s. Start workers there, then run this again: "
            "what is graded stays graded."
        )
        self.where = where
        self.seconds = seconds


class ClusterLostError(ClusterError):
    """The scheduler ended or cannot be reached any more, and new tries did not help.

    Attributes:
        where: the scheduler.
        reason: what the last try came to.
        pending: how many notebooks were waiting.
    """

    def __init__(self, *, where: str, reason: str, pending: int) -> None:
        super().__init__(
            f"The scheduler at {where} was lost ({reason}) while {pending} notebooks were waiting. "
            "Run this again: what is graded stays graded."
        )
        self.where = where
        self.reason = reason
        self.pending = pending


class JobFailedError(ClusterError):
    """One notebook could not be judged, by no fault of those beside it. It needs a person, or a second try.

    Attributes:
        key: which one.
        reason: what happened.
    """

    def __init__(self, *, key: str, reason: str) -> None:
        super().__init__(f"{key} could not be judged: {reason}")
        self.key = key
        self.reason = reason
