"""Answers as sequences of tokens that can be compared: code without layout and comments, prose as words.

The text is a stranger's and may be half-written: it is cut by one regular expression, never parsed into a tree and
never run. So the same tokens come out under every version of Python.
"""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST = 20_000
"""Letters that are read of one answer."""

_KEPT_NAMES = frozenset(keyword.kwlist) | frozenset(dir(builtins))
_PIECE = re.compile(
    r"""
    (?P<comment>\#[^\n]*|\\\n)
    |(?P<string>[rRbBuUfF]{0,2}(?:
        \"\"\"(?:[^\\]|\\.)*?(?:\"\"\"|\Z)|'''(?:[^\\]|\\.)*?(?:'''|\Z)
        |"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?))
    |(?P<name>[^\W\d]\w*)
    |(?P<number>\.?\d(?:[eE][+-]\d|[\w.])*)
    |(?P<line>\n)
    |(?P<sign>\*\*=?|//=?|->|:=|[-+*/%@&|^=!<>]=|[^\s\w])
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_KANA_OR_HAN = r"\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_KANA_OR_HAN}]|[^\W{_KANA_OR_HAN}]+")
_SINGLE = re.compile(rf"[{_KANA_OR_HAN}]")


@dataclass(frozen=True, slots=True)
class Token:
    """One token of an answer.

    Attributes:
        kept: as it was written.
        normal: the same for all names that a learner may choose, for all numbers and for all texts.
        start: where its first letter stands in the answer.
        end: where the letter after its last one stands.
    """

    kept: str
    normal: str
    start: int
    end: int


def code_tokens(code: str, known: Iterable[str] = ()) -> tuple[Token, ...]:
    """Return the tokens of an answer in Python.

    Keywords, names of Python itself, names after a dot and those in `known` stay as they are in the normal form too:
    they say what is done and are not the learner's choice. Docstrings, comments and layout are left out.

    Args:
        code: the answer; no more than `LONGEST` letters of it are read.
        known: further names that are given, such as those that the notebook imports.
    """
    kept_names = _KEPT_NAMES.union(known)
    tokens: list[Token] = []
    begins_statement, dotted = True, False
    for kind, text, start in _pieces(code):
        if kind == "line":
            begins_statement = True
            continue
        if kind == "string" and begins_statement:
            continue  # a docstring or a text that nobody uses
        begins_statement = False
        normal = text
        if kind == "name" and not dotted and text not in kept_names:
            normal = "name"
        elif kind in {"number", "string"}:
            normal = kind
        dotted = text == "."
        tokens.append(Token(text, normal, start, start + len(text)))
    return tuple(tokens)


def prose_tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a written answer; of Japanese, which has no spaces, the single letters."""
    found = []
    for match in _WORD.finditer(text[:LONGEST]):
        word = unicodedata.normalize("NFKC", match[0]).casefold()
        found.append(Token(word, word, match.start(), match.end()))
    return tuple(found)


def written_in_single_letters(tokens: Iterable[Token]) -> bool:
    """Say whether a written answer consists for the most part of single letters, as Japanese does."""
    single = [bool(_SINGLE.fullmatch(token.kept)) for token in tokens]
    return 2 * sum(single) > len(single)


def defined_names(code: str) -> frozenset[str]:
    """Return the names that given code imports or defines as functions and classes."""
    found: set[str] = set()
    importing, before = False, ""
    for kind, text, _ in _pieces(code):
        if kind == "line" or text in {"import", "from"}:
            importing = text == "import"
        elif kind == "name" and text != "as" and (importing or before in {"def", "class"}):
            found.add(text)
        before = text
    return frozenset(found)


def _pieces(code: str) -> Iterator[tuple[str, str, int]]:
    """Give kind, text and place of all that stands in some code, without comments and lines that go on."""
    depth = 0
    for match in _PIECE.finditer(code[:LONGEST]):
        kind, text = str(match.lastgroup), match[0]
        if kind == "sign":
            depth += (text in _OPENING) - (text in _CLOSING)
        if kind == "comment" or (kind == "line" and depth > 0):
            continue
        yield kind, text, match.start()
