"""The portal knows a few words for every code that a verdict can have."""

from __future__ import annotations

from grader.checks.texts import WORDINGS
from portal.diagnosis import WORDS, in_words


def test_every_code_has_words():
    codes = {key.partition(".")[0] for key in WORDINGS} - {"unknown"}
    assert codes - WORDS.keys() == set()


def test_a_code_without_words_stands_for_itself():
    assert in_words("brand_new") == "brand_new"
