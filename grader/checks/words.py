"""Check of words: lists of gate names over an alphabet."""

from __future__ import annotations

from collections.abc import Iterable

from grader.checks.reading.data import TargetError, is_a, type_name, unreadable_type
from grader.checks.values import value_text
from grader.checks.verdict import Difference, Parameter, fail

_CHECK = "assert_word"


def assert_word(actual: object, alphabet: Iterable[str], *, longest: int | None = None) -> None:
    """Check that an answer is a word over an alphabet: a list of names such as ["h", "s", "h"], none of them foreign.

    Args:
        actual: your answer: a list or tuple of names, or a text, which is a word of single letters.
        alphabet: the names that are allowed: a list, a set, or a text of single letters.
        longest: largest number of letters, if there is one.

    Raises:
        CheckFailed: `foreign_letter` (the first one and where), `word_too_long`, `wrong_type`.
        TargetError: the alphabet is empty.

    Example:
        >>> assert_word(["h", "s", "s", "h"], "hs", longest=8)
    """
    allowed = set(alphabet)
    if not allowed:
        raise TargetError(_CHECK, "expected at least one letter, got an empty alphabet")
    if is_a(actual, str):
        letters = list(str.__str__(actual))
    elif is_a(actual, list):
        letters = list(list.__iter__(actual))  # type: ignore[arg-type]
    elif is_a(actual, tuple):
        letters = list(tuple.__iter__(actual))  # type: ignore[arg-type]
    else:
        fail(_CHECK, unreadable_type(actual, "list").difference)
    for position, letter in enumerate(letters):
        if not is_a(letter, str):
            got = type_name(letter)
            told = Difference("wrong_type", {"case": "letter", "got": got, "position": position})
            fail(_CHECK, told)
        name = str.__str__(letter)
        if name not in allowed:
            parameters: dict[str, Parameter] = {"letter": value_text(name), "position": position}
            fail(_CHECK, Difference("foreign_letter", parameters))
    if longest is not None and len(letters) > longest:
        fail(
            _CHECK,
            Difference("word_too_long", {"got": len(letters), "extra": len(letters) - longest}),
        )
