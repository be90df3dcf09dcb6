"""Which answers have unusually much in common."""

from __future__ import annotations

import random
import re

from portal.statistics.fingerprints import Prints, passages, prints, together
from portal.statistics.similarity import Comparison, compare
from portal.statistics.tokens import code_tokens, prose_tokens

NAMES = frozenset({"QuantumCircuit", "np", "prepare"})
STARTER = '''def prepare(n: int) -> QuantumCircuit:
    """Prepare it."""
    # YOUR CODE HERE
    raise NotImplementedError()
'''
HELPER = """def helper(values, limit):
    found = []
    for value in values:
        if abs(value) > limit and value not in found:
            found.append(value * np.conj(value) / (1 + limit))
    return np.array(found, dtype=complex).reshape(-1, 1) @ np.eye(1)
"""
NOTHING = Prints(frozenset(), frozenset())


OWN_NAMES = (
    "alpha",
    "beta",
    "gamma",
    "delta",
    "eta",
    "theta",
    "kappa",
    "mu",
    "nu",
    "rho",
    "sigma",
    "tau",
)
FUNCTIONS = (
    "sqrt",
    "exp",
    "cos",
    "sin",
    "abs",
    "sum",
    "prod",
    "kron",
    "conj",
    "angle",
    "outer",
    "trace",
)


def own_answer(seed: int) -> str:
    """Return an answer that was written alone."""
    chance = random.Random(seed)
    names = chance.sample(OWN_NAMES, 6)

    def term(depth: int) -> str:
        if not depth or chance.random() < 0.15:
            return chance.choice([*names, str(chance.randrange(90))])
        one, other = term(depth - 1), term(depth - 1)
        sign = chance.choice(["+", "-", "*", "/", "@", "%", "<", "==", "or", "and"])
        function = chance.choice(FUNCTIONS)
        return chance.choice(
            [
                f"({one} {sign} {other})",
                f"np.{function}({one}, {other})",
                f"{one}[{other}]",
                f"-{one}",
            ]
        )

    lines = []
    for _ in range(10):
        name = chance.choice(names)
        lines.append(
            chance.choice(
                [
                    f"{name} = {term(3)}",
                    f"{name} {chance.choice(['-=', '+=', '*='])} {term(3)}",
                    f"if {term(2)}: {name} = {term(2)}",
                    f"for {name} in {term(2)}: {name}.append({term(2)})",
                ]
            )
        )
    body = "\n".join(f"    {line}" for line in lines)
    return f"def prepare(n: int) -> QuantumCircuit:\n{body}\n    return {names[0]}\n"


def renamed(code: str) -> str:
    """Return an answer with other names, comments and layout."""
    for number, name in enumerate(OWN_NAMES):
        code = re.sub(rf"\b{name}\b", f"v{number}", code)
    return '"""Mine."""\n' + code.replace("\n    ", "  # so\n\n        ")


def fingerprints(code: str) -> Prints:
    return prints(code_tokens(code, NAMES))


def compared(answers: list[str], given: str = STARTER) -> Comparison:
    found = {number: fingerprints(answer) for number, answer in enumerate(answers)}
    return compare(found, fingerprints(given))


def listed(comparison: Comparison) -> set[tuple[int, int]]:
    return {(found.one, found.other) for found in comparison.agreements}


CLASS = [own_answer(seed) for seed in range(40)]


def test_answers_written_alone_are_not_listed() -> None:
    assert listed(compared(CLASS)) == set()


def test_a_renamed_copy_is_found() -> None:
    comparison = compared([*CLASS, renamed(CLASS[7])])
    assert listed(comparison) == {(7, 40)}
    (found,) = comparison.agreements
    assert found.share > 0.9
    assert found.same_names < 0.2
    assert found.most == found.share


def test_a_copy_as_written_stands_before_a_renamed_one() -> None:
    comparison = compared([*CLASS, renamed(CLASS[7]), CLASS[3]])
    assert [(one.one, one.other) for one in comparison.agreements] == [(3, 41), (7, 40)]


def test_a_copy_is_found_in_a_class_too_small_for_what_is_usual() -> None:
    assert listed(compared([CLASS[0], CLASS[1], CLASS[0]])) == {(0, 2)}


def test_where_everybodys_answer_has_a_twin_a_twin_says_nothing() -> None:
    assert listed(compared([*CLASS, *map(renamed, CLASS)])) == set()


def test_short_answers_are_not_listed_however_alike() -> None:
    short = "def prepare(n):\n    return QuantumCircuit(n)\n"
    comparison = compared([*CLASS, short, short])
    assert listed(comparison) == set()
    assert comparison.short == 2


def test_starter_code_does_not_count() -> None:
    # what is given is the whole of what these two have in common
    ones = [f"{HELPER}{CLASS[0]}", f"{HELPER}{CLASS[1]}", *CLASS[2:]]
    assert listed(compared(ones, STARTER + HELPER)) == set()
    assert compared([STARTER] * 5).short == 5


def test_a_part_of_an_answer_that_few_have_counts() -> None:
    ones = [HELPER + CLASS[0][:200], HELPER + CLASS[1][:200], *CLASS[2:]]
    assert listed(compared(ones)) == {(0, 1)}


def test_what_many_have_does_not_count() -> None:
    ones = [HELPER + answer if number < 9 else answer for number, answer in enumerate(CLASS)]
    comparison = compared(ones)
    assert listed(comparison) == set()
    assert fingerprints(HELPER).kept & comparison.weightless.kept


def test_the_order_of_answers_changes_nothing() -> None:
    ones = {number: fingerprints(text) for number, text in enumerate([*CLASS, CLASS[3], CLASS[9]])}
    backwards = dict(reversed(list(ones.items())))
    assert compare(ones, NOTHING) == compare(backwards, NOTHING)


def test_two_written_answers() -> None:
    words = (
        "Whatever Alice does on her side the reduced state of Bob remains maximally mixed, so that "
        "none of his measurements can tell him which basis she chose before a classical message comes."
    )
    others = [" ".join(random.Random(seed).sample(words.split(), 20)) for seed in range(12)]
    answers = [*others, words, words.replace("Whatever", "So whatever")]
    found = {n: prints(prose_tokens(one), prose=True) for n, one in enumerate(answers)}
    assert listed(compare(found, NOTHING)) == {(12, 13)}
    given = prints(prose_tokens(words), prose=True)
    assert listed(compare(found, given)) == set()


def test_nothing_handed_in_is_nothing_to_say() -> None:
    assert compared([]).agreements == ()


def test_passages_are_where_the_shared_fingerprints_are() -> None:
    one, other = STARTER[:39] + HELPER, renamed(HELPER.replace("values", "alpha")) + CLASS[0]
    shared = fingerprints(one).shared_with(fingerprints(other)).without(fingerprints(STARTER))
    tokens = code_tokens(one, NAMES)
    found = passages(tokens, shared)
    assert [(passage.start, passage.end) for passage in found] == sorted(
        (passage.start, passage.end) for passage in found
    )
    marked = "".join(one[passage.start : passage.end] for passage in found)
    assert "found.append(value * np.conj(value)" in marked
    assert "prepare" not in marked
    kinds = {passage.as_written: one[passage.start : passage.end] for passage in found}
    assert "values" in kinds[False]
    assert passages(tokens, NOTHING) == ()


def test_fingerprints_of_several_answers_together() -> None:
    one, other = fingerprints(CLASS[0]), fingerprints(CLASS[1])
    assert together([one, other]).normal == one.normal | other.normal
    assert together([]) == NOTHING
