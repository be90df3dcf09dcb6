"""The history of the tables (Alembic). A release changes the tables only by a migration."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config


def alembic_config(url: str) -> Config:
    """Return Alembic's configuration for a database; there is no ini file that could disagree with it."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    """Bring a database to the newest tables; one that has them is left as it is."""
    command.upgrade(alembic_config(url), "head")


def downgrade(url: str, revision: str) -> None:
    """Take a database back to an earlier revision; `base` removes all tables."""
    command.downgrade(alembic_config(url), revision)
