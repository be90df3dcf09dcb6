from __future__ import annotations

from functools import partial

import pytest

from grader.service.chores import Chores


def test_the_oldest_is_done_first_and_each_once():
    chores, done = Chores(), []
    for name in ("a", "b", "c"):
        chores.add((name,), partial(done.append, name))
    assert [chores.do_one() for _ in range(4)] == [True, True, True, False]
    assert done == ["a", "b", "c"]


def test_what_is_needed_now_comes_first_and_not_again():
    chores, done = Chores(), []
    for name in ("a", "b"):
        chores.add(("install", name), partial(done.append, name))
    chores.do_now(("install", "b"))
    chores.do_now(("install", "unknown"))
    while chores.do_one():
        pass
    assert done == ["b", "a"]


def test_what_is_noted_again_is_done_once_as_it_was_noted_last():
    chores, done = Chores(), []
    chores.add(("a",), partial(done.append, "old"))
    chores.add(("b",), partial(done.append, "b"))
    chores.add(("a",), partial(done.append, "new"))
    while chores.do_one():
        pass
    assert done == ["new", "b"]


def test_what_raises_is_told_and_not_done_again():
    chores = Chores()
    chores.add(("a",), partial(int, "x"))
    with pytest.raises(ValueError):
        chores.do_one()
    assert not chores.do_one()
