"""The command `qampus`. Each subcommand imports its part when it runs, so that `qampus --help` is immediate."""

from __future__ import annotations

from pathlib import Path

import click

from grader.errors import GraderError


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
    from grader.authoring.build import build as build_notebooks

    root = root or project_root()
    build_notebooks(root, output or root / "build", modules=modules or None, report=click.echo)


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


if __name__ == "__main__":
    main()
