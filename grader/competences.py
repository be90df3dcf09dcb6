"""The competences that tasks train: sub-domain, area and level of the European framework, as in `5.1 II A1`.

What curriculum and portal share of the framework stands in `competences.toml`. Only the standard library is imported:
the portal uses this module, too.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
"""From awareness to innovation. They apply to the areas I, II and III."""

HIGHEST_BY_PROGRAM = "B1"
"""Automatic grading alone supports no claim above this level (certification scheme, zenodo 15210733)."""

_PATTERN = re.compile(r"([1-8]\.[1-8]) (I|II|III) (A1|A2|B1|B2|C1|C2)")


@dataclass(frozen=True, order=True)
class Competence:
    """One competence of the framework.

    Attributes:
        subdomain: id such as "5.1".
        area: I (concepts), II (hardware and software engineering) or III (applications and strategies).
        level: one of `LEVELS`.
    """

    subdomain: str
    area: str
    level: str


def read_competence(text: str) -> Competence | None:
    """Return the competence that a tag such as `5.1 II A1` names; None if the framework has no such thing."""
    match = _PATTERN.fullmatch(text)
    if match is None or match[1] not in subdomains():
        return None
    return Competence(*match.groups())


def domains() -> dict[str, str]:
    """Return id -> English name of the eight domains."""
    names: dict[str, str] = _table()["domains"]
    return names


def subdomains() -> tuple[str, ...]:
    """Return the ids of all sub-domains, in the framework's order."""
    return tuple(_table()["names"])


def subdomain_name(subdomain: str, language: str) -> str:
    """Return the name of a sub-domain such as "5.1"; an id that the framework does not have is its own name."""
    names: dict[str, str] = _table()["names"].get(subdomain, {})
    return names.get(language) or names.get("en", subdomain)


def framework_source() -> str:
    """Return name and DOI of the framework, to be shown beside every use."""
    source: dict[str, str] = _table()["source"]
    return f"{source['name']}, doi:{source['doi']}"


@cache
def _table() -> dict[str, Any]:
    """Return the table as it stands in the file."""
    return tomllib.loads(Path(__file__).with_name("competences.toml").read_text(encoding="utf-8"))
