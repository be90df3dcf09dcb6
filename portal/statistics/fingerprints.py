"""Fingerprints of answers by winnowing, and the passages that they stand for.

S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003 (the method
behind MOSS). Every sequence of `GRAM` tokens has a hash; of every `WINDOW` hashes in a row the smallest is kept. Two
answers that share `GRAM + WINDOW - 1` tokens in a row therefore share a fingerprint for certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from portal.statistics.tokens import Token, written_in_single_letters

GRAM, WINDOW = 5, 3
"""Tokens of a sequence, and sequences of which one is kept."""
PROSE_GRAM, LETTER_GRAM = 4, 9
"""Words of a sequence in written answers; letters of one in Japanese."""


@dataclass(frozen=True)
class Prints:
    """Fingerprints, of one answer or of several.

    Attributes:
        normal: with the names that a learner may choose, numbers and texts made the same.
        kept: with all as it was written.
    """

    normal: frozenset[int]
    kept: frozenset[int]

    def without(self, other: Prints) -> Prints:
        """Return what is in this and not in another, such as the starter code."""
        return Prints(self.normal - other.normal, self.kept - other.kept)

    def shared_with(self, other: Prints) -> Prints:
        """Return what is in both."""
        return Prints(self.normal & other.normal, self.kept & other.kept)


@dataclass(frozen=True)
class Passage:
    """A part of an answer that is in another one, too.

    Attributes:
        start: where its first letter stands.
        end: where the letter after its last one stands.
        as_written: with the same names, numbers and texts.
    """

    start: int
    end: int
    as_written: bool


def prints(tokens: Sequence[Token], *, prose: bool = False) -> Prints:
    """Return the fingerprints of an answer.

    Args:
        tokens: the answer.
        prose: a written answer, whose fingerprints are all sequences of words (shingles).
    """
    normal, kept = _placed(tokens, prose=prose)
    return Prints(frozenset(normal), frozenset(kept))


def together(several: Iterable[Prints]) -> Prints:
    """Return what is in any of several."""
    all_of = tuple(several)
    return Prints(
        frozenset().union(*(one.normal for one in all_of)),
        frozenset().union(*(one.kept for one in all_of)),
    )


def passages(
    tokens: Sequence[Token], shared: Prints, *, prose: bool = False
) -> tuple[Passage, ...]:
    """Return the parts of an answer that fingerprints stand for, in their order.

    Args:
        tokens: the answer.
        shared: the fingerprints.
        prose: a written answer.
    """
    length = _gram(tokens, prose=prose)
    normal, kept = _placed(tokens, prose=prose)
    marked: dict[int, bool] = {}
    for found, wanted, as_written in ((normal, shared.normal, False), (kept, shared.kept, True)):
        for place in sorted(place for entry in wanted & found.keys() for place in found[entry]):
            marked.update(dict.fromkeys(range(place, place + length), as_written))
    merged: list[Passage] = []
    before = -2
    for number, as_written in sorted(marked.items()):
        token, last = tokens[number], merged[-1] if merged else None
        if last is not None and before == number - 1 and last.as_written == as_written:
            merged[-1] = Passage(last.start, token.end, as_written)
        else:
            merged.append(Passage(token.start, token.end, as_written))
        before = number
    return tuple(merged)


def _gram(tokens: Sequence[Token], *, prose: bool) -> int:
    if not prose:
        return GRAM
    return LETTER_GRAM if written_in_single_letters(tokens) else PROSE_GRAM


def _placed(
    tokens: Sequence[Token], *, prose: bool
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return the fingerprints of an answer with the tokens at which they begin: names apart, and as written."""
    gram = _gram(tokens, prose=prose)
    kept = _hashes([token.kept for token in tokens], gram)
    if prose:
        all_words = _at(kept, range(len(kept)))
        return all_words, all_words
    normal = _hashes([token.normal for token in tokens], gram)
    return _at(normal, _winnowed(normal)), _at(kept, _winnowed(kept))


def _at(hashes: Sequence[int], places: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for place in places:
        found.setdefault(hashes[place], []).append(place)
    return found


def _winnowed(hashes: Sequence[int]) -> list[int]:
    """Return the places of the smallest of every `WINDOW` hashes in a row; of equal ones the last."""
    if len(hashes) <= WINDOW:
        return [min(range(len(hashes)), key=hashes.__getitem__)] if hashes else []
    return sorted(
        {
            min(range(place + WINDOW - 1, place - 1, -1), key=hashes.__getitem__)
            for place in range(len(hashes) - WINDOW + 1)
        }
    )


def _hashes(words: Sequence[str], gram: int) -> list[int]:
    return [_hash(tuple(words[place : place + gram])) for place in range(len(words) - gram + 1)]


@lru_cache(maxsize=100_000)  # a class writes the same few things again and again
def _hash(words: tuple[str, ...]) -> int:
    text = "\x1f".join(words).encode("utf-8", "replace")
    return int.from_bytes(blake2b(text, digest_size=8).digest())
