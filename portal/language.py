"""The language of the reader, and how names, moments and points look in it.

A signed-in person's language is in her account; before sign-in it is a cookie's, and without one
the browser's. Translations are read from the `.po` files themselves when the portal starts: there
is no compiled file that could be out of date.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton, get_timezone_location
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from flask import Blueprint, Flask, abort, redirect, request
from flask_babel import Babel, Domain, get_locale
from werkzeug.wrappers import Response

from grader.results import LANGUAGES
from portal import accounts
from portal.models import Person, Texts, text_in
from portal.navigation import navigation

COOKIE = "qampus_language"

NAMES = {"en": "English", "ja": "日本語", "ko": "한국어"}
"""Each language's own name for itself."""

TRANSLATIONS = Path(__file__).parent / "translations"

blueprint = Blueprint("language", __name__)


class Catalogues(Domain):  # type: ignore[misc]  # Flask-Babel has no type information
    """Translations read from the `.po` files."""

    def get_translations(self) -> NullTranslations:
        """Return the translations of the language that is being spoken."""
        return catalogue(current_language())


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the translations into a language, of all its files together; English, the source, needs none."""
    together = Catalog(locale=language)
    for path in sorted((TRANSLATIONS / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                together[message.id] = message
    if not len(together):
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, together)
    compiled.seek(0)
    return Translations(compiled)


def init_app(app: Flask) -> None:
    """Give every page its reader's language, the filters of this module, and the bar on top."""
    for language in LANGUAGES:
        catalogue(language)
    babel = Babel()
    babel.init_app(app, locale_selector=reader_language, default_domain="messages")
    app.extensions["babel"].instance.domain_instance = Catalogues()
    app.jinja_env.filters.update(
        moment=moment, name=person_name, points=points, percent=percent, texts=texts, short=short
    )
    app.context_processor(lambda: {"language": current_language(), "languages": NAMES})
    app.context_processor(navigation)
    app.register_blueprint(blueprint)


def reader_language() -> str:
    """Return the language of whoever reads the answer to this request."""
    person = accounts.current_person()
    if person is not None and person.language in LANGUAGES:
        return person.language
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return str(chosen)
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]


def current_language() -> str:
    """Return the language that is being spoken; English outside of a request."""
    locale = get_locale()
    return locale.language if locale is not None and locale.language in LANGUAGES else LANGUAGES[0]


@blueprint.post("/language")
def choose_language() -> Response:
    """Remember the language that the reader chose, in her account and for this browser, and go back."""
    language = request.form.get("language", "")
    if language not in LANGUAGES:
        abort(422)
    person = accounts.current_person()
    if person is not None:
        accounts.remember_language(person, language)
    answer = redirect(own_path(request.form.get("next", "/")), 303)
    answer.set_cookie(
        COOKIE, language, max_age=365 * 24 * 3600, samesite="Lax", httponly=True, path="/"
    )
    return answer


def own_path(target: str) -> str:
    """Return the target if it is a path of this portal, otherwise its start page."""
    parts = urlsplit(target)
    inside = target.startswith("/") and not target.startswith(("//", "/\\"))
    if not inside or parts.scheme or parts.netloc or any(ord(letter) < 32 for letter in target):
        return "/"
    return target


def texts(texts: Texts) -> str:
    """Return the text in the reader's language."""
    return text_in(texts, current_language())


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Return a moment as the reader's language writes it, by the clock of the zone and with the zone's city."""
    language = current_language()
    local = at.astimezone(zone)
    day = format_skeleton("yMMMEd", local, locale=language)
    return f"{day} {local:%H:%M} ({place(zone)})"


def place(zone: ZoneInfo) -> str:
    """Return the name of the zone's city in the reader's language."""
    return str(get_timezone_location(zone, locale=current_language(), return_city=True))


def person_name(person: Person) -> str:
    """Return a person's name in the order that is right for its script and reader.

    A name in Han, kana or Hangul keeps its own order, family name first (Hangul without a space).
    A name in other letters is given name first in English, and family name first for readers of
    Japanese and Korean.
    """
    family, given = person.family_name, person.given_name
    if not family or not given:
        return family or given
    if any("\uac00" <= letter <= "\ud7a3" for letter in family):
        return f"{family}{given}"
    if any("\u3040" <= letter <= "\u9fff" for letter in family) or current_language() != "en":
        return f"{family} {given}"
    return f"{given} {family}"


def points(value: float) -> str:
    """Return points with at most two decimals, as the reader's language writes them."""
    return str(format_decimal(value, format="0.##", locale=current_language()))


def percent(share: float) -> str:
    """Return a share of 0 to 1 in whole percent."""
    return f"{round(100 * share)}%"


def short(digest: str) -> str:
    """Return the first twelve digits of a SHA-256, enough to compare by eye."""
    return digest[:12]
