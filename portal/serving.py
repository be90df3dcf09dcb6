"""Serves the portal: pages and API by threads, open connections that only listen by one event loop."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any, cast

import uvicorn
from a2wsgi import WSGIMiddleware
from flask import Flask

from portal.listening import ADDRESS, Listening, Receive, Scope, Send

THREADS = 8
"""Pages and calls answered at the same time."""
LAST_SECONDS = 5
"""Requests that have begun when the server is told to stop may go on for so long."""


class PortalServer(uvicorn.Server):
    """A server of one portal on one open socket.

    Args:
        app: the portal.
        listening: where requests come in; the caller closes it.
        ready: called once requests are answered.
    """

    def __init__(
        self, app: Flask, listening: socket.socket, ready: Callable[[], None] = lambda: None
    ) -> None:
        self._pages = cast(Any, WSGIMiddleware(cast(Any, app.wsgi_app), workers=THREADS))
        self._changes = Listening(app)
        self._listening = listening
        # asyncio does so only where the socket's protocol number is given; without it each answer waits 40 ms for the
        # acknowledgement of its head
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._ready = ready
        super().__init__(
            uvicorn.Config(
                cast(Any, self._answer),
                log_config=None,
                access_log=False,
                interface="asgi3",
                lifespan="off",
                server_header=False,
                # What is believed of a proxy in front is the deployment's matter, not that of whoever sends headers.
                proxy_headers=False,
                timeout_graceful_shutdown=LAST_SECONDS,
            )
        )

    def serve_until_stopped(self) -> None:
        """Serve until SIGTERM, SIGINT or `stop`; requests that have begun may finish."""
        asyncio.run(self.serve(sockets=[self._listening]))

    def stop(self) -> None:
        """Let the server end; listening connections end at once. May be called from any thread."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End: first what only listens, then what is being answered."""
        self._changes.end()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop; at once if told twice. The signal is not raised again afterwards: to be stopped is no failure."""
        self.force_exit = self.should_exit
        self.should_exit = True

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == ADDRESS:
            await self._changes(scope, receive, send)
        else:
            await self._pages(scope, receive, send)
