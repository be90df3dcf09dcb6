"""The pictures of the coordinator's page as Vega-Lite specifications: data in, JSON out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from portal.statistics.progress import Step

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Names the version of the specification; nothing is fetched from there."""

COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8c6d31", "#7f7f7f"]
"""Okabe and Ito's palette for readers who see colours differently, without its yellow and black."""


def clock_format(span: timedelta) -> str | None:
    """Return the strftime format of moments within a span: by the clock; None where dates tell more."""
    if span < timedelta(minutes=20):
        return "%H:%M:%S"
    return "%H:%M" if span < timedelta(days=2) else None


def progress_chart(
    series: Mapping[str, Sequence[Step]],
    end: datetime,
    zone: ZoneInfo,
    *,
    time_title: str,
    percent_title: str,
) -> dict[str, Any]:
    """Return a picture of progress over time, one stepped line for each series.

    Moments are handed over as the zone's clock shows them, without a zone: a browser draws them as
    they stand.

    Args:
        series: label -> steps in percent, oldest first.
        end: where lines end.
        zone: whose clock.
        time_title: title of the axis of time.
        percent_title: title of the axis of progress.
    """
    values = [
        {"cohort": label, "at": _clock(at, zone), "percent": round(value, 1)}
        for label, steps in series.items()
        if steps
        for at, value in [*((step.at, step.value) for step in steps), (end, steps[-1].value)]
    ]
    first = min((step.at for steps in series.values() for step in steps), default=end)
    labels = [label for label, steps in series.items() if steps]
    colour = {
        "field": "cohort",
        "type": "nominal",
        "title": None,
        "sort": labels,
        "scale": {"domain": labels, "range": COLOURS},
        "legend": {"orient": "bottom", "columns": 2, "labelLimit": 260, "symbolType": "stroke"},
    }
    return {
        "$schema": SCHEMA,
        "height": 280,
        "data": {"values": values},
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
        "encoding": {
            "x": {
                "field": "at",
                "type": "temporal",
                "title": time_title,
                "axis": {
                    "format": clock_format(end - first) or "%m/%d",
                    "labelOverlap": True,
                    "tickCount": 6,
                    "grid": False,
                },
            },
            "y": {
                "field": "percent",
                "type": "quantitative",
                "title": percent_title,
                "scale": {"domain": [0, 100]},
                "axis": {"tickCount": 5},
            },
            "color": colour,
            "strokeDash": {
                "field": "cohort",
                "type": "nominal",
                "sort": labels,
                "scale": {
                    "domain": labels,
                    "range": [[1, 0], [6, 3], [2, 2], [8, 2, 2, 2], [4, 4], [12, 3]],
                },
                "title": None,
            },
            "tooltip": {"field": "cohort", "type": "nominal"},
        },
    }


def modules_chart(means: Mapping[str, Mapping[str, int]], *, percent_title: str) -> dict[str, Any]:
    """Return a picture of mean scores: one line for each cohort, one mark for each module.

    Args:
        means: label of a cohort -> title of a module -> percent.
        percent_title: title of the axis.
    """
    modules = list(dict.fromkeys(module for row in means.values() for module in row))
    values = [
        {"cohort": cohort, "module": module, "percent": percent}
        for cohort, row in means.items()
        for module, percent in row.items()
    ]
    field = {"field": "module", "type": "nominal", "sort": modules, "title": None}
    return {
        "$schema": SCHEMA,
        "height": 34 * len(means),
        "data": {"values": values},
        "mark": {"type": "point", "filled": True, "size": 110, "opacity": 0.9},
        "encoding": {
            "y": {
                "field": "cohort",
                "type": "nominal",
                "sort": list(means),
                "title": None,
                "axis": {"labelLimit": 190, "grid": True},
            },
            "x": {
                "field": "percent",
                "type": "quantitative",
                "title": percent_title,
                "scale": {"domain": [0, 100]},
                "axis": {"tickCount": 5},
            },
            "color": {
                **field,
                "scale": {"domain": modules, "range": COLOURS},
                "legend": {"orient": "bottom", "columns": 1, "labelLimit": 300},
            },
            "shape": field,
            "tooltip": {"field": "percent", "type": "quantitative"},
        },
    }


def _clock(at: datetime, zone: ZoneInfo) -> str:
    """Return what the zone's clock shows."""
    return at.astimezone(zone).replace(tzinfo=None).isoformat(timespec="seconds")
