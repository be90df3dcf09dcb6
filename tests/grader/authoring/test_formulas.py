"""TeX becomes MathML that browsers show as TeX would, or is refused with the reason."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from grader.authoring.formulas import FormulaError, mathml

NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"


def parsed(formula: str, *, display: bool = False) -> Element:
    root = fromstring(mathml(formula, display=display))
    for element in root.iter():
        element.tag = element.tag.removeprefix(NAMESPACE)
    return root


def operators(formula: str, text: str) -> list[Element]:
    return [one for one in parsed(formula).iter("mo") if one.text == text]


def words(formula: str) -> str:
    return "".join(parsed(formula).itertext())


def test_a_formula_stands_in_the_line_or_alone() -> None:
    assert parsed("x").get("display") == "inline"
    assert parsed("x", display=True).get("display") == "block"


def test_a_ket_has_no_gaps_and_its_brackets_do_not_grow() -> None:
    for text in ("|", "⟩"):
        (bracket,) = operators(r"|\psi\rangle", text)
        assert (bracket.get("lspace"), bracket.get("rspace")) == ("0", "0")
        assert bracket.get("stretchy") == "false"


def test_a_sign_is_close_to_what_it_belongs_to_and_a_difference_has_room() -> None:
    (sign,) = operators("-x", "−") or operators("-x", "-")
    assert sign.get("lspace") == "0"
    (minus,) = operators("y-x", "−") or operators("y-x", "-")
    assert minus.get("lspace") is None
    (plus,) = operators(r"|{+}\rangle", "+")
    assert (plus.get("lspace"), plus.get("rspace")) == ("0", "0")
    (error,) = operators(r"2.1 \pm 0.2", "±")
    assert error.get("lspace") is None


def test_brackets_of_a_matrix_grow_with_it() -> None:
    formula = r"M = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"
    for text, form in (("(", "prefix"), (")", "postfix")):
        (bracket,) = operators(formula, text)
        assert (bracket.get("stretchy"), bracket.get("form")) == ("true", form)


@pytest.mark.parametrize(
    ("command", "size"), [("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0)]
)
@pytest.mark.parametrize(("before", "after"), ["()", "||", (r"\lVert", r"\rVert")])
def test_large_brackets_have_the_sizes_of_tex_even_under_an_exponent(
    command: str, size: float, before: str, after: str
) -> None:
    root = parsed(rf"\{command}{before} x \{command}{after}^2")
    large = [one for one in root.iter("mo") if one.get("minsize")]
    assert [one.get("minsize") for one in large] == [f"{size}em"] * 2
    (power,) = root.iter("msup")
    assert power[0].tag == "mspace", "browsers do not let a bracket grow inside of a script"
    assert power[1].text == "2"


def test_words_and_functions_are_upright_and_have_room() -> None:
    root = parsed(r"\mathrm{SX}\,\sin 2\theta")
    names = [one.text for one in root.iter("mi")]
    assert "SX" in names
    assert "sin" in names
    row = list(next(one for one in root.iter("mrow") if "sin" in [child.text for child in one]))
    after = row[[child.text for child in row].index("sin") + 1]
    assert (after.tag, after.get("width")) == ("mspace", "0.167em")
    assert parsed(r"1/\log\log r").findall(".//mspace")


def test_greek_capitals_are_upright_and_small_letters_are_not() -> None:
    capital, small = (next(parsed(text).iter("mi")) for text in (r"\Phi", r"\varphi"))
    assert capital.get("mathvariant") == "normal"
    assert small.get("mathvariant") is None


def test_alphabets_are_letters_of_their_own() -> None:
    assert words(r"\mathbb{C} \mathcal{H} \mathbf{v}") == "ℂℋ𝐯"


def test_a_label_stands_on_a_long_arrow() -> None:
    (over,) = parsed(r"a \xrightarrow{W^\dagger} b").iter("mover")
    assert over[0].text == "⟶"
    assert "".join(over[1].itertext()) == "W†"


def test_a_prime_is_raised_once() -> None:
    root = parsed("E'(x)")
    assert not list(root.iter("msup"))
    assert "".join(root.itertext()) == "E′(x)"


@pytest.mark.parametrize("formula", [r"\unheardof{x}", r"\frac{1}", r"a & b", r"\left( x"])
def test_what_cannot_be_shown_is_refused_with_the_formula(formula: str) -> None:
    with pytest.raises(FormulaError, match=re.escape(formula)):
        mathml(formula, display=False)


def test_what_looks_like_html_is_text() -> None:
    assert "<script" not in mathml(r"\text{<script>} < x", display=False)
