import copy
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks import TargetError, assert_implements, instances
from grader.checks.instances import PUBLIC, use_seed


@pytest.fixture(autouse=True)
def _public_afterwards():
    yield
    use_seed(PUBLIC)


def numbers(task, seed=PUBLIC):
    use_seed(seed)
    return instances(task).integers(1 << 62, size=4).tolist()


@given(st.text(max_size=70), st.text(min_size=1, max_size=20), st.text(max_size=70))
def test_the_same_seed_and_task_give_the_same_instances_and_any_other_does_not(seed, task, other):
    try:
        assert numbers(task, seed) == numbers(task, seed)
        assert (numbers(task, seed) == numbers(task, other)) == (seed == other)
        assert numbers(task, seed) != numbers(task + "x", seed)
    finally:
        use_seed(PUBLIC)


def test_public_instances_are_what_they_were():
    assert numbers("bell_pair") == [
        145456202229506422,
        3859791554570867464,
        2847416905439163088,
        666561783663374404,
    ]


def test_the_generator_does_not_go_to_an_answer():
    with pytest.raises(TypeError, match="expected a seed"):
        assert_implements(lambda generator: generator.random(), [((instances("t"),), 0.5)])
    with pytest.raises(TypeError):
        copy.deepcopy([instances("t")])


def test_cases_may_be_drawn_one_by_one():
    generator = instances("sums")
    drawn = []

    def cases():
        while True:
            values = generator.integers(9, size=3).tolist()
            drawn.append(values)
            yield (values,), sum(values)

    calls = iter(range(100))

    def wrong_at_last(values):
        return sum(values) + (next(calls) == 3)

    with pytest.raises(AssertionError):
        assert_implements(wrong_at_last, cases())
    assert len(drawn) == 4


@pytest.mark.parametrize("task", ["", None, 3, "x" * 201])
def test_a_task_is_a_text(task):
    with pytest.raises(TargetError):
        instances(task)


def test_it_is_a_generator_as_any_other():
    generator = instances("t")
    assert isinstance(generator, np.random.Generator)
    assert partial(generator.choice, [1, 2, 3])() in (1, 2, 3)
