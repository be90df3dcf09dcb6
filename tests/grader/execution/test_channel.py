"""Framed messages on a socket."""

from __future__ import annotations

import os
import signal
import socket
import threading
import tracemalloc
from collections.abc import Iterator

import pytest

from grader.errors import GraderError
from grader.execution.channel import (
    CHUNK,
    Channel,
    ChannelClosed,
    ChannelError,
    ChannelTimeout,
    MessageTooLarge,
)


@pytest.fixture
def pair() -> Iterator[tuple[Channel, Channel]]:
    one, other = map(Channel, socket.socketpair())
    yield one, other
    one.close()
    other.close()


@pytest.fixture
def raw() -> Iterator[tuple[socket.socket, Channel]]:
    one, other = socket.socketpair()
    channel = Channel(other, most=1 << 26)
    yield one, channel
    one.close()
    channel.close()


def test_messages_arrive_whole_and_in_order(pair: tuple[Channel, Channel]) -> None:
    one, other = pair
    for message in (b"", b"a", b"bc" * 1000):
        one.send(message)
    assert [other.receive(5) for _ in range(3)] == [b"", b"a", b"bc" * 1000]
    other.send(b"back")
    assert one.receive(5) == b"back"


def test_a_message_larger_than_the_socket_holds_arrives(pair: tuple[Channel, Channel]) -> None:
    one, other = pair
    message = os.urandom(1 << 20) * 8
    sender = threading.Thread(target=one.send, args=(message,))
    sender.start()
    assert other.receive(30) == message
    sender.join()


def test_too_large_a_message_is_not_sent_and_the_channel_lives() -> None:
    one, other = socket.socketpair()
    channel = Channel(one, most=10)
    with pytest.raises(MessageTooLarge) as caught:
        channel.send(b"a" * 11)
    assert (caught.value.size, caught.value.most) == (11, 10)
    channel.send(b"a" * 10)
    assert other.recv(100) == b"\0\0\0\x0a" + b"a" * 10
    one.close()
    other.close()


def test_an_announced_size_beyond_the_bound_breaks_the_channel(
    raw: tuple[socket.socket, Channel],
) -> None:
    sock, channel = raw
    sock.sendall(b"\xff\xff\xff\xff")
    with pytest.raises(MessageTooLarge):
        channel.receive(5)
    with pytest.raises(ChannelClosed):
        channel.receive(5)


def test_memory_grows_with_what_arrives_not_with_what_is_announced(
    raw: tuple[socket.socket, Channel],
) -> None:
    sock, channel = raw
    sock.sendall((1 << 26).to_bytes(4, "big") + b"a" * 1000)
    tracemalloc.start()
    try:
        with pytest.raises(ChannelTimeout):
            channel.receive(0.2)
        assert tracemalloc.get_traced_memory()[1] < 4 * CHUNK
    finally:
        tracemalloc.stop()


def test_a_receive_that_ran_out_of_time_goes_on_later(raw: tuple[socket.socket, Channel]) -> None:
    sock, channel = raw
    for part in (b"\0\0", b"\0\x05he", b"ll"):
        sock.sendall(part)
        with pytest.raises(ChannelTimeout) as caught:
            channel.receive(0.05)
        assert caught.value.seconds == 0.05
    sock.sendall(b"o\0\0\0\x01!")
    assert channel.receive(5) == b"hello"
    assert channel.receive(5) == b"!"


@pytest.mark.parametrize(("sent", "where"), [(b"", "between"), (b"\0\0\0\x05he", "middle")])
def test_the_end_of_the_other_side_is_told(
    raw: tuple[socket.socket, Channel], sent: bytes, where: str
) -> None:
    sock, channel = raw
    sock.sendall(sent)
    sock.close()
    with pytest.raises(ChannelClosed, match=where):
        channel.receive(5)


def test_sending_to_nobody_is_told(raw: tuple[socket.socket, Channel]) -> None:
    sock, channel = raw
    sock.close()
    with pytest.raises(ChannelClosed):
        channel.send(b"a" * 1_000_000)


def test_a_send_that_nobody_reads_ends_in_time_and_breaks_the_channel(
    pair: tuple[Channel, Channel],
) -> None:
    one, _ = pair
    with pytest.raises(ChannelTimeout):
        one.send(b"a" * (8 << 20), timeout=0.1)
    with pytest.raises(ChannelClosed, match="cut short"):
        one.send(b"b", timeout=1)


def test_signals_neither_lose_nor_tear_messages(pair: tuple[Channel, Channel]) -> None:
    one, other = pair
    message = os.urandom(1 << 20) * 4
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    sender = threading.Thread(target=one.send, args=(message,))
    try:
        sender.start()
        assert other.receive(30) == message
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        sender.join()


def test_an_interrupted_receive_may_be_tried_again(raw: tuple[socket.socket, Channel]) -> None:
    sock, channel = raw

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        sock.sendall(b"\0\0\0\x05he")
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with pytest.raises(KeyboardInterrupt):
            channel.receive(30)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    sock.sendall(b"llo")
    assert channel.receive(5) == b"hello"


def test_all_errors_have_one_root(pair: tuple[Channel, Channel]) -> None:
    one, other = pair
    assert {ChannelClosed, ChannelTimeout, MessageTooLarge} <= set(ChannelError.__subclasses__())
    assert issubclass(ChannelError, GraderError)
    assert one.fileno() != other.fileno()
    one.close()
    with pytest.raises(ChannelClosed):
        one.send(b"a")
