"""Personal access tokens: made once, shown once, kept as a hash."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models import Person, Token, now

PREFIX = "qampus_"
"""Every token starts so, that a leaked one can be found by a search."""

LAST_USE_PRECISION = timedelta(minutes=5)
"""A token's last use is written at most this often: a write on every request would queue readers behind writers."""


def hash_of(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_token(session: Session, person: Person, label: str) -> str:
    """Make a token for a person and return it; it can never be read again."""
    token = PREFIX + secrets.token_urlsafe(32)
    session.add(Token(hash=hash_of(token), person_id=person.id, label=label))
    return token


def find_token(session: Session, token: str) -> Token | None:
    """Return the row of a token that is not revoked, or None."""
    return session.scalar(
        select(Token).where(Token.hash == hash_of(token), Token.revoked_at.is_(None))
    )


def note_use(session: Session, token_id: int) -> None:
    """Write down that a token was used now."""
    token = session.get_one(Token, token_id)
    token.last_used_at = now()


def use_is_due(token: Token) -> bool:
    """Say whether the token's last use is long enough ago to be written again."""
    return token.last_used_at is None or now() - token.last_used_at > LAST_USE_PRECISION
