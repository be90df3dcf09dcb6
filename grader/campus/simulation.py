"""Lets the simulated learners of the demo work: `python -m grader.campus.simulation`, started by `qampus up`.

Each learner fetches and hands in through the exchange API with her own token. At most two submissions wait for a grade,
so that a person who tries the demo meanwhile is graded within seconds. Stopped and started again, it goes on where it
was: the portal knows who has handed in what.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from grader.authoring.answers import read_answers
from grader.authoring.source import read_exercise
from grader.campus.learners import AnswerChoices, SimulatedLearner, fill
from grader.campus.roster import Person, load_demo
from grader.exchange.client import ExchangeClient
from grader.portal_client import PortalClient

WAITING_AT_MOST = 2
PAUSE_SECONDS = 0.2


@dataclass(frozen=True)
class Turn:
    """One submission that a simulated learner is going to make.

    Attributes:
        person: who she is.
        exercise: which exercise.
        attempt: 1, or 2 after reading her feedback.
    """

    person: Person
    exercise: str
    attempt: int


def read_choices(root: Path) -> dict[str, tuple[AnswerChoices, ...]]:
    """Return what can be answered: exercise -> its tasks in order, each with right answers and near misses."""
    choices = {}
    for path in sorted(root.glob("exercises/*/exercise.py")):
        source = read_exercise(path)
        answers = read_answers(source)
        choices[path.parent.name] = tuple(
            AnswerChoices(
                task=task.id,
                cell=task.id if task.manual else f"{task.id}_answer",
                right=tuple(a.text for a in answers if a.task == task.id and a.right),
                wrong=tuple(a.text for a in answers if a.task == task.id and not a.right),
            )
            for task in source.tasks
        )
    return choices


def plan(people: Sequence[Person], exercises: Sequence[str]) -> Iterator[Turn]:
    """Yield who hands in what, in order: exercise after exercise, the learners of all universities mixed.

    A second attempt comes when half of the learners after her have had their turn.
    """
    for position, exercise in enumerate(exercises):
        turns = []
        order = list(people)
        random.Random(exercise).shuffle(order)  # noqa: S311  reproducible, no secret
        for place, person in enumerate(order):
            learner = SimulatedLearner.of(person.login)
            if not learner.takes(position, len(exercises)):
                continue
            turns.append((float(place), Turn(person, exercise, 1)))
            if learner.tries_again(exercise):
                turns.append((place + len(order) / 2, Turn(person, exercise, 2)))
        yield from (turn for _, turn in sorted(turns, key=lambda entry: entry[0]))


class Simulation:
    """Carries turns out, each over the learner's own exchange client.

    Args:
        portal_url: address of the portal.
        operator: the operator's client, for tokens and for the state of the queue.
        choices: what can be answered (`read_choices`).
    """

    def __init__(
        self,
        portal_url: str,
        operator: PortalClient,
        choices: dict[str, tuple[AnswerChoices, ...]],
    ) -> None:
        self._portal_url = portal_url
        self._operator = operator
        self._choices = choices
        self._clients: dict[str, ExchangeClient] = {}

    def take(self, turn: Turn) -> bool:
        """Hand in what the turn says; return False when it was handed in before."""
        client = self._client(turn.person.login)
        course = turn.person.learns
        if course is None:
            raise ValueError(f"{turn.person.login} learns in no offering")
        entry = next(e for e in client.assignments(course) if e["exercise"] == turn.exercise)
        if len(entry["submissions"]) >= turn.attempt:
            return False
        files = client.release(course, turn.exercise)
        name = f"{turn.exercise}.ipynb"
        answers = SimulatedLearner.of(turn.person.login).answers(
            turn.exercise, self._choices[turn.exercise], turn.attempt
        )
        notebook = fill(json.loads(files[name]), answers)
        files[name] = json.dumps(notebook, ensure_ascii=False, indent=1).encode()
        client.submit(course, turn.exercise, files)
        return True

    def wait_for_room(self) -> None:
        """Return when few enough submissions wait for a grade."""
        while True:
            status = self._operator.status()
            if status["queued"] + status["claimed"] < WAITING_AT_MOST:
                return
            time.sleep(PAUSE_SECONDS)

    def wait_for_exercises(self, exercises: Sequence[str], person: Person) -> None:
        """Return when the grader has published `exercises`."""
        client = self._client(person.login)
        while not set(exercises) <= {entry["exercise"] for entry in client.assignments()}:
            time.sleep(PAUSE_SECONDS)

    def _client(self, login: str) -> ExchangeClient:
        if login not in self._clients:
            token = self._operator.new_token(login, "simulation")
            self._clients[login] = ExchangeClient(self._portal_url, token)
        return self._clients[login]


@click.command()
@click.option("--portal", "portal_url", required=True, help="Address of the portal.")
@click.option("--root", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--learners", type=int, help="How many learners take part; all by default.")
def main(portal_url: str, root: Path, learners: int | None) -> None:
    """Let the simulated learners of the demo hand in their notebooks (operator's token in QAMPUS_TOKEN)."""
    choices = read_choices(root)
    people = load_demo().simulated[:learners]
    operator = PortalClient(portal_url, os.environ["QAMPUS_TOKEN"])
    simulation = Simulation(portal_url, operator, choices)
    simulation.wait_for_exercises(tuple(choices), people[0])
    made = 0
    for turn in plan(people, tuple(choices)):
        simulation.wait_for_room()
        if simulation.take(turn):
            made += 1
            click.echo(f"{made}: {turn.person.login} {turn.exercise} attempt {turn.attempt}")
    click.echo("All simulated learners have handed in.")


if __name__ == "__main__":
    main()
