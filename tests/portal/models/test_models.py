from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal.database import make_engine
from portal.migrations import downgrade, upgrade
from portal.models import (
    AuditEntry,
    Base,
    ExerciseVersion,
    Institution,
    Person,
    Role,
    RoleAssignment,
    text_in,
)


@pytest.fixture
def session(tmp_path: Path) -> Any:
    engine = make_engine(f"sqlite:///{tmp_path / 'x.db'}")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def test_the_migrations_make_what_the_models_say(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    upgrade(url)
    upgrade(url)
    engine = create_engine(url)
    with engine.connect() as connection:
        assert (
            compare_metadata(
                MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata
            )
            == []
        )
        migrated = dict(
            connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE tbl_name != 'alembic_version'")
            ).all()
        )
    engine.dispose()
    made = create_engine("sqlite://")
    Base.metadata.create_all(made)
    with made.connect() as connection:
        modelled = dict(connection.execute(text("SELECT name, sql FROM sqlite_master")).all())
    # Autogeneration does not look at CHECK constraints and conditions of indices.
    assert {name: clauses(sql) for name, sql in migrated.items()} == {
        name: clauses(sql) for name, sql in modelled.items()
    }


def clauses(sql: str | None) -> list[str]:
    """The lines of a CREATE statement, in an order that does not matter; SQLite quotes what was renamed."""
    return sorted(line.strip(" ,\t").replace('"', "") for line in (sql or "").split("\n"))


def test_downgrade_removes_everything(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    upgrade(url)
    downgrade(url, "base")
    engine = create_engine(url)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()
    upgrade(url)


def test_a_migration_happens_as_a_whole_or_not(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE task_score (x)"))
    with pytest.raises(Exception, match="task_score"):
        upgrade(url)
    assert [name for name in inspect(engine).get_table_names() if name != "alembic_version"] == [
        "task_score"
    ]
    engine.dispose()


def test_sqlite_is_set_up_for_durability(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000
    engine.dispose()


def test_times_are_kept_in_utc_whatever_their_zone(session: Session) -> None:
    tokyo = datetime(2026, 10, 1, 9, 0, tzinfo=timezone(timedelta(hours=9)))
    session.add(AuditEntry(at=tokyo, actor="a", action="b", subject="c", details={}))
    session.commit()
    (stored,) = session.scalars(select(AuditEntry.at))
    assert stored == tokyo
    assert stored.tzinfo is UTC
    session.add(AuditEntry(at=datetime(2026, 1, 1), actor="a", action="b", subject="c", details={}))
    with pytest.raises(Exception, match="expected a time with a zone"):
        session.commit()


def some_person(session: Session) -> Person:
    session.add(Institution(id="x", name={"en": "X"}, country="JP", time_zone="Asia/Tokyo"))
    found = Person(
        issuer="i",
        subject="s",
        login="l",
        family_name="f",
        given_name="g",
        language="en",
        pseudonym="p",
        institution_id="x",
    )
    session.add(found)
    session.flush()
    return found


@pytest.mark.parametrize(
    ("role", "offering"),
    [
        (Role.LEARNER, None),
        (Role.INSTRUCTOR, None),
        (Role.COORDINATOR, "nowhere"),
        (Role.LEARNER, "nowhere"),
    ],
)
def test_a_role_fits_its_offering(session: Session, role: Role, offering: str | None) -> None:
    session.add(RoleAssignment(person_id=some_person(session).id, role=role, offering_id=offering))
    with pytest.raises(IntegrityError):
        session.commit()


def test_a_role_in_the_programme_is_held_once(session: Session) -> None:
    person = some_person(session)
    session.add(RoleAssignment(person_id=person.id, role=Role.COORDINATOR))
    session.flush()
    session.add(RoleAssignment(person_id=person.id, role=Role.COORDINATOR))
    with pytest.raises(IntegrityError):
        session.commit()


def test_an_exercise_has_one_current_version(session: Session) -> None:
    session.execute(text("INSERT INTO exercise (id) VALUES ('e')"))
    fields: dict[str, Any] = {
        "exercise_id": "e",
        "title": {"en": "E"},
        "position": 1,
        "hours": 1.0,
        "maximum": 1.0,
        "manifest": {},
    }
    session.add_all(ExerciseVersion(version=name, is_current=False, **fields) for name in "ab")
    session.add(ExerciseVersion(version="c", is_current=True, **fields))
    session.flush()
    session.add(ExerciseVersion(version="d", is_current=True, **fields))
    with pytest.raises(IntegrityError):
        session.commit()


def test_texts_fall_back_to_english() -> None:
    assert text_in({"en": "a", "ja": "b"}, "ja") == "b"
    assert text_in({"en": "a", "ja": ""}, "ja") == "a"
    assert text_in({"en": "a"}, "ko") == "a"
