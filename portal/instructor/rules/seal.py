"""What was seen is what is applied: a preview is sealed, and applied only while it still says the same."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

SEEN = "seen"
"""The field of a form that carries the seal of the preview."""


def seal(content: Any) -> str:
    """Return the seal of a preview.

    Args:
        content: who looks, what stands, what is proposed and what it would do; data for JSON.
    """
    made = _serializer().dumps(_digest(content))
    return made if isinstance(made, str) else made.decode()


def sealed(token: str, content: Any) -> bool:
    """Say whether this content was sealed; no: another was, or the seal is forged."""
    try:
        return bool(_serializer().loads(token) == _digest(content))
    except BadSignature:
        return False


def _digest(content: Any) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="qampus-preview")
