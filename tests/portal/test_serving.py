"""The portal's server on its socket."""

from __future__ import annotations

import socket
from pathlib import Path

from portal.serving import PortalServer
from tests.portal.classroom import Portal


def test_an_answer_does_not_wait_for_the_acknowledgement_of_its_head(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        PortalServer(Portal(tmp_path).app, listening)
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
