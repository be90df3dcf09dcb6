"""Pseudonyms: what stands for a learner outside of her institution's pages."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from flask import current_app
from flask_babel import gettext
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from portal.configuration import add_secrets
from portal.errors import Conflict
from portal.models import Person


def pseudonym(key: bytes, issuer: str, subject: str) -> str:
    """Return the pseudonym of (issuer, subject) under an institution's key: 16 hexadecimal digits.

    The null byte keeps issuer and subject apart: neither can contain one.
    """
    return hmac.new(key, f"{issuer}\x00{subject}".encode(), hashlib.sha256).hexdigest()[:16]


def instance_seed(key: bytes, learner: str, exercise: str) -> str:
    """Return the secret of a learner's random instances in an exercise: 64 hexadecimal digits.

    It is the same for every attempt, offering and version, so that a regrade meets the same numbers. Only the grader
    gets it, for the process that judges. The null byte at its beginning keeps it apart from every pseudonym: no issuer
    is empty.

    Args:
        key: the institution's.
        learner: her pseudonym.
        exercise: its id.
    """
    text = f"\x00instances\x00{learner}\x00{exercise}"
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def keys_for(session: Session, institutions: list[str]) -> dict[str, bytes]:
    """Return the pseudonym keys of institutions; those that are new get one, durably stored beforehand.

    Raises:
        Conflict: an institution has people but its key is gone. A new key would cut them off from their scores.
    """
    keys: dict[str, str] = current_app.config["INSTITUTION_KEYS"]
    missing = [institution for institution in institutions if institution not in keys]
    for institution in missing:
        if session.scalar(select(exists().where(Person.institution_id == institution))):
            raise Conflict(
                "institution_key_missing",
                gettext(
                    "The pseudonym key of %(institution)s is missing, although people are known there. "
                    "Restore secrets.json from a backup.",
                    institution=institution,
                ),
            )
    if missing:
        made = keys | {institution: secrets.token_hex(32) for institution in missing}
        add_secrets(current_app.config["DATA"], {"institution_keys": made})
        keys.update(made)
    return {institution: bytes.fromhex(keys[institution]) for institution in institutions}
