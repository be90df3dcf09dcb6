"""Text of a verdict in the learner's language, made from its code and parameters."""

from __future__ import annotations

from collections.abc import Mapping

from grader.checks import texts_en, texts_ja, texts_ko
from grader.checks.titles import HIDDEN, TITLES

TEXTS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": texts_en.TEXTS,
    "ja": texts_ja.TEXTS,
    "ko": texts_ko.TEXTS,
}
"""Language -> key -> (rationale template, hint). A key is a code, or `code.case` for a more specific wording."""

IN_CALL = {"en": texts_en.IN_CALL, "ja": texts_ja.IN_CALL, "ko": texts_ko.IN_CALL}
"""Language -> what stands before the rationale when a function was called: it names the call."""

AT = {"en": texts_en.AT, "ja": texts_ja.AT, "ko": texts_ko.AT}
"""Language -> what stands before the rationale when an entry of a list or dict differs: it names the entry."""


def rationale(code: str, parameters: Mapping[str, object], language: str) -> str:
    """Return one sentence or two that say what differs.

    Args:
        code: a code of a verdict; an unknown one gives a general sentence with the code in it.
        parameters: values for the template; `case` chooses a more specific wording, `call` names the
            call of a function and `where` the entry of a list in which the difference showed. Missing
            ones are shown as "?": a verdict never fails for want of a number.
        language: `en`, `ja` or `ko`; any other gives English.
    """
    language = language if language in TEXTS else "en"
    template, _ = _entry(code, parameters, language)
    values = _Values({"code": code, **parameters})
    text = template.format_map(values)
    if "where" in parameters:
        text = AT[language].format_map(values) + text
    return IN_CALL[language].format_map(values) + text if "call" in parameters else text


def hidden_rationale(code: str, language: str) -> str:
    """Return one sentence about a check that the learner cannot see: what kind of difference it found, no number.

    Args:
        code: a code of a verdict; an unknown one gives a general sentence.
        language: `en`, `ja` or `ko`; any other gives English.
    """
    language = language if language in TITLES else "en"
    titles = TITLES[language]
    return HIDDEN[language].format(title=titles.get(code, titles["unknown"]))


def hint(code: str, language: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return one sentence that says what to try next; empty where there is nothing to try.

    Args:
        code: a code of a verdict.
        language: `en`, `ja` or `ko`; any other gives English.
        parameters: those of the verdict; `case` chooses a more specific hint.
    """
    language = language if language in TEXTS else "en"
    return _entry(code, parameters or {}, language)[1]


def _entry(code: str, parameters: Mapping[str, object], language: str) -> tuple[str, str]:
    texts = TEXTS[language]
    for key in (f"{code}.{parameters.get('case', '')}", code):
        if key in texts:
            return texts[key]
    return texts["unknown"]


class _Values(dict[str, object]):
    """Parameters of a template; what is missing is shown as a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"
