"""A test is taken as known only if it passed with the very same content."""

from types import SimpleNamespace

import pytest

from tests import known_good
from tests.known_good import unless_known


def asking(*, fresh=False):
    return SimpleNamespace(config=SimpleNamespace(getoption=lambda _name: fresh))


@pytest.fixture
def text(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(known_good, "ROOT", tmp_path)
    (tmp_path / "requirements-test.txt").write_text("qiskit==2.6.2")
    (tmp_path / "exercise").mkdir()
    path = tmp_path / "exercise" / "exercise.py"
    path.write_text("one")
    return path


def tried(text, *, name="plays", fresh=False):
    with unless_known(asking(fresh=fresh), name, [text.parent]) as unknown:
        return unknown


def test_what_passed_is_known(text):
    assert [tried(text), tried(text)] == [True, False]


def test_what_failed_is_tried_again(text):
    with (
        pytest.raises(AssertionError),
        unless_known(asking(), "plays", [text.parent]) as unknown,
    ):
        assert not unknown
    assert [tried(text), tried(text)] == [True, False]


@pytest.mark.parametrize("change", ["text", "new file", "packages", "name"])
def test_anything_that_changes_is_tried_again(text, change):
    tried(text)
    if change == "text":
        text.write_text("two")
    elif change == "new file":
        (text.parent / "wrong").mkdir()
        (text.parent / "wrong" / "x.py").touch()
    elif change == "packages":
        (text.parents[1] / "requirements-test.txt").write_text("qiskit==2.6.3")
    assert tried(text, name="else" if change == "name" else "plays")


def test_fresh_tries_everything(text):
    assert [tried(text), tried(text, fresh=True)] == [True, True]
