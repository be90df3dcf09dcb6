"""The judge's end of the conversation with a learner's process: one question at a time, each with its time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NoReturn

import msgspec

from grader.errors import GraderError
from grader.execution import messages
from grader.execution.channel import Channel, ChannelClosed, ChannelTimeout, MessageTooLarge
from grader.execution.messages import Answer, Callback, Question, Stopped

PATIENCE = 2.0
"""Seconds that the learner's process gets beyond its time to say that it is over."""
_DEEPEST = 30
"""Calls of the learner's functions within calls of the judge's functions within ..."""
_LIMITS = ("time_limit", "memory_limit")
DIED = "died"


class NoAnswer(BaseException):
    """The learner's process gave no answer, which ends the check. No `except Exception` of a check holds it up.

    Attributes:
        code: the limit that it met, or `died`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ConversationError(GraderError):
    """The learner's process said what no honest one says.

    Attributes:
        reason: what was expected and what came.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The learner's process broke the protocol: {reason}")
        self.reason = reason


class Link:
    """A conversation.

    Attributes:
        lost: why no more answers can be expected: a limit or `died`; empty as long as they can.
        stopped: the limit that ended a question since `begin`, or why the conversation was lost then.
        answering: seconds since `begin` that were spent waiting for answers.
    """

    def __init__(self, channel: Channel) -> None:
        self.lost = ""
        self.stopped = ""
        self.answering = 0.0
        self._channel = channel
        self._number = 0
        self._waiting = 0
        self._deadline = 0.0
        self._abandoned: set[int] = set()

    def begin(self, seconds: float) -> None:
        """Begin something that may ask questions for so many seconds; none may be asked before or after."""
        self.stopped = ""
        self.answering = 0.0
        self._deadline = time.monotonic() + seconds

    def end(self) -> None:
        """End it: no questions any more."""
        self._deadline = 0.0

    @property
    def open(self) -> bool:
        """Whether questions may be asked now."""
        return self._deadline > 0

    @property
    def waiting(self) -> bool:
        """Whether a question waits for its answer: what happens now happens within it."""
        return self._waiting > 0

    def lose(self, code: str) -> NoAnswer:
        """Give the conversation up, and return what to raise."""
        self.lost = self.lost or code
        self.stopped = self.stopped or self.lost
        return NoAnswer(self.lost)

    def ask(
        self,
        question: Callable[[int, float], Question],
        *,
        call_back: Callable[[Callback], bytes] | None = None,
        seconds: float | None = None,
    ) -> Answer:
        """Ask, and return the answer.

        Args:
            question: makes it, of its number and the seconds that it may take.
            call_back: answers a `Callback`; None where there can be none.
            seconds: that it may take; None for those that are left since `begin`.

        Raises:
            NoAnswer: there is none.
            RecursionError: calls are nested too deep.
        """
        if self._waiting >= _DEEPEST:
            raise RecursionError("calls between the check and the answer are nested too deep")
        begun = time.monotonic()
        left = self._deadline - begun if seconds is None else seconds
        if self.lost or left <= 0:
            self.stopped = self.stopped or self.lost or "time_limit"
            raise NoAnswer(self.stopped)
        self._number += 1
        number = self._number
        self._waiting += 1
        self._abandoned.add(number)  # unless it is answered
        try:
            answer = self._converse(question(number, left), begun + left + PATIENCE, call_back)
        finally:
            self._waiting -= 1
            if not self._waiting:
                self.answering += time.monotonic() - begun
        self._abandoned.discard(number)
        if isinstance(answer, Stopped):
            if answer.limit not in _LIMITS:
                raise self.lose(DIED)
            self.stopped = self.stopped or answer.limit
            raise NoAnswer(answer.limit)
        return answer

    def _converse(
        self, question: Question, deadline: float, call_back: Callable[[Callback], bytes] | None
    ) -> Answer:
        interrupted: BaseException | None = None
        said: Answer | Callback
        try:
            self._send(messages.write(question), deadline)
            while True:
                said = messages.read_answer(self._channel.receive(deadline - time.monotonic()))
                if isinstance(said, Callback):
                    if call_back is None:
                        _refuse("expected no callback while a cell runs")
                    try:
                        reply = call_back(said)
                    except (ConversationError, MessageTooLarge):
                        raise
                    except BaseException as error:  # noqa: BLE001 - raised below, when the learner's side is through
                        interrupted = error
                        stop = messages.Raised(said.number, (), "", b"", "")
                        reply = messages.write(stop)
                    self._send(reply, deadline)
                elif said.number == question.number:
                    break
                elif said.number not in self._abandoned:
                    _refuse(f"expected answer {question.number}, got {said.number}")
        except ChannelTimeout as error:
            raise self.lose("time_limit") from (interrupted or error)
        except (ChannelClosed, MessageTooLarge, msgspec.MsgspecError, ConversationError) as error:
            raise self.lose(DIED) from (interrupted or error)
        if interrupted is not None:
            raise interrupted
        return said

    def _send(self, message: bytes, deadline: float) -> None:
        self._channel.send(message, timeout=max(deadline - time.monotonic(), 0.001))


def _refuse(reason: str) -> NoReturn:
    raise ConversationError(reason)
