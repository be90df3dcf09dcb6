"""The description itself, as an answer."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app

from portal.api.blueprint import answer, blueprint
from portal.api.description.declaration import described
from portal.api.description.document import document

_EXTENSION = "qampus_description"


@blueprint.get("/openapi.json")
@described("Read this description", answers={200: dict[str, Any]})
def openapi() -> Response:
    """Describe all calls as an OpenAPI 3.1 document. No token is needed."""
    return answer(the_document())


def the_document() -> dict[str, Any]:
    """Return the description of this portal's calls, made once."""
    made: dict[str, Any] | None = current_app.extensions.get(_EXTENSION)
    if made is None:
        made = current_app.extensions[_EXTENSION] = document(current_app)
    return made
