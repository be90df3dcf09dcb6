"""`python -m portal.bench pages`: how long pages take in a course of two thousand simulated learners."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from time import perf_counter

import click

from portal.bench.course import make_course
from portal.bench.pages import lines, measure, pages, through_server


@click.group()
def main() -> None:
    """Measure the portal. The machine should have nothing else to do."""


@main.command("pages")
@click.option("--learners", type=click.IntRange(min=1), default=2000, show_default=True)
@click.option("--requests", type=click.IntRange(min=2), default=100, show_default=True)
def measure_pages(learners: int, requests: int) -> None:
    """Fill a database, then time each page, asked of the portal's server."""
    with tempfile.TemporaryDirectory(prefix="qampus-bench-") as folder:
        data = Path(folder) / "portal"
        begun = perf_counter()
        course = make_course(data, learners)
        click.echo(
            f"{learners} simulated learners, {len(course.exercises)} exercises, {course.attempts} attempts, "
            f"{course.scores} scores, made in {perf_counter() - begun:.0f} s"
        )
        several = pages(course, requests)
        load = os.getloadavg()[0]
        with through_server(data) as ask:
            timings = list(measure(course, several, ask))
        click.secho(
            f"The portal's server with SQLite, each address asked once before; {os.cpu_count()} cores, "
            f"load before {load:.1f}",
            bold=True,
        )
        click.echo("\n".join(lines(timings)))


if __name__ == "__main__":
    main(prog_name="python -m portal.bench")
