"""The catalogue: the grader brings each version of an exercise that it built."""

from __future__ import annotations

import re
from typing import Annotated, Any

import msgspec
from flask import Response
from flask_babel import gettext
from msgspec import Meta
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from grader.results import LANGUAGES
from portal.api.answers import KnownModule
from portal.api.blueprint import answer, blueprint, body_as, decode
from portal.api.caller import Caller, only
from portal.api.description import described
from portal.api.files import SentFile, contents, store
from portal.api.notebooks import check_notebook
from portal.authoring.drafts import MOST_LETTERS
from portal.database import write
from portal.errors import Conflict, Unreadable
from portal.models import (
    Exercise,
    ExerciseText,
    ExerciseVersion,
    Offering,
    Release,
    ReleasedFile,
    Task,
)
from portal.storage import Blob

MODULE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")

_Texts = dict[str, str]


class TaskForm(msgspec.Struct):
    """One task of an exercise."""

    id: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
    title: _Texts
    points: Annotated[float, Meta(gt=0)]
    manual: bool
    competences: list[str]


class ManifestForm(msgspec.Struct):
    """What an exercise is. What stands in it beyond this is kept as it is."""

    module: str
    version: Annotated[str, Meta(pattern=r"^[0-9a-f]{8,64}$")]
    order: int
    hours: Annotated[float, Meta(ge=0)]
    title: _Texts
    tasks: Annotated[list[TaskForm], Meta(min_length=1)]


class ModuleForm(msgspec.Struct):
    """A version of an exercise: its manifest, and its files by language."""

    manifest: Annotated[
        msgspec.Raw, Meta(extra_json_schema={"$ref": "#/components/schemas/ManifestForm"})
    ]
    releases: dict[str, list[SentFile]]
    text: (
        Annotated[
            str,
            Meta(
                max_length=2 * MOST_LETTERS,
                description="What it was built from, with solutions and hidden tests; only its authors see it.",
            ),
        ]
        | None
    ) = None


@blueprint.put("/catalog/modules/<module>")
@described(
    "Store a version of an exercise",
    body=ModuleForm,
    also=(ManifestForm,),
    answers={200: KnownModule},
    errors={
        409: ("version_conflict",),
        413: ("too_many_files",),
        422: ("broken_module", "bad_name", "bad_encoding", "not_a_notebook"),
    },
)
@only(Caller.GRADER)
def put_module(module: str) -> Response:
    """Take a version of an exercise and make it the one that is handed out."""
    form = body_as(ModuleForm)
    manifest = decode(form.manifest, ManifestForm)
    _check(module, manifest, form.releases)
    stored: dict[str, dict[str, Blob]] = {}
    for language, files in form.releases.items():
        found = contents(files)
        notebook = f"{module}.ipynb"
        if notebook not in found:
            raise _broken(gettext("%(name)s is missing", name=f"{language}/{notebook}"))
        check_notebook(notebook, found[notebook])
        stored[language] = store(found)
    with write() as session:
        _release_by_default(session, module)
        version = _put_version(session, manifest, decode(form.manifest, dict[str, Any]), stored)
        if form.text is not None:
            session.merge(ExerciseText(version_id=version.id, text=form.text))
    return answer(KnownModule(module, manifest.version))


def _check(module: str, manifest: ManifestForm, releases: dict[str, Any]) -> None:
    """Refuse a manifest that contradicts its address, itself or its releases."""
    names = [task.id for task in manifest.tasks]
    if not MODULE.fullmatch(module) or manifest.module != module:
        raise _broken(
            gettext(
                "expected the manifest of %(module)s, got that of %(found)s",
                module=ascii(module),
                found=ascii(manifest.module),
            )
        )
    if len(set(names)) != len(names):
        raise _broken(gettext("two tasks have one id"))
    if any("en" not in title for title in [manifest.title, *(t.title for t in manifest.tasks)]):
        raise _broken(gettext("a title in English is missing"))
    if "en" not in releases or not set(releases) <= set(LANGUAGES):
        raise _broken(
            gettext(
                "expected releases in en and perhaps ja and ko, got %(found)s",
                found=", ".join(sorted(releases)) or "-",
            )
        )


def _broken(reason: str) -> Unreadable:
    return Unreadable("broken_module", gettext("The module is broken: %(reason)s.", reason=reason))


def _release_by_default(session: Session, module: str) -> None:
    """Make the exercise known, and release it where an offering has dates for all its exercises."""
    if session.get(Exercise, module) is None:
        session.add(Exercise(id=module))
        session.flush()
    dated = session.scalars(select(Offering).where(Offering.release_at.is_not(None)))
    for offering in dated:
        if session.get(Release, (offering.id, module)) is None and offering.release_at:
            session.add(
                Release(
                    offering_id=offering.id,
                    exercise_id=module,
                    release_at=offering.release_at,
                    due_at=offering.due_at,
                    own_dates=False,
                )
            )


def _put_version(
    session: Session,
    manifest: ManifestForm,
    document: dict[str, Any],
    stored: dict[str, dict[str, Blob]],
) -> ExerciseVersion:
    # Unset first: there is never more than one current version, not even inside the transaction.
    session.execute(
        update(ExerciseVersion)
        .where(ExerciseVersion.exercise_id == manifest.module)
        .values(is_current=False)
    )
    version = session.scalar(
        select(ExerciseVersion).where(
            ExerciseVersion.exercise_id == manifest.module,
            ExerciseVersion.version == manifest.version,
        )
    )
    if version is None:
        version = ExerciseVersion(exercise_id=manifest.module, version=manifest.version)
        version.tasks = [
            Task(name=task.id, points=task.points, position=position)
            for position, task in enumerate(manifest.tasks)
        ]
        session.add(version)
    known = {(task.name, task.points) for task in version.tasks}
    if known != {(task.id, task.points) for task in manifest.tasks}:
        raise Conflict(
            "version_conflict",
            gettext(
                "Version %(version)s of %(module)s is known with other tasks or points. A changed exercise needs a new "
                "version.",
                version=manifest.version,
                module=manifest.module,
            ),
        )
    version.is_current = True
    version.title = manifest.title
    version.position = manifest.order
    version.hours = manifest.hours
    version.maximum = sum(task.points for task in manifest.tasks)
    version.manifest = document
    by_name = {task.name: task for task in version.tasks}
    for position, form in enumerate(manifest.tasks):
        task = by_name[form.id]
        task.position = position
        task.title = form.title
        task.manual = form.manual
        task.competences = form.competences
    version.files.clear()
    session.flush()
    version.files = [
        ReleasedFile(language=language, name=name, sha256=blob.sha256, size=blob.size)
        for language, files in stored.items()
        for name, blob in files.items()
    ]
    return version
