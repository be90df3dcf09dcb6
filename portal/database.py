"""The database: the engine, reading in a request, and writing in one transaction that is durable when it ends.

SQLite runs in WAL mode with synchronous=FULL: a commit that returned survives a power cut. A writer begins with
BEGIN IMMEDIATE, so that what it reads cannot change before it writes and no two writers fail on each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, current_app, g
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

BUSY_TIMEOUT = 30_000
"""Milliseconds that a writer waits for another one."""

_EXTENSION = "qampus_database"


def make_engine(url: str) -> Engine:
    """Return an engine for the database, set up for durability if it is SQLite."""
    engine = create_engine(url, pool_size=20, max_overflow=20)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # None: the driver begins no transaction by itself; `_begin_sqlite` says how.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("qampus_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def init_app(app: Flask) -> None:
    """Open the database at `DATABASE_URL` and close each request's session at its end."""
    app.extensions[_EXTENSION] = make_engine(app.config["DATABASE_URL"])
    app.teardown_appcontext(_close)


def engine_of(app: Flask) -> Engine:
    """Return the app's engine."""
    engine: Engine = app.extensions[_EXTENSION]
    return engine


def read() -> Session:
    """Return the request's session for reading: one snapshot, the same session each time.

    What it returns must not be changed; `write` is for that.
    """
    if "reading" not in g:
        g.reading = Session(engine_of(current_app), autoflush=False)
    session: Session = g.reading
    return session


@contextmanager
def write() -> Iterator[Session]:
    """Give a session that writes: all of it is committed when the block ends, nothing if it raises.

    The request's reading session starts anew afterwards, so that it sees what was written. Objects stay usable
    after the commit.
    """
    engine = engine_of(current_app).execution_options(qampus_writes=True)
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session
    if "reading" in g:
        g.reading.rollback()


def _close(_error: BaseException | None) -> None:
    session = g.pop("reading", None)
    if session is not None:
        session.close()
