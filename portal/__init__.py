"""The portal: the exchange and grading API, and the pages of learners, instructors and coordinators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(config: Mapping[str, Any]) -> Flask:
    """Return the portal as a Flask application.

    Args:
        config: as `portal.configuration.configuration` makes it.
    """
    # Imported here, so that `portal.statistics` and `portal.disclosure` can be used without the web.
    from flask import Flask  # noqa: PLC0415
    from flask_wtf.csrf import CSRFProtect  # noqa: PLC0415

    from portal import (  # noqa: PLC0415
        accounts,
        api,
        coordinator,
        database,
        health,
        instructor,
        language,
        learner,
        lessons,
        noticeboard,
    )
    from portal.api.description import page as api_page  # noqa: PLC0415
    from portal.instructor import (  # noqa: PLC0415
        analysis,
        appeals,
        arrangements,
        author,
        grading,
        marking,
        marks,
        regrades,
        rules,
        similar,
    )

    app = Flask(__name__)
    app.config.from_mapping(
        SESSION_COOKIE_NAME="qampus",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=not config["DEMO"],
        # A form stays valid as long as its session: a learner may leave a page open for a day.
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.config.from_mapping(config)
    database.init_app(app)
    language.init_app(app)
    csrf = CSRFProtect(app)

    for part in (
        accounts,
        learner,
        instructor,
        coordinator,
        health,
        noticeboard,
        lessons,
        analysis,
        arrangements,
        rules,
        regrades,
        marks,
        marking,
        appeals,
        grading,
        similar,
        author,
        api_page,
    ):
        app.register_blueprint(part.blueprint)
    # The API knows its caller by a token in a header, which no foreign page can make a browser send.
    csrf.exempt(api.blueprint)
    app.register_blueprint(api.blueprint)
    return app
