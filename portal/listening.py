"""Server-sent events: tells open pages that something changed which they may show.

A page opens `GET /changes` once. It hears the names of topics alone (`portal.changes`), and only of those that its
reader may see, and asks for the part of the page again. One task looks into the database for all listeners of this
process, so that a thousand open pages cost what one costs; a second process of the portal has a task of its own.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from portal import accounts
from portal.changes import forget_old, latest, since, topic_of_learner, topic_of_offering
from portal.database import engine_of, write
from portal.models import Role

LOG = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

ADDRESS = "/changes"

LOOK_EVERY = 0.5
"""Seconds between two looks into the database while anybody listens."""
SIGN_OF_LIFE = 15.0
"""Seconds after which a silent connection gets a comment, so that nothing between closes it."""
LONGEST = 600.0
"""Seconds after which a connection ends: the browser opens a new one, and rights are looked up anew."""
FORGET_EVERY = 60.0


@dataclass(eq=False)
class _Listener:
    """One open connection: what it may hear, and what it has not been told yet."""

    topics: frozenset[str]
    news: set[str] = field(default_factory=set)
    awake: asyncio.Event = field(default_factory=asyncio.Event)


class Listening:
    """Answers `GET /changes`, as an ASGI application.

    Args:
        app: the portal: its database and its sessions.
    """

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._listeners: set[_Listener] = set()
        self._looking: asyncio.Task[None] | None = None
        self._ending = asyncio.Event()

    def end(self) -> None:
        """Let all connections end, because the server stops."""
        self._ending.set()
        for listener in self._listeners:
            listener.awake.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request: an event for each topic that changed, until the browser leaves."""
        cookie = next((value for name, value in scope["headers"] if name == b"cookie"), b"")
        topics = await asyncio.to_thread(self._topics, cookie.decode("latin-1"))
        if not topics or scope["method"] != "GET":
            # 204 tells a browser not to come again by itself.
            await _answer(send, 204)
            return
        listener = _Listener(topics)
        self._listeners.add(listener)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        leaving = asyncio.create_task(_left(receive))
        try:
            await self._tell(listener, leaving, send)
        finally:
            leaving.cancel()
            self._listeners.discard(listener)

    async def _tell(self, listener: _Listener, leaving: asyncio.Task[None], send: Send) -> None:
        await _answer(send, 200, more=True)
        await _say(send, b"retry: 2000\n\n")
        end = monotonic() + LONGEST
        while not leaving.done() and not self._ending.is_set() and monotonic() < end:
            waking = asyncio.create_task(listener.awake.wait())
            await asyncio.wait(
                {waking, leaving}, timeout=SIGN_OF_LIFE, return_when=asyncio.FIRST_COMPLETED
            )
            waking.cancel()
            listener.awake.clear()
            news, listener.news = listener.news, set()
            if leaving.done():
                return
            lines = [f"event: change\ndata: {topic}\n\n" for topic in sorted(news)]
            await _say(send, "".join(lines).encode() or b": still here\n\n")
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _look(self) -> None:
        """Look for changes and tell them, as long as anybody listens."""
        number = await asyncio.to_thread(self._latest)
        forgotten = monotonic()
        while self._listeners and not self._ending.is_set():
            await asyncio.sleep(LOOK_EVERY)
            try:
                changes = await asyncio.to_thread(self._since, number)
                if monotonic() - forgotten > FORGET_EVERY:
                    await asyncio.to_thread(self._forget)
                    forgotten = monotonic()
            except SQLAlchemyError:
                LOG.exception("the changes cannot be read; tried again")
                continue
            if not changes:
                continue
            number = changes[-1][0]
            topics = {topic for _, topic in changes}
            for listener in self._listeners:
                if heard := topics & listener.topics:
                    listener.news |= heard
                    listener.awake.set()

    def _topics(self, cookie: str) -> frozenset[str]:
        """Return what the owner of a session may hear of; nothing for somebody who is not signed in."""
        with self._app.test_request_context(ADDRESS, headers={"Cookie": cookie}):
            person = accounts.current_person()
            if person is None:
                return frozenset()
            topics = {topic_of_offering(one.id) for one in accounts.offerings_taught(person)}
            if accounts.has_role(person, Role.LEARNER):
                topics.add(topic_of_learner(person.pseudonym))
            return frozenset(topics)

    def _latest(self) -> int:
        with Session(engine_of(self._app)) as session:
            return latest(session)

    def _since(self, number: int) -> list[tuple[int, str]]:
        with Session(engine_of(self._app)) as session:
            return list(since(session, number))

    def _forget(self) -> None:
        with self._app.app_context(), write() as session:
            forget_old(session)


async def _left(receive: Receive) -> None:
    """Return when the browser has left."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _answer(send: Send, status: int, *, more: bool = False) -> None:
    headers = [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),  # a proxy in front must not wait for more
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if not more:
        await send({"type": "http.response.body", "body": b""})


async def _say(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})
