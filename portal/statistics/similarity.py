"""How much do answers of a class have in common that neither was given nor is common in the class?

What was given (the released notebook) is taken out. A fingerprint that more than a share of the class has carries no
weight; of the others one that d of n learners have weighs log2(n / d) (inverse document frequency, K. Sparck Jones
1972).

Pure: texts in, figures out. What agrees says nothing about why it agrees.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import fsum, log2

from portal.statistics.fingerprints import Prints, together

COMMON_SHARE, COMMON_AT_LEAST = 0.05, 4
"""What more than this share of the learners have is common and carries no weight; four may always have it."""
PAIRED_UP_TO = 30
"""Pairs are looked for among the learners of fingerprints that at most so many have: never all against all."""
FEWEST = 8
"""Fingerprints of an answer's own, below which agreement says nothing."""
LEAST_SHARE = 0.5
"""Two answers are listed from this share of the smaller one's own part on."""
NEARLY_ALL = 0.9
"""From this share on, as it was written, two are listed even where agreement is usual."""


@dataclass(frozen=True)
class Agreement:
    """What two answers share.

    Attributes:
        one: key of the first answer.
        other: key of the second one.
        share: of the smaller answer's own part the share that is in the other one, names apart: 0 to 1, by weight.
        same_names: the same with names, numbers and texts as they were written.
        score: what the list is ordered by: the weight of what is shared times its share, names apart and as written.
    """

    one: int
    other: int
    share: float
    same_names: float
    score: float

    @property
    def most(self) -> float:
        """The greater of both shares."""
        return max(self.share, self.same_names)


@dataclass(frozen=True)
class Comparison:
    """The answers of a class to one task, compared.

    Attributes:
        answers: how many were compared.
        short: how many of them are too short, or have too little of their own, to say anything.
        agreements: those that are unusual in this class, most unusual first.
        weightless: what was given, and what so many learners have that it says nothing.
    """

    answers: int
    short: int
    agreements: tuple[Agreement, ...]
    weightless: Prints


def compare(answers: Mapping[int, Prints], given: Prints) -> Comparison:
    """Compare the answers of a class to one task; each learner has one.

    Pairs come out of an index of rare fingerprints, so that the time grows with what is shared, not with the square of
    the class. An agreement is unusual if it covers at least `LEAST_SHARE` of the smaller answer's own part and if its
    score is above what the best agreements of the class usually have (upper quartile and one and a half times the
    distance of the quartiles, J. Tukey 1977): where everybody's answer has a twin, a twin says nothing. Two answers
    that are nearly the same as they are written are listed in any case: in a small class one such pair alone moves what
    is usual.

    Args:
        answers: by a key of each.
        given: fingerprints of what was handed out.
    """
    common = max(COMMON_AT_LEAST, int(COMMON_SHARE * len(answers)))
    own = {key: one.without(given) for key, one in answers.items()}
    normal = _Index({key: one.normal for key, one in own.items()}, common)
    kept = _Index({key: one.kept for key, one in own.items()}, common)
    # A construction that everybody has may still be written with names and numbers that nobody else has.
    telling = {key for key in own if max(normal.count(key), kept.count(key)) >= FEWEST}
    found = [
        _agreement(one, other, normal, kept)
        for one, other in sorted(normal.candidates(telling) | kept.candidates(telling))
    ]
    best: dict[int, float] = dict.fromkeys(telling, 0.0)
    for agreement in found:
        for key in (agreement.one, agreement.other):
            best[key] = max(best[key], agreement.score)
    usual = _fence(list(best.values()))
    listed = [
        agreement
        for agreement in found
        if agreement.most >= LEAST_SHARE
        and (agreement.score > usual or _nearly_the_same(agreement, kept))
    ]
    listed.sort(key=lambda entry: (-entry.score, entry.one, entry.other))
    return Comparison(
        len(answers),
        len(answers) - len(telling),
        tuple(listed),
        together([given, Prints(normal.common, kept.common)]),
    )


class _Index:
    """The fingerprints of a class: who has each, and what it weighs."""

    def __init__(self, sets: Mapping[int, frozenset[int]], common: int) -> None:
        counts = Counter(entry for one in sets.values() for entry in one)
        self.common = frozenset(entry for entry, count in counts.items() if count > common)
        self._weights = {
            entry: log2(len(sets) / count) for entry, count in counts.items() if count <= common
        }
        self._sets = {key: one - self.common for key, one in sets.items()}
        self._totals = {key: self._weight(one) for key, one in self._sets.items()}
        self._rare = {entry for entry in self._weights if 2 <= counts[entry] <= PAIRED_UP_TO}

    def count(self, key: int) -> int:
        """Return how many fingerprints with weight an answer has."""
        return len(self._sets[key])

    def candidates(self, keys: Iterable[int]) -> set[tuple[int, int]]:
        """Return the pairs of some answers that share a rare fingerprint."""
        holders: dict[int, list[int]] = {}
        for key in sorted(keys):
            for entry in self._sets[key] & self._rare:
                holders.setdefault(entry, []).append(key)
        return {pair for some in holders.values() for pair in combinations(some, 2)}

    def shared(self, one: int, other: int) -> tuple[float, float]:
        """Return the weight of what is in both, and its share of the smaller one's."""
        weight = self._weight(self._sets[one] & self._sets[other])
        smaller = min(self._totals[one], self._totals[other])
        return weight, weight / smaller if smaller else 0.0

    def _weight(self, entries: Iterable[int]) -> float:
        # the same on every run, in whatever order they come
        return fsum(map(self._weights.__getitem__, entries))


def _agreement(one: int, other: int, normal: _Index, kept: _Index) -> Agreement:
    weight, share = normal.shared(one, other)
    written_weight, written_share = kept.shared(one, other)
    score = weight * share + written_weight * written_share
    return Agreement(one, other, share, written_share, score)


def _nearly_the_same(agreement: Agreement, kept: _Index) -> bool:
    enough = min(kept.count(agreement.one), kept.count(agreement.other)) >= FEWEST
    return enough and agreement.same_names >= NEARLY_ALL


def _fence(best: list[float]) -> float:
    """Return the score above which the best agreement of an answer is unusual; 0 for a class too small to say."""
    if len(best) < 2 * COMMON_AT_LEAST:
        return 0.0
    low, _, high = statistics.quantiles(best, n=4)
    return high + 1.5 * (high - low)
