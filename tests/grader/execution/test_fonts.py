from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from grader.execution.fonts import font_list

FOUND = 'fontlist-v1.json\n{"fonts": ["one"]}\n'


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "qampus"


class Inside:
    """Counts how often a program was run."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, program: str) -> str:
        assert "matplotlib" in program
        self.runs += 1
        return FOUND


def test_fonts_are_looked_for_once(cache: Path):
    inside = Inside()
    for _ in range(2):
        name, fonts = font_list(inside)
        assert (name, json.loads(fonts)) == ("fontlist-v1.json", {"fonts": ["one"]})
    assert inside.runs == 1
    assert len(list(cache.iterdir())) == 1


def test_another_matplotlib_looks_anew(cache: Path, monkeypatch: pytest.MonkeyPatch):
    inside = Inside()
    font_list(inside)
    monkeypatch.setattr("grader.execution.fonts.version", lambda _name: "99")
    font_list(inside)
    assert inside.runs == 2


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"fontlist-v1.json\n{", b"../x\n{}"])
def test_a_spoilt_list_is_made_anew(cache: Path, spoilt: bytes):
    inside = Inside()
    font_list(inside)
    [kept] = cache.iterdir()
    kept.write_bytes(spoilt)
    assert font_list(inside)[0] == "fontlist-v1.json"
    assert inside.runs == 2
    assert kept.read_text() == FOUND


def test_without_a_place_to_keep_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "file"))
    assert font_list(Inside())[0] == "fontlist-v1.json"
