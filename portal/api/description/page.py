"""The description as a page of the portal. Its words are English, like the names in it; the frame is the reader's."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for

from portal.api.description.reading import forms, groups
from portal.api.description.views import the_document

blueprint = Blueprint("api_page", __name__)


@blueprint.get("/api")
def page() -> str:
    """Show all calls of the API, to everybody."""
    document = the_document()
    return render_template(
        "api.html",
        info=document["info"],
        groups=groups(document),
        forms=forms(document),
        callers=document["components"]["securitySchemes"],
        address=url_for("api.openapi"),
    )
