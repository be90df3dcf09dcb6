"""The portal's own server for tests of pages in the real browser of tests/conftest.py."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from portal.serving import PortalServer


@contextmanager
def serve(app: Flask) -> Iterator[str]:
    """Serve the app on a free port of this machine; gives its address."""
    started = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = PortalServer(app, listening, started.set)
        thread = threading.Thread(target=server.serve_until_stopped, daemon=True)
        thread.start()
        assert started.wait(30)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.stop()
            thread.join()
