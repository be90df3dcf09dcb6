"""The command `qampus`. Each subcommand imports its part when it runs, so that `qampus --help` is immediate."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from grader.errors import GraderError
from grader.execution.importing import without_collecting


def project_root() -> Path:
    """Return the folder that holds curriculum/ and exercises/: the present one, or the checkout's."""
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).parent.parent):
        if (folder / "curriculum" / "catalog.toml").is_file():
            return folder
    raise click.ClickException(
        "There is no curriculum/catalog.toml here or above. Run qampus in a checkout of Qampus, or name it with --root."
    )


ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with curriculum/ and exercises/; by default the checkout around the present folder.",
)


class _Commands(click.Group):
    """Turns every GraderError into one clear message and exit status 1."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except GraderError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands)
@click.version_option(package_name="qampus")
def main() -> None:
    """Qampus: graded Jupyter notebooks teach quantum computing at several universities at once."""


@main.command()
@ROOT
@click.option(
    "--output", type=click.Path(path_type=Path), help="Where to; by default build/ in the root."
)
@click.argument("modules", nargs=-1)
def build(root: Path | None, output: Path | None, modules: tuple[str, ...]) -> None:
    """Make the notebooks of MODULES (all by default) in English, Japanese and Korean.

    A module that has not changed costs nothing. What is wrong in a source is said with file and line, and the module's
    former build stays as it was.
    """
    from grader.accuracy.record import publish
    from grader.authoring.build import build as build_notebooks
    from grader.authoring.coverage import write_coverage

    root = root or project_root()
    output = output or root / "build"
    build_notebooks(root, output, modules=modules or None, report=click.echo)
    write_coverage(root, output)
    publish(root, output, report=click.echo)


@main.command()
@ROOT
def translate(root: Path | None) -> None:
    """Bring the .po files up to date with the English sources.

    New paragraphs come in untranslated, changed ones are marked as stale (fuzzy), gone ones become obsolete.
    """
    from grader.authoring.translate import translate as update_translations

    update_translations(root or project_root(), report=click.echo)


@main.command()
@ROOT
@click.option("--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True)
@click.option(
    "--port",
    type=click.IntRange(1, 65534),
    default=8800,
    show_default=True,
    help="The portal's port.",
)
@click.option("--demo/--no-demo", default=True, help="Whether simulated learners work in the demo.")
@click.option(
    "--unsafe-no-sandbox",
    is_flag=True,
    help="Grade without bubblewrap. Only for notebooks you trust.",
)
def up(root: Path | None, data: Path, port: int, demo: bool, unsafe_no_sandbox: bool) -> None:
    """Start portal, grader and JupyterLab on this machine; Ctrl-C stops all of it."""
    from grader.campus.up import Options, run

    run(
        Options(
            root=root or project_root(),
            data=data,
            port=port,
            demo=demo,
            unsafe_no_sandbox=unsafe_no_sandbox,
        )
    )


ASSIGNMENT = click.argument("assignment")
COURSE = click.option(
    "--course",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The nbgrader course directory; by default the present folder.",
)
STUDENT = click.option(
    "--student",
    "students",
    multiple=True,
    help="Only this student (repeatable; globs are allowed).",
)
WORKERS = click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Notebooks judged at the same time; by default one for each core.",
)
SCHEDULER = click.option(
    "--scheduler", help="Address of a running Dask scheduler that judges instead."
)
UNSAFE = click.option(
    "--unsafe-no-sandbox",
    is_flag=True,
    help="Run learners' code without bubblewrap. Only for notebooks you trust.",
)


@main.command()
@ASSIGNMENT
@COURSE
@STUDENT
@WORKERS
@SCHEDULER
@click.option("--force", is_flag=True, help="Grade again what is graded already.")
@click.option(
    "--protected-only",
    is_flag=True,
    help="Send tasks whose score cannot be protected to a person instead of scoring them.",
)
@UNSAFE
def grade(
    *,
    assignment: str,
    course: Path,
    students: tuple[str, ...],
    force: bool,
    protected_only: bool,
    **machine: Any,
) -> None:
    """Grade the submissions of ASSIGNMENT in any nbgrader course directory, in place of `nbgrader autograde`.

    What is graded already is left alone unless something newer was handed in. Ctrl-C stops; the same command goes on.

    Exit status: 0 all is graded, 1 some submissions could not be graded, 2 wrong use, 130 interrupted.
    """
    from grader.machine import Machine

    with _interruptible(), Machine(**machine).started() as judging:
        with without_collecting():
            from grader.batch.command import run_grade

        status = run_grade(
            course,
            assignment,
            judging,
            students=students,
            force=force,
            protected_only=protected_only,
            tell=click.echo,
        )
    click.get_current_context().exit(status)


@main.command()
@ASSIGNMENT
@click.option("--task", "tasks", multiple=True, required=True, help="Id of a check (repeatable).")
@COURSE
@STUDENT
@WORKERS
@SCHEDULER
@click.option("--apply", is_flag=True, help="Write the scores; by default they are only shown.")
@UNSAFE
def regrade(
    *,
    assignment: str,
    tasks: tuple[str, ...],
    course: Path,
    students: tuple[str, ...],
    apply: bool,
    **machine: Any,
) -> None:
    """Judge single tasks of ASSIGNMENT anew, by their checks as they stand in source/ now.

    Shows every score that would change. With --apply the scores are written and the change is noted in
    qampus-history/; what people marked stays.

    Exit status: 0 all is judged, 1 some submissions could not be judged, 2 wrong use, 130 interrupted.
    """
    from grader.machine import Machine

    with _interruptible(), Machine(**machine).started() as judging:
        with without_collecting():
            from grader.batch.command import run_regrade

        status = run_regrade(
            course,
            assignment,
            tasks,
            judging,
            students=students,
            apply=apply,
            tell=click.echo,
        )
    click.get_current_context().exit(status)


@main.command()
@ROOT
@click.option("--attacks", is_flag=True, help="Try the attacks on the grading instead.")
@click.option("--plain", is_flag=True, help="With --attacks: try plain nbgrader, too, sandboxed.")
@click.option("--seed", type=click.IntRange(min=0), default=0, help="Where chance begins.")
@WORKERS
@click.option("--record", is_flag=True, help="Write what was found into docs/.")
@click.argument("names", nargs=-1)
def audit(
    *,
    root: Path | None,
    attacks: bool,
    plain: bool,
    seed: int,
    workers: int | None,
    record: bool,
    names: tuple[str, ...],
) -> None:
    """Measure how often the checks of the modules NAMES err; with --attacks, how well the grading holds.

    Right answers, rewrites of them, near misses and mutants are put before each task's check. Each right answer that
    was refused and each wrong one that was accepted is shown. By default all modules (or attacks) are tried.

    Exit status 1 if a check errs, or an attack gets more than it deserves.
    """
    if plain and not attacks:
        raise click.UsageError("--plain goes with --attacks.")
    if attacks and (record or workers or seed):
        raise click.UsageError("--seed, --workers and --record do not go with --attacks.")
    root = root or project_root()
    if attacks:
        from grader.audit.command import print_attacks

        held = print_attacks(root, names, plain=plain, tell=click.echo)
    else:
        from grader.accuracy.command import print_accuracy

        with _interruptible():
            held = print_accuracy(
                root, names, seed=seed, workers=workers, record=record, tell=click.echo
            )
    click.get_current_context().exit(0 if held else 1)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Make an interruption while things start or end what a shell expects of Ctrl-C."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("Interrupted.", err=True)
        click.get_current_context().exit(130)


if __name__ == "__main__":
    main()
