"""Messages on a connected socket: each is 4 bytes of length and then so many bytes."""

from __future__ import annotations

import socket
import time

from grader.errors import GraderError
from grader.execution.wire_tree import MOST as MOST_DATA

MOST = MOST_DATA + 64 * 1024
"""Bytes of a message, at most: the largest value, and what is said about it."""
CHUNK = 256 * 1024
_AHEAD = 8 * 1024
"""Bytes that are read at once where a message begins: most messages are smaller."""


class ChannelError(GraderError):
    """Root of what can go wrong on a channel."""


class ChannelClosed(ChannelError):
    """The other side is gone, or the channel broke in the middle of a message.

    Attributes:
        reason: how it showed.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The channel is closed: {reason}")
        self.reason = reason


class ChannelTimeout(ChannelError):
    """Nothing, or not all of a message, came or went in time.

    Attributes:
        seconds: how long it was waited for.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The other side of the channel did not keep up for {seconds:.3g} s")
        self.seconds = seconds


class MessageTooLarge(ChannelError):
    """A message is larger than both sides agreed.

    Attributes:
        size: its bytes.
        most: the bound.
    """

    def __init__(self, size: int, most: int) -> None:
        super().__init__(f"A message of {size} bytes, where at most {most} are allowed")
        self.size = size
        self.most = most


class _Deadline:
    """The time that one call may take."""

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self._end = None if seconds is None else time.monotonic() + seconds

    def left(self) -> float | None:
        """Return the seconds that are left, None for ever; raise TimeoutError if there are none."""
        if self._end is None:
            return None
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class Channel:
    """A socket that carries whole messages; not for use by two threads at once.

    A receive that ran out of time, or was interrupted by an exception of a signal handler, may be tried again:
    what had arrived is kept. A send that was cut short breaks the channel, because the rest of it is lost.
    """

    def __init__(self, sock: socket.socket, *, most: int = MOST) -> None:
        self._socket = sock
        self._most = most
        self._arrived = bytearray()
        self._broken = ""

    def fileno(self) -> int:
        """Return the socket's descriptor, for select and poll."""
        return self._socket.fileno()

    def close(self) -> None:
        """Close the socket; the other side finds the channel closed."""
        self._broken = "it was closed here"
        self._socket.close()

    def send(self, message: bytes, *, timeout: float | None = None) -> None:
        """Send a whole message.

        Args:
            message: at most as many bytes as the channel carries.
            timeout: seconds that all of it may take; None for ever.

        Raises:
            ChannelClosed: the other side is gone.
            ChannelTimeout: the other side does not read; the channel is broken then.
            MessageTooLarge: nothing was sent.
        """
        self._check()
        if len(message) > self._most:
            raise MessageTooLarge(len(message), self._most)
        self._broken = "a message was cut short here"  # unless it is sent to its end
        try:
            self._socket.settimeout(timeout)
            self._socket.sendall(len(message).to_bytes(4, "big") + message)
        except TimeoutError as error:
            raise ChannelTimeout(timeout or 0.0) from error
        except OSError as error:
            raise ChannelClosed(str(error)) from error
        self._broken = ""

    def receive(self, timeout: float | None = None) -> bytes:
        """Return the next message.

        Args:
            timeout: seconds until all of it must be there; None for ever.

        Raises:
            ChannelClosed: the other side is gone, perhaps in the middle of a message.
            ChannelTimeout: it is not there yet; it may be received later.
            MessageTooLarge: the other side announced too much; the channel is broken then.
        """
        self._check()
        deadline = _Deadline(timeout)
        self._fill(4, deadline)
        end = 4 + int.from_bytes(self._arrived[:4], "big")
        if end - 4 > self._most:
            self._broken = "a message was too large"
            raise MessageTooLarge(end - 4, self._most)
        self._fill(end, deadline)
        arrived, self._arrived = self._arrived, self._arrived[end:]
        return bytes(memoryview(arrived)[4:end])

    def _fill(self, size: int, deadline: _Deadline) -> None:
        """Read until so many bytes are there, and perhaps a little of the next message."""
        while len(self._arrived) < size:
            try:
                self._socket.settimeout(deadline.left())
                # no more than has arrived, plus a chunk, is ever held
                wanted = max(size - len(self._arrived), _AHEAD)
                data = self._socket.recv(min(wanted, CHUNK))
            except TimeoutError as error:
                raise ChannelTimeout(deadline.seconds or 0.0) from error
            except OSError as error:
                self._broken = str(error)
                raise ChannelClosed(self._broken) from error
            if not data:
                where = "in the middle of a message" if self._arrived else "between messages"
                self._broken = f"the other side ended {where}"
                raise ChannelClosed(self._broken)
            self._arrived += data

    def _check(self) -> None:
        if self._broken:
            raise ChannelClosed(self._broken)
