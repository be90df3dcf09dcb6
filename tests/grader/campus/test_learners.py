"""Simulated learners: ability decides, nothing is made up, the same every time."""

from __future__ import annotations

from statistics import fmean

import pytest

from grader.campus.learners import AnswerChoices, SimulatedLearner, fill, solving_probability
from grader.campus.roster import load_demo
from grader.campus.simulation import plan

TASKS = tuple(
    AnswerChoices(f"t{n}", f"t{n}_answer", (f"right {n}",), (f"wrong {n}",)) for n in range(8)
)


def solved(learner: SimulatedLearner, attempt: int = 1) -> set[str]:
    answers = learner.answers("exercise", TASKS, attempt)
    return {cell for cell, source in answers.items() if source.startswith("right")}


def test_the_able_solve_more_than_the_less_able():
    able = fmean(len(solved(SimulatedLearner(f"a{n}", 2.0))) for n in range(200))
    less = fmean(len(solved(SimulatedLearner(f"a{n}", -1.0))) for n in range(200))
    assert able > less + 2


def test_the_share_of_solvers_is_the_rasch_probability():
    ability, trials = 0.5, 4000
    share = fmean("t7_answer" in solved(SimulatedLearner(f"r{n}", ability)) for n in range(trials))
    expected = solving_probability(ability, 1.5)
    assert abs(share - expected) < 4 * (expected * (1 - expected) / trials) ** 0.5


def test_first_tasks_are_easier_than_last_ones():
    learners = [SimulatedLearner(f"e{n}", 0.0) for n in range(400)]
    first = sum("t0_answer" in solved(learner) for learner in learners)
    last = sum("t7_answer" in solved(learner) for learner in learners)
    assert first > last + 100


def test_a_second_attempt_keeps_what_was_right():
    for number in range(100):
        learner = SimulatedLearner(f"k{number}", 0.0)
        assert solved(learner, 1) <= solved(learner, 2)


def test_the_same_learner_does_the_same_again():
    again = [SimulatedLearner.of("simulated-snu-01").answers("x", TASKS, 1) for _ in range(2)]
    assert again[0] == again[1]


def notebook():
    return {
        "cells": [
            {"source": "prose", "metadata": {}},
            {
                "source": "stub",
                "metadata": {"nbgrader": {"grade_id": "t_answer", "solution": True}},
            },
            {"source": "check", "metadata": {"nbgrader": {"grade_id": "t", "solution": False}}},
        ]
    }


def test_only_answer_cells_are_filled():
    before = notebook()
    filled = fill(before, {"t_answer": "mine"})
    assert [cell["source"] for cell in filled["cells"]] == ["prose", "mine", "check"]
    assert before == notebook()


@pytest.mark.parametrize("cell", ["t", "unknown"])
def test_a_check_cell_or_an_unknown_one_is_refused(cell):
    with pytest.raises(KeyError, match=cell):
        fill(notebook(), {cell: "mine"})


def test_the_demo_has_five_universities_and_at_least_sixty_learners():
    demo = load_demo()
    assert len(demo.institutions) == 5
    assert len(demo.simulated) >= 60
    assert len({person.login for person in demo.people}) == len(demo.people)


def test_everybody_hands_in_the_first_exercise_and_second_attempts_come_later():
    people = load_demo().simulated
    turns = list(plan(people, ("one", "two", "three")))
    first = [turn for turn in turns if turn.exercise == "one"]
    assert {turn.person.login for turn in first} == {person.login for person in people}
    assert turns == list(plan(people, ("one", "two", "three")))
    seen = set()
    for turn in turns:
        if turn.attempt == 2:
            assert (turn.person.login, turn.exercise) in seen
        seen.add((turn.person.login, turn.exercise))
    assert any(turn.attempt == 2 for turn in turns)
    assert len([turn for turn in turns if turn.exercise == "three"]) < len(first)
