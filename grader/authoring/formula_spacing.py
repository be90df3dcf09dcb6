"""The spaces around operators and functions in a formula, by TeX's classes of atoms: browsers go by other rules."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

OPEN = frozenset("([{⟨⌈⌊")
CLOSE = frozenset(")]}⟩⌉⌋")
BARS = frozenset("|‖∣∥")
BINARY = frozenset("+-−±∓×⋅·∘⊕⊗⊙∧∨∗*∪∩⊖") | {"mod"}
RELATIONS = frozenset("∼:⟶⟵⟺⟹⟂")
_PUNCTUATION = frozenset(",;")
_ORDINARY = frozenset("./!%′¬∀∃∂⋆") | BARS
_LARGE = frozenset("∑∏⨂⨁⋃⋂∫⋀⋁⨀")
_FUNCTIONS = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "arcsin",
        "arccos",
        "arctan",
        "sinh",
        "cosh",
        "tanh",
        "log",
        "ln",
        "lg",
        "exp",
        "lim",
        "max",
        "min",
        "sup",
        "inf",
        "gcd",
        "det",
        "dim",
        "ker",
        "deg",
        "arg",
        "Pr",
        "tr",
    ]
)
SCRIPTS = {"msub": 1, "msup": 1, "msubsup": 1, "munder": 1, "mover": 1, "munderover": 1}
NO_SPACE = {"lspace": "0", "rspace": "0"}


def space_operators(row: Element, *, in_script: bool) -> None:
    """Set the spaces around operators as TeX does, by what stands on both sides."""
    children = [child for child in row if child.tag != "mspace"]
    kinds = [_kind(child) for child in children]
    for position, kind in enumerate(kinds):
        if kind != "binary":
            continue
        before = kinds[position - 1] if position else "open"
        after = kinds[position + 1] if position + 1 < len(kinds) else "close"
        in_ket = before == "bar" and after in {"binary", "close"}
        if (
            before in {"open", "binary", "relation", "large", "punctuation"}
            or after in {"close", "relation", "punctuation"}
            or in_ket
        ):
            kinds[position] = "ordinary"
    for child, kind in zip(children, kinds, strict=True):
        core = core_of(child)
        if core.tag != "mo" or core.get("form"):
            continue  # with a form it belongs to \left and \right, which the browser spaces well
        if kind in {"ordinary", "bar", "open", "close"} or (in_script and kind != "large"):
            core.attrib.update(NO_SPACE)
        if kind in {"bar", "open", "close"} and "minsize" not in core.attrib:
            core.set("stretchy", "false")
        if kind in {"bar", "open", "close"} and "minsize" in core.attrib:
            core.attrib.update({"stretchy": "true", "symmetric": "true"})
        if kind == "function":
            core.tag = "mi"
            core.attrib.clear()


def space_lone(child: Element) -> None:
    """An operator that stands alone, as an exponent or numerator, has no neighbours to keep away from."""
    if (
        child.tag == "mo"
        and _kind(child) not in {"large", "function"}
        and not child.get("stretchy")
    ):
        child.attrib.update(NO_SPACE)


def space_functions(row: Element) -> None:
    """Put a thin space between the name of a function and a letter or number beside it."""
    children = list(row)
    for position in range(len(children) - 1, -1, -1):
        if (
            core_of(children[position]).text not in _FUNCTIONS
            or core_of(children[position]).tag == "mo"
        ):
            continue
        following = children[position + 1] if position + 1 < len(children) else None
        if following is not None and _kind(following) in {"letter", "bar", "function"}:
            row.insert(position + 1, Element("mspace", {"width": "0.167em"}))
        if position and _kind(children[position - 1]) in {"letter", "close"}:
            row.insert(position, Element("mspace", {"width": "0.167em"}))


def _kind(element: Element) -> str:
    """Return the class of an atom, as TeX has them; a letter is anything that is no operator."""
    core = core_of(element)
    text = core.text or ""
    if core.tag == "mspace":
        return "space"
    if text in _FUNCTIONS and core.tag in {"mi", "mo"}:
        return "function"
    if core.tag != "mo":
        return "letter"
    for kind, members in (
        ("open", OPEN), ("close", CLOSE), ("bar", BARS), ("binary", BINARY),
        ("punctuation", _PUNCTUATION), ("large", _LARGE), ("ordinary", _ORDINARY),
    ):  # fmt: skip
        if text in members:
            return kind
    return "relation"


def core_of(element: Element) -> Element:
    """Return what scripts and lone rows are built around."""
    for inner in _down(element):
        element = inner
    return element


def _down(element: Element) -> Iterator[Element]:
    while (element.tag in SCRIPTS and len(element)) or (
        element.tag == "mrow" and len(element) == 1
    ):
        element = element[0]
        yield element
