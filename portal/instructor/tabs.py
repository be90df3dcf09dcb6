"""The pages of one offering, as a row of links on top of each of them."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, request, url_for
from flask_babel import lazy_gettext


@dataclass(frozen=True)
class Tab:
    """One link.

    Attributes:
        label: in the reader's language.
        address: where it leads.
        here: whether the reader is there.
    """

    label: str
    address: str
    here: bool


_TABS = (
    (lazy_gettext("Overview"), "instructor.offering"),
    (lazy_gettext("Live grading"), "grading.live"),
    (lazy_gettext("Dates and rules"), "rules.course"),
    (lazy_gettext("Extensions and more time"), "arrangements.arrangements"),
    (lazy_gettext("Marking"), "marking.waiting"),
    (lazy_gettext("Appeals"), "appeals.appeals"),
    (lazy_gettext("Regrades"), "regrades.regrades"),
    (lazy_gettext("Similar answers"), "similar.overview"),
    (lazy_gettext("Marks"), "marks.marks"),
    (lazy_gettext("Lessons"), "lessons.lessons_taught"),
)


def tabs(offering_id: str) -> tuple[Tab, ...]:
    """Return the links of an offering's pages."""
    found = []
    for label, endpoint in _TABS:
        if endpoint in current_app.view_functions:
            address = url_for(endpoint, offering_id=offering_id)
            within = endpoint != "instructor.offering" and request.path.startswith(address)
            found.append(Tab(str(label), address, within or request.path == address))
    return tuple(found)
