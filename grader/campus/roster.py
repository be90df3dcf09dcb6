"""Who takes part in the demo: read from demo.toml, written as the roster that the portal takes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Any

ISSUER = "https://demo.qampus.invalid"
"""Issuer of the demo's identities; the top-level domain `invalid` can never be a real one (RFC 2606)."""

TITLE = {
    "en": "Introduction to quantum computing",
    "ja": "量子コンピューティング入門",
    "ko": "양자 컴퓨팅 입문",
}
_STUDENT = {"en": ("Student", "Demo"), "ja": ("デモ", "学生"), "ko": ("데모", "학생")}
_INSTRUCTOR = {"en": ("Instructor", "Demo"), "ja": ("デモ", "教員"), "ko": ("데모", "교수자")}
_SIMULATED = {"en": "Simulated", "ja": "模擬学習者", "ko": "모의학습자"}


@dataclass(frozen=True)
class Person:
    """Somebody in the demo.

    Attributes:
        login: what the sign-in page and the operator's calls name her by.
        family_name: in her own script.
        given_name: in her own script.
        language: en, ja or ko.
        institution: id of her university.
        roles: what she is, as the portal's roster writes it.
        cohorts: ids of her cohorts.
        simulated: whether her answers are made by a simulation.
    """

    login: str
    family_name: str
    given_name: str
    language: str
    institution: str
    roles: tuple[dict[str, str], ...]
    cohorts: tuple[str, ...] = ()
    simulated: bool = False

    @property
    def teaches(self) -> str | None:
        """The offering that she teaches, or None."""
        return self._offering("instructor")

    @property
    def learns(self) -> str | None:
        """The offering in which she learns, or None."""
        return self._offering("learner")

    def _offering(self, role: str) -> str | None:
        return next((entry["offering"] for entry in self.roles if entry["role"] == role), None)


@dataclass(frozen=True)
class Demo:
    """The demo's institutions and people.

    Attributes:
        institutions: as in demo.toml.
        people: everybody, demo persons first.
        release_hours_ago: how long before the first start the exercises count as released.
        due_in_days: when they are due, from the first start.
    """

    institutions: tuple[dict[str, Any], ...]
    people: tuple[Person, ...]
    release_hours_ago: int
    due_in_days: int

    @property
    def simulated(self) -> tuple[Person, ...]:
        """The simulated learners."""
        return tuple(person for person in self.people if person.simulated)

    def roster(self, start: datetime) -> dict[str, Any]:
        """Return the roster for `PUT /operator/roster`; `start` is the demo's first start."""
        day = start.astimezone(UTC)
        return {
            "institutions": [
                {key: institution[key] for key in ("id", "name", "country", "time_zone")}
                for institution in self.institutions
            ],
            "offerings": [
                {
                    "id": offering_id(institution["id"]),
                    "institution": institution["id"],
                    "title": TITLE,
                }
                for institution in self.institutions
            ],
            "cohorts": [
                {"id": cohort["id"], "institution": institution["id"], "name": cohort["name"]}
                for institution in self.institutions
                for cohort in institution["cohorts"]
            ],
            "people": [
                asdict(person) | {"issuer": ISSUER, "subject": person.login}
                for person in self.people
            ],
            "releases": [
                {
                    "offering": offering_id(institution["id"]),
                    "release_at": (day - timedelta(hours=self.release_hours_ago)).isoformat(),
                    "due_at": (day + timedelta(days=self.due_in_days)).isoformat(),
                }
                for institution in self.institutions
            ],
        }


def offering_id(institution: str) -> str:
    """Return the id of an institution's offering, which is also its nbgrader course id."""
    return f"{institution}-intro"


def load_demo() -> Demo:
    """Read demo.toml."""
    data = tomllib.loads((files("grader.campus") / "demo.toml").read_text(encoding="utf-8"))
    programme = data["programme"]
    people: list[Person] = []
    for institution in data["institution"]:
        people += _demo_persons(institution)
    people.append(
        Person(
            login=programme["coordinator"],
            family_name="Coordinator",
            given_name="Demo",
            language="en",
            institution=data["institution"][0]["id"],
            roles=({"role": "coordinator"},),
        )
    )
    for institution in data["institution"]:
        people += _simulated_learners(institution)
    return Demo(
        institutions=tuple(data["institution"]),
        people=tuple(people),
        release_hours_ago=programme["release_hours_ago"],
        due_in_days=programme["due_in_days"],
    )


def _demo_persons(institution: dict[str, Any]) -> Iterator[Person]:
    language, offering = institution["language"], offering_id(institution["id"])
    for role, names in (("learner", _STUDENT), ("instructor", _INSTRUCTOR)):
        family_name, given_name = names[language]
        yield Person(
            login=f"{'student' if role == 'learner' else role}-{institution['id']}",
            family_name=family_name,
            given_name=given_name,
            language=language,
            institution=institution["id"],
            roles=({"role": role, "offering": offering},),
            cohorts=(institution["cohorts"][0]["id"],) if role == "learner" else (),
        )


def _simulated_learners(institution: dict[str, Any]) -> Iterator[Person]:
    number = 0
    for cohort in institution["cohorts"]:
        for _ in range(cohort["learners"]):
            number += 1
            yield Person(
                login=f"simulated-{institution['id']}-{number:02d}",
                family_name=_SIMULATED[institution["language"]],
                given_name=f"{number:02d}",
                language=institution["language"],
                institution=institution["id"],
                roles=({"role": "learner", "offering": offering_id(institution["id"])},),
                cohorts=(cohort["id"],),
                simulated=True,
            )
