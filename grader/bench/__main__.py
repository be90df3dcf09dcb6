"""`python -m grader.bench`: every figure that is claimed of the grading engine, measured here and now."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from grader.bench import latency, memory, shares, shells, throughput
from grader.errors import GraderError

PARTS = ("throughput", "shares", "latency", "memory", "shells", "attacks")


@click.command()
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder with exercises/ and build/; by default the present one.",
)
@click.option("--submissions", type=click.IntRange(min=2), default=64, show_default=True)
@click.option("--rounds", type=click.IntRange(min=1), default=2, show_default=True)
@click.option("--notebooks", type=click.IntRange(min=1), default=2000, show_default=True)
@click.argument("parts", nargs=-1, type=click.Choice(PARTS))
def main(root: Path, submissions: int, rounds: int, notebooks: int, parts: tuple[str, ...]) -> None:
    """Measure PARTS, all by default. The machine should have nothing else to do."""
    root = root.resolve()
    measure: dict[str, Callable[[Path], None]] = {
        "throughput": lambda folder: _print(
            throughput.lines(throughput.measure_throughput(root, folder, submissions, rounds))
        ),
        "shares": lambda folder: _print(
            shares.lines(shares.measure_shares(root, folder / "course", submissions))
        ),
        "latency": lambda folder: _print(
            latency.lines(latency.measure_latency(root, folder, submissions))
        ),
        "memory": lambda _: memory.print_samples(notebooks, 4, None),
        "shells": lambda _: shells.main(root, rounds),
        "attacks": lambda _: _print_attacks(root),
    }
    for part in parts or PARTS:
        click.secho(f"\n{part}: {_TITLES[part]}", bold=True)
        with tempfile.TemporaryDirectory(prefix="qampus-bench-") as folder:
            try:
                measure[part](Path(folder))
            except GraderError as error:
                raise click.ClickException(str(error)) from error


_TITLES = {
    "throughput": "the same submissions by nbgrader autograde and by qampus grade, in turn",
    "shares": "where the time of a notebook goes",
    "latency": "from submit to feedback through the whole running system",
    "memory": "what is held while many notebooks are judged",
    "shells": "ways to run the cells of a notebook",
    "attacks": "what attacks win, from Qampus and from plain nbgrader",
}


def _print(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_attacks(root: Path) -> None:
    from grader.audit.command import print_attacks  # noqa: PLC0415 - imports the whole of it

    print_attacks(root, (), plain=True, tell=click.echo)


if __name__ == "__main__":
    main()
