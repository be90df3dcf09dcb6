"""What all pages about arrangements share."""

from __future__ import annotations

from flask import Blueprint

from portal.navigation import answer_refusals

blueprint = Blueprint("arrangements", __name__, url_prefix="/instructor")
answer_refusals(blueprint)
