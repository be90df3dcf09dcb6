"""The API's blueprint, and the form of its answers and refusals."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from flask import Blueprint, Response, current_app, request
from flask_babel import gettext
from werkzeug.exceptions import HTTPException

from portal.errors import BlobError, Entry, PortalError, Unreadable

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")

Form = TypeVar("Form")

_CODES = {404: "unknown_call", 405: "wrong_method", 413: "too_large"}


def answer(content: Any, status: int = 200) -> Response:
    """Return an answer: structs, dicts and times as JSON."""
    return Response(msgspec.json.encode(content), status, mimetype="application/json")


def body_as(form: type[Form]) -> Form:
    """Return the request's JSON body in its form.

    Raises:
        Unreadable: it is not JSON, or not of that form.
    """
    return decode(request.get_data(), form)


def query_as(form: type[Form]) -> Form:
    """Return what stands behind the question mark in its form; of what stands there twice, the first.

    Raises:
        Unreadable: it is not of that form.
    """
    try:
        return msgspec.convert(request.args.to_dict(), type=form, strict=False)
    except msgspec.MsgspecError as error:
        raise Unreadable(
            "unreadable",
            gettext("The request cannot be read: %(reason)s.", reason=str(error)),
        ) from error


def decode(data: bytes | msgspec.Raw, form: type[Form]) -> Form:
    """Return JSON in a form.

    Raises:
        Unreadable: it is not JSON, nested beyond reason, or not of that form.
    """
    try:
        return msgspec.json.decode(data, type=form)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Unreadable(
            "unreadable",
            gettext("The request cannot be read: %(reason)s.", reason=str(error)),
        ) from error


def refusal(status: int, code: str, message: str, entries: tuple[Entry, ...] = ()) -> Response:
    """Return the one form of all refusals."""
    error: dict[str, Any] = {"code": code, "message": message}
    if entries:
        error["entries"] = entries
    refused = answer({"error": error}, status)
    if status == 401:
        refused.headers["WWW-Authenticate"] = 'Bearer realm="qampus"'
    return refused


@blueprint.errorhandler(PortalError)
def refuse(error: PortalError) -> Response:
    """Answer what the portal refuses; what is broken on the portal's own side is logged, not told."""
    if error.status < 500:
        return refusal(error.status, error.code, str(error.message), error.entries)
    current_app.logger.error("%s %s: %s", request.method, request.path, error)
    if isinstance(error, BlobError):
        message = gettext("A stored file is damaged. Tell the people who run this portal.")
    else:
        message = gettext("The portal is not set up for this. Tell the people who run it.")
    return refusal(error.status, error.code, message)


@blueprint.errorhandler(HTTPException)
def refuse_http(error: HTTPException) -> Response:
    """Answer in the API's form what Flask itself refuses: too large, a wrong method."""
    status = error.code or 500
    if status >= 500:
        message = gettext("The portal has failed. Tell the people who run it.")
        return refusal(status, "internal", message)
    if status == 413:
        message = gettext(
            "The request is larger than %(limit)d MiB. Clear large outputs in the notebook and "
            "leave data files out.",
            limit=current_app.config["MAX_CONTENT_LENGTH"] // 2**20,
        )
    else:
        message = gettext("The request was not understood: %(reason)s", reason=error.description)
    return refusal(status, _CODES.get(status, "bad_request"), message)


@blueprint.app_errorhandler(404)
@blueprint.app_errorhandler(405)
def refuse_address(error: HTTPException) -> Response | HTTPException:
    """Answer in the API's form for an address below the API that no call has."""
    if not request.path.startswith("/api/"):
        return error
    return refuse_http(error)
