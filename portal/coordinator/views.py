"""Addresses under `/coordinator/`. All figures come out of `portal.disclosure`; no address leads to a learner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton
from flask import Blueprint, Response, abort, render_template, url_for
from flask_babel import gettext

from portal.accounts import current_person, require_role
from portal.coordinator import charts, figures, queries
from portal.coordinator.charts import clock_format
from portal.database import read
from portal.disclosure import UnionFigures
from portal.language import current_language, place, texts
from portal.live import answer_part, live_part
from portal.models import Role, now
from portal.navigation import answer_refusals

blueprint = Blueprint("coordinator", __name__, url_prefix="/coordinator")
answer_refusals(blueprint)


@blueprint.get("/")
@require_role(Role.COORDINATOR)
def programme() -> str:
    """Show institutions and cohorts side by side, and progress over time."""
    at = now()
    page = queries.programme_page(read(), at)
    lines = figures.rows(
        page.programme, {module.exercise: module.automatic for module in page.modules}
    )
    shown = [line for line in lines if line.series and not line.total]
    zone = _zone()
    moments = figures.moments(lines)
    return render_template(
        "coordinator/programme.html",
        part=live_part(**_queue_part(page.programme.total, len(page.institutions))),
        rows=[_named(page, line) for line in lines],
        left_out=page.programme.total.left_out,
        moments=_columns(moments, zone),
        progress_rows=[
            (_label(page, line), [figures.progress_at(line, moment) for moment in moments])
            for line in lines
            if line.enrolled is not None and not line.total
        ],
        progress_chart=charts.progress_chart(
            {_label(page, line): line.series for line in shown},
            max((step.at for line in shown for step in line.series), default=at),
            zone,
            time_title=gettext("Time (%(place)s)", place=place(zone)),
            percent_title=gettext("Percent of all points"),
        ),
        modules=page.modules,
        module_rows=[
            (
                _label(page, line),
                [line.modules.get(module.exercise) for module in page.modules],
                line.total,
            )
            for line in lines
            if line.enrolled is not None
        ],
        modules_chart=charts.modules_chart(
            {
                _label(page, line): {
                    texts(module.title): line.modules[module.exercise]
                    for module in page.modules
                    if module.exercise in line.modules
                }
                for line in shown
            },
            percent_title=gettext("Mean score in percent"),
        ),
        place=place(zone),
    )


@blueprint.get("/part")
@require_role(Role.COORDINATOR)
def programme_part() -> Response:
    """Answer the page when its queue asks again."""
    page = queries.programme_page(read(), now())
    return answer_part(**_queue_part(page.programme.total, len(page.institutions)))


def _zone() -> ZoneInfo:
    """Return the zone of the coordinator's own institution."""
    person = current_person()
    if person is None:
        abort(403)
    return ZoneInfo(person.institution.time_zone)


def _queue_part(total: UnionFigures, institutions: int) -> dict[str, Any]:
    """Return what makes the changing part of the page."""
    queue = queries.queue(read())
    return {
        "template": "coordinator/_queue.html",
        "address": url_for("coordinator.programme_part"),
        # By the clock: when a figure moves must not tell when one learner did something.
        "topic": None,
        "queue": queue,
        "total": total,
        "institutions": institutions,
    }


def _named(page: queries.ProgrammePage, line: figures.Row) -> dict[str, Any]:
    """Return a line of the table with names in the reader's language."""
    if line.institution is None:
        institution, cohort = gettext("All that are shown"), ""
    elif line.cohort is None:
        institution = texts(page.institutions[line.institution].name)
        cohort = gettext("together")
    else:
        institution = texts(page.institutions[line.institution].name)
        cohort = texts(page.cohorts[line.cohort].name)
    return {
        "institution": institution,
        "cohort": cohort,
        "enrolled": line.enrolled,
        "active": line.active,
        "completed": line.completed,
        "score": line.score,
        "total": line.total,
    }


def _label(page: queries.ProgrammePage, line: figures.Row) -> str:
    """Return a short name of a line: the institution's, with the cohort's where it has several."""
    named = _named(page, line)
    several = sum(cohort.institution_id == line.institution for cohort in page.cohorts.values()) > 1
    return f"{named['institution']} · {named['cohort']}" if several else str(named["institution"])


def _columns(moments: Sequence[datetime], zone: ZoneInfo) -> list[str]:
    """Return the heads of columns: the time of day where all is within two days, otherwise the date."""
    if not moments:
        return []
    clock = clock_format(moments[-1] - moments[0])
    if clock:
        return [moment.astimezone(zone).strftime(clock) for moment in moments]
    return [
        format_skeleton("MMMd", moment.astimezone(zone), locale=current_language())
        for moment in moments
    ]
