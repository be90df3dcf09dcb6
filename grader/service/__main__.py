"""`python -m grader.service`: starts the grading service and stops it on SIGTERM or Ctrl-C."""

from __future__ import annotations

import logging
import os
import signal
from pathlib import Path
from threading import Event

import click

from grader.errors import GraderError
from grader.execution.importing import without_collecting
from grader.machine import Machine
from grader.portal_client import PortalClient

_OPEN_PER_WORKER = 2
_LAST_SECONDS = 8
"""After a request to stop, the service ends by itself in about a second; if not, then after these."""


@click.command()
@click.option("--portal", required=True, help="Address of the portal.")
@click.option(
    "--courses",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with one nbgrader course directory per offering.",
)
@click.option(
    "--build",
    required=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="What `qampus build` made.",
)
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder with curriculum/ and exercises/ that --build is made from: what authors write in the portal is "
    "checked there, and released into it. Without it nothing can be released from the portal.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Notebooks judged at the same time; by default one for each core.",
)
@click.option(
    "--scheduler", help="Address of a running Dask scheduler whose workers judge instead."
)
@click.option(
    "--unsafe-no-sandbox",
    is_flag=True,
    help="Run learner code without protection. Only for notebooks you trust.",
)
def main(
    *,
    portal: str,
    courses: Path,
    build: Path,
    root: Path | None,
    workers: int | None,
    scheduler: str | None,
    unsafe_no_sandbox: bool,
) -> None:
    """Grade what learners submit. The grader's token is taken from QAMPUS_TOKEN."""
    token = os.environ.pop("QAMPUS_TOKEN", "")
    if not token:
        raise click.ClickException("Set QAMPUS_TOKEN to the grader's token.")
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("grader").setLevel(logging.INFO)
    stopping = Event()

    def stop(*_: object) -> None:
        stopping.set()
        signal.alarm(_LAST_SECONDS)

    def leave(*_: object) -> None:
        # What is recorded is safe, and what runs dies with this process.
        os._exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGALRM, leave)
    client = PortalClient(portal, token, stopping=stopping)
    try:
        with Machine(workers, scheduler, unsafe_no_sandbox).started() as judging:
            with without_collecting():
                # They bring nbgrader, meanwhile.
                from grader.service.drafts import Authoring  # noqa: PLC0415
                from grader.service.loop import Service  # noqa: PLC0415

            with judging.open() as cluster:
                Service(
                    client,
                    cluster,
                    courses=courses,
                    build=build,
                    most_open=judging.most_open(_OPEN_PER_WORKER),
                    stopping=stopping,
                    authoring=Authoring(root, unsafe_no_sandbox) if root else None,
                ).run()
    except GraderError as error:
        raise click.ClickException(str(error)) from error
    finally:
        client.close()
    # Everything is closed; taking Qiskit's modules apart one by one would take most of a second more.
    logging.shutdown()
    os._exit(0)


if __name__ == "__main__":
    main()
