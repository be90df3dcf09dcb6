"""Text of a verdict in the learner's language, made from its code and parameters."""

from __future__ import annotations

from collections.abc import Mapping

from grader.checks.texts import AT, HIDDEN, IN_CALL, LANGUAGES, TITLES, WORDINGS


def rationale(code: str, parameters: Mapping[str, object], language: str) -> str:
    """Return one sentence or two that say what differs.

    Args:
        code: a code of a verdict; an unknown one gives a general sentence with the code in it.
        parameters: values for the template; `case` chooses a more specific wording, `call` names the
            call of a function and `where` the entry of a list in which the difference showed. Missing
            ones are shown as "?": a verdict never fails for want of a number.
        language: `en`, `ja` or `ko`; any other gives English.
    """
    language = _known(language)
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
    language = _known(language)
    title = TITLES.get(code, TITLES["unknown"])[language]
    return HIDDEN[language].format(title=title)


def hint(code: str, language: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return one sentence that says what to try next; empty where there is nothing to try.

    Args:
        code: a code of a verdict.
        language: `en`, `ja` or `ko`; any other gives English.
        parameters: those of the verdict; `case` chooses a more specific hint.
    """
    return _entry(code, parameters or {}, _known(language))[1]


def _known(language: str) -> str:
    return language if language in LANGUAGES else "en"


def _entry(code: str, parameters: Mapping[str, object], language: str) -> tuple[str, str]:
    for key in (f"{code}.{parameters.get('case', '')}", code):
        if key in WORDINGS:
            return WORDINGS[key][language]
    return WORDINGS["unknown"][language]


class _Values(dict[str, object]):
    """Parameters of a template; what is missing is shown as a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"
