"""No attack of the corpus gets more than it deserves, and what it solved counts."""

from __future__ import annotations

import pytest

from grader.audit.attack import FOLDER, SUFFIX, read_attacks

NAMES = sorted(path.name.removesuffix(SUFFIX) for path in FOLDER.glob(f"*{SUFFIX}"))


def test_corpus_is_there():
    assert len(NAMES) >= 50


@pytest.mark.parametrize(
    "name",
    [
        # bombs share one worker, so that they meet each other's leftovers and not all the machine's cores
        pytest.param(
            name,
            marks=pytest.mark.xdist_group("bombs" if name.startswith("bomb") else "attacks"),
        )
        for name in NAMES
    ],
)
def test_an_attack_wins_nothing(place, name):
    (attack,) = read_attacks((name,))
    result = place.attack(attack)
    assert result.won == {}
    assert result.lost == {}
    wrong = {
        task: result.codes.get(task)
        for task, codes in attack.codes.items()
        if result.codes.get(task) not in codes
    }
    assert wrong == {}
