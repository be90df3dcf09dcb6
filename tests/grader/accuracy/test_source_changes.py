"""Rewrites of a text keep what it computes; mutants of it do not."""

from __future__ import annotations

import numpy as np
import pytest

from grader.accuracy.source_mutants import source_mutants
from grader.accuracy.source_rewrites import source_rewrites
from grader.accuracy.value_changes import MUTANTS, REWRITES

TEXT = '''
def total(numbers, limit=3):
    """Add up the small ones."""
    found = 0
    for k in range(len(numbers)):
        if numbers[k] < limit and not numbers[k] < 0:
            found += 2 * numbers[k]
        else:
            found -= 1
    return found if found > 0 else [n for n in numbers]
'''
INPUTS = [([1, 2, 5],), ([0, 3, -1],), ([7, 8],), ([2, 2, 1], 2), ([],)]


def results(text):
    space = {}
    exec(text, space)
    return [space["total"](*arguments) for arguments in INPUTS]


@pytest.mark.parametrize(("name", "text"), source_rewrites(TEXT))
def test_a_rewrite_computes_the_same(name, text):
    assert results(text) == results(TEXT), name


def test_many_rewrites_apply():
    assert len(source_rewrites(TEXT)) >= 9


def test_mutants_are_many_and_different():
    mutants = source_mutants(TEXT)
    assert len({text for _, text in mutants}) == len(mutants) > 25
    changed = 0
    for _, text in mutants:
        try:
            changed += results(text) != results(TEXT)
        except (TypeError, LookupError, NameError, ValueError, ArithmeticError):
            changed += 1
    assert changed > 0.8 * len(mutants)


@pytest.mark.parametrize("said", ["range one shorter", "range one longer", "Lt to LtE"])
def test_the_faults_of_beginners_are_among_them(said):
    assert any(said in name for name, _ in source_mutants(TEXT))


def test_angles_and_rotations_are_changed():
    text = "def f(circuit, t):\n    circuit.ry(np.sin(t), 0)\n    circuit.cx(0, 1)"
    names = " ".join(name for name, _ in source_mutants(text))
    for said in ("angle doubled", "sin to cos", "ry to rx", "arguments exchanged", "cx to cz"):
        assert said in names


@pytest.mark.parametrize(
    "value", [2.5, [1.0, 2.0], (1 + 2j, 3.0), np.array([[1.0, 2j], [3.0, 4.0]]), {"0": 0.5}]
)
def test_other_forms_of_a_value_are_equal_to_it(value):
    for name, rewrite in REWRITES.items():
        made = rewrite(value, np.random.default_rng(0))
        if made is not None and not isinstance(value, dict):
            assert np.allclose(np.asarray(made), np.asarray(value)), name


def test_mutants_of_mixed_lists_keep_what_is_no_number():
    made = MUTANTS["all numbers negated"](["x", 1.0, None], np.random.default_rng(0))
    assert made == ["x", -1.0, None]
