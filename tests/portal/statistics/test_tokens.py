"""Answers as tokens: what a learner chooses is told apart from what is done."""

from __future__ import annotations

from portal.statistics.tokens import (
    LONGEST,
    code_tokens,
    defined_names,
    prose_tokens,
    written_in_single_letters,
)


def normal(code: str, *known: str) -> list[str]:
    return [token.normal for token in code_tokens(code, known)]


def test_names_numbers_and_texts_are_the_same_in_the_normal_form_alone() -> None:
    assert normal("total = 3 * rate") == normal("x = 12.5e-3 * y")
    assert [token.kept for token in code_tokens("x = 2e-3")] == ["x", "=", "2e-3"]
    assert normal("f('a', f\"{b}\")") == normal("g(r'cde', 'f')")


def test_what_is_done_stays() -> None:
    assert normal("qc.h(0)") != normal("qc.x(0)")
    assert normal("for i in range(n): pass") != normal("for i in list(n): pass")
    assert normal("a = QuantumCircuit(2)", "QuantumCircuit") != normal(
        "a = other(2)", "QuantumCircuit"
    )


def test_layout_comments_and_docstrings_are_left_out() -> None:
    plain = "def f(a):\n    return g(a,\n        'kept')\n"
    told = 'def f(a):  # first\n    """Say\n    it."""\n\n    # second\n    return g(a, "kept")'
    assert normal(plain) == normal(told)
    assert "string" in normal(plain)


def test_an_answer_left_half_written_is_read_all_the_same() -> None:
    assert normal("def f(:\n    x = 'open\n    return x[") == [
        *("def", "name", "(", ":", "name", "=", "string", "return", "name", "["),
    ]
    assert normal('x = """never closed\nx = 1') == ["name", "=", "string"]


def test_tokens_know_where_they_stand() -> None:
    code = "a = 1\n  bee(a)  # c\n"
    assert [code[token.start : token.end] for token in code_tokens(code)] == [
        *("a", "=", "1", "bee", "(", "a", ")"),
    ]


def test_a_very_long_answer_is_read_in_part() -> None:
    assert len(code_tokens("a " * LONGEST)) == LONGEST / 2


def test_words_of_prose_and_letters_of_japanese() -> None:
    assert [token.kept for token in prose_tokens("Ｔhe Bell-pair, 2")] == [
        "the",
        "bell",
        "pair",
        "2",
    ]
    japanese = prose_tokens("量子もつれ")
    assert len(japanese) == 5
    assert written_in_single_letters(japanese)
    assert not written_in_single_letters(prose_tokens("얽힘은 상관이다"))


def test_names_that_are_given() -> None:
    code = (
        "import numpy as np\nfrom qiskit import (QuantumCircuit,\n  transpile)\n"
        "class A:\n  def f(self): self.x = 1\n"
    )
    assert defined_names(code) >= {"np", "QuantumCircuit", "transpile", "A", "f"}
    assert defined_names(code).isdisjoint({"x", "self", "import", "as"})
