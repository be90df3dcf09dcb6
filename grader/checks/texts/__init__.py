"""All that verdicts say, in every language: one file a topic, the languages of one sentence beside each other."""

from __future__ import annotations

from collections.abc import Mapping

from grader.checks.texts import (
    budgets,
    channels,
    densities,
    energies,
    families,
    grading,
    isometries,
    kinds,
    oracles,
    outcomes,
    states,
    unitaries,
    values,
    vectors,
    words,
)
from grader.checks.texts.wording import Titles, Wordings

LANGUAGES = ("en", "ja", "ko")

HIDDEN: Mapping[str, str] = {
    "en": "A check that is not shown failed: {title}.",
    "ja": "公開されていない確認に合格しませんでした:{title}。",
    "ko": "공개되지 않은 확인을 통과하지 못했습니다: {title}.",
}
"""Language -> sentence around the title."""

IN_CALL: Mapping[str, str] = {"en": "For {call}: ", "ja": "{call} の場合:", "ko": "{call}의 경우: "}
"""Language -> what stands before a sentence when a function was called: it names the call."""

AT: Mapping[str, str] = {"en": "At {where}: ", "ja": "{where} の位置:", "ko": "{where} 위치: "}
"""Language -> what stands before a sentence when an entry of a list or dict differs: it names the entry."""

_TOPICS = (
    kinds,
    states,
    unitaries,
    isometries,
    outcomes,
    values,
    budgets,
    channels,
    densities,
    energies,
    families,
    vectors,
    words,
    oracles,
    grading,
)

TITLES: Titles = {code: title for topic in _TOPICS for code, title in topic.TITLES.items()}
WORDINGS: Wordings = {key: words for topic in _TOPICS for key, words in topic.WORDINGS.items()}
