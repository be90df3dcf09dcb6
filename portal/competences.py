"""Names of the competences that tasks train, from `competences.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _table() -> dict[str, Any]:
    """Return the table as it stands in the file."""
    return tomllib.loads(Path(__file__).with_name("competences.toml").read_text(encoding="utf-8"))


def subdomain_name(subdomain: str, language: str) -> str:
    """Return the name of a sub-domain such as "5.1"; an id that the framework does not have is its own name."""
    names: dict[str, str] = _table()["names"].get(subdomain, {})
    return names.get(language) or names.get("en", subdomain)


def framework_source() -> str:
    """Return name and DOI of the framework, to be shown beside every use."""
    source: dict[str, str] = _table()["source"]
    return f"{source['name']}, doi:{source['doi']}"
