"""What all tables share: the declarative base, times in UTC, texts in three languages, words from an enumeration."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

Texts = dict[str, str]
"""Language -> text. English is always there; a language that is missing falls back to it."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in time: goes in with any zone, comes out in UTC.

    Without a zone it is refused: whether a learner was late must not depend on a server's clock settings.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC, ready for the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"expected a time with a zone, got {value.isoformat()}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored moment in UTC; SQLite forgets the zone, so it is put back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def word(kind: type[StrEnum]) -> Enum:
    """Return the column type for an enumeration: its values as text, checked by the database."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=16,
        name=kind.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """The base of all tables. Constraints have names, so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        Texts: JSON(),
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON(),
    }


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def text_in(texts: Texts, language: str) -> str:
    """Return the text in the language, or in English where there is none."""
    return texts.get(language) or texts["en"]
