"""Who calls: the bearer token of a person, of the grader or of the operator."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import current_app, g, request
from flask_babel import lazy_gettext, refresh

from portal.accounts.people import load_person
from portal.accounts.tokens import find_token, hash_of, note_use, use_is_due
from portal.api.description.declaration import note_callers
from portal.database import read, write
from portal.errors import PortalError, Refused, Unauthenticated
from portal.models import Person

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class Caller(StrEnum):
    """The kinds of callers."""

    PERSON = "person"
    GRADER = "grader"
    OPERATOR = "operator"


def only(
    *callers: Caller,
) -> Callable[[Callable[Arguments, Answer]], Callable[Arguments, Answer]]:
    """Let only these callers make a call.

    Without a token, or with a wrong or revoked one: 401. With the token of another kind of caller: 403.
    """

    def decorate(view: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
        @wraps(view)
        def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
            caller = _authenticate()
            if caller not in callers:
                raise Refused(
                    "not_allowed",
                    lazy_gettext(
                        "This call is not for this kind of token (%(kind)s).", kind=caller.value
                    ),
                )
            return view(*args, **kwargs)

        note_callers(guarded, tuple(caller.value for caller in callers))
        return guarded

    return decorate


def calling_person() -> Person:
    """Return the person whose token is used; only in calls that are for persons alone."""
    person: Person = g.person
    return person


def _authenticate() -> Caller:
    """Return who calls, and remember the person, so that answers speak her language.

    Raises:
        Unauthenticated: no token, or one that is not known.
    """
    # The token alone says who calls and in which language; a session cookie that came along does not count.
    g.person = None
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token:
        raise _refused()
    for caller, secret in (
        (Caller.GRADER, current_app.config["GRADER_TOKEN"]),
        (Caller.OPERATOR, current_app.config["OPERATOR_TOKEN"]),
    ):
        if secret and hmac.compare_digest(hash_of(secret), hash_of(token)):
            return caller
    found = find_token(read(), token)
    if found is None:
        raise _refused()
    if use_is_due(found):
        with write() as changes:
            note_use(changes, found.id)
    g.person = load_person(found.person_id)
    refresh()
    return Caller.PERSON


def _refused() -> PortalError:
    return Unauthenticated(
        "wrong_token",
        lazy_gettext(
            "The token is missing, wrong or revoked. Open JupyterLab from the portal again, or ask for a new token."
        ),
    )
