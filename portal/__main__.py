"""`python -m portal serve | migrate`: the portal as a process of its own."""

from __future__ import annotations

import logging
import os
import socket
import sys
from pathlib import Path

import click

from portal import create_app
from portal.configuration import configuration
from portal.errors import PortalError
from portal.migrations import upgrade
from portal.serving import PortalServer


@click.group()
def main() -> None:
    """Run the portal of Qampus."""


_data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder of the portal's database, files and secrets; made when missing.",
)


@main.command()
@_data
def migrate(data: Path) -> None:
    """Bring the database to this version's tables."""
    upgrade(configuration(data, os.environ)["DATABASE_URL"])
    click.echo("The database is up to date.")


@main.command()
@_data
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def serve(data: Path, host: str, port: int) -> None:
    """Serve the portal until SIGTERM or SIGINT; print one line as soon as it answers."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    config = configuration(data, os.environ)
    upgrade(config["DATABASE_URL"])
    app = create_app(config)
    with _listen(host, port) as listening:
        address = f"http://{host}:{listening.getsockname()[1]}"
        PortalServer(
            app, listening, lambda: click.echo(f"The portal is ready at {address}")
        ).serve_until_stopped()


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on exactly one address.

    Raises:
        click.ClickException: the address is taken or not this machine's.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise click.ClickException(
            f"cannot listen on {host}:{port}: {error.strerror}. Choose another with --port."
        ) from error


def _run() -> None:
    try:
        main(prog_name="python -m portal")
    except PortalError as error:
        click.echo(f"Error: {error.message}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    _run()
