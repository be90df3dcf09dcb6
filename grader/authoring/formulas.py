"""Formulas as MathML, made when a page is built: browsers show it by themselves, and screen readers read it.

latex2mathml reads the TeX. What it leaves to the browser and TeX does otherwise is set right here: the spaces around
operators (by TeX's classes of atoms), bars and brackets of kets, upright words, alphabets, spaces around functions.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element

from grader.authoring.formula_spacing import (
    BARS,
    BINARY,
    CLOSE,
    NO_SPACE,
    OPEN,
    RELATIONS,
    SCRIPTS,
    core_of,
    space_functions,
    space_lone,
    space_operators,
)

_BIG = re.compile(
    r"(\\[bB]igg?[lrm]?)\s*\\(lvert|rvert|vert|lVert|rVert|Vert|\||lceil|rceil|lfloor|rfloor)(?![A-Za-z])"
)
_LETTERS = {
    "lvert": "|", "rvert": "|", "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖",
    "lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋",
}  # fmt: skip
_GREEK_CAPITALS = frozenset("ΓΔΘΛΞΠΣΦΨΩ")
_ALPHABETS = {
    "script": "MATHEMATICAL SCRIPT", "sans-serif": "MATHEMATICAL SANS-SERIF", "bold": "MATHEMATICAL BOLD",
    "double-struck": "MATHEMATICAL DOUBLE-STRUCK", "fraktur": "MATHEMATICAL FRAKTUR",
    "monospace": "MATHEMATICAL MONOSPACE",
}  # fmt: skip
_BRACKET_SIZES = {"1.2em": 1.2, "1.623em": 1.8, "2.047em": 2.4, "2.470em": 3.0, "2.47em": 3.0}
_PARTS = {
    **dict.fromkeys(("mfrac", "mroot", "msup", "msub", "mover", "munder"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
_LONG_ARROWS = {"→": "⟶", "←": "⟵"}
_NAMED_SPACES = {
    "negativethinmathspace": "-0.167em",
    "negativemediummathspace": "-0.222em",
    "negativethickmathspace": "-0.278em",
}


class FormulaError(ValueError):
    """A formula has something that cannot be shown; the text says what."""


def mathml(formula: str, *, display: bool) -> str:
    """Return a formula as a `<math>` element.

    Args:
        formula: TeX without dollar signs.
        display: whether it stands on a line of its own.

    Raises:
        FormulaError: it is no TeX, or has a command that is not known.
    """
    text = _BIG.sub(lambda match: match[1] + _LETTERS[match[2]], formula)
    try:
        root = convert_to_element(text, display="block" if display else "inline")
    except Exception as error:  # what the parser of a formula raises is no family of errors
        raise FormulaError(f"the formula ${formula}$ cannot be read ({error})") from error
    for element in root.iter():
        element.text = unescape(element.text or "")
        unknown = re.search(r"\\[A-Za-z]+|[\\&]", element.text)
        if unknown and element.tag != "mtext":
            raise FormulaError(
                f"the formula ${formula}$ has {unknown[0]}, which a page cannot show"
            )
        if len(element) != _PARTS.get(element.tag, len(element)):
            raise FormulaError(f"the formula ${formula}$ is not whole: something is missing in it")
    _tidy(root, in_script=False)
    return tostring(root, encoding="unicode")


def _tidy(parent: Element, *, in_script: bool) -> None:
    for position, child in enumerate(parent):
        script = in_script or (parent.tag in SCRIPTS and position > 0)
        _tidy(child, in_script=script)
    if parent.tag == "mover" and parent[1].tag == "mo":
        _accent(parent)
    if parent.tag in {"mover", "munder", "munderover"} and parent[1].tag == "mpadded":
        _arrow(parent)
    if parent.tag == "msup" and parent[1].text == "′" and parent[1].tag == "mo":
        # In a script it would be raised and made small twice.
        parent.tag = "mrow"
        parent[1].attrib.update(NO_SPACE)
    if parent.tag == "mspace":
        parent.set("width", _NAMED_SPACES.get(parent.get("width", ""), parent.get("width", "0")))
    if parent.tag in {"mi", "mn", "mtext"}:
        _letters(parent)
    if parent.tag in {"mrow", "math", "mtd", "mstyle", "msqrt"}:
        _join_words(parent)
        _fence_tables(parent)
        _free_brackets(parent)
        space_operators(parent, in_script=in_script)
        space_functions(parent)
    elif parent.tag in {*SCRIPTS, "mfrac", "mroot"}:
        for child in parent:
            space_lone(child)


def _letters(leaf: Element) -> None:
    """Put letters of another alphabet, brackets and the prime as what they are."""
    alphabet = _ALPHABETS.get(leaf.get("mathvariant", ""))
    if alphabet:
        del leaf.attrib["mathvariant"]
        if alphabet == "MATHEMATICAL MONOSPACE":
            leaf.set("class", "code")
        else:
            leaf.text = "".join(_in_alphabet(alphabet, letter) for letter in leaf.text or "")
    if leaf.tag == "mi" and leaf.text in _GREEK_CAPITALS and "mathvariant" not in leaf.attrib:
        leaf.set("mathvariant", "normal")
    if leaf.tag == "mi" and leaf.text in BINARY - {"mod"} | RELATIONS:
        leaf.tag = "mo"
    if leaf.tag == "mi" and leaf.text in OPEN | CLOSE | BARS | {"%", "′"}:
        leaf.tag = "mo"
        leaf.set("stretchy", "false")


def _in_alphabet(alphabet: str, letter: str) -> str:
    """Return a letter in another alphabet, or as it is where that has none."""
    if not (letter.isascii() and letter.isalnum()):
        return letter
    kind = "DIGIT" if letter.isdigit() else "CAPITAL" if letter.isupper() else "SMALL"
    name = unicodedata.name(letter).rsplit(" ", 1)[1]
    for full in (
        f"{alphabet} {kind} {name}",
        f"{alphabet.removeprefix('MATHEMATICAL ')} {kind} {name}",
    ):
        try:
            return unicodedata.lookup(full)
        except KeyError:
            continue
    return letter


def _accent(over: Element) -> None:
    """Let bars, arrows and hats sit close to what they stand on."""
    mark = over[1]
    if mark.text in {"¯", "―", "^", "~", "→", "˙", "˜", "ˆ"}:
        over.set("accent", "true")
        if mark.text == "―":
            mark.text = "¯"
            mark.set("stretchy", "true")
        mark.attrib.update(NO_SPACE)


def _arrow(over: Element) -> None:
    """Put a label on a long arrow: one that grows loses its head in some fonts."""
    short = core_of(over[0][0] if over[0].tag == "mstyle" else over[0]).text or ""
    arrow = Element("mo", {"stretchy": "false"})
    arrow.text = _LONG_ARROWS.get(short, short)
    over.remove(over[0])
    over.insert(0, arrow)
    for label in list(over)[1:]:
        if label.tag == "mpadded":
            label.tag = "mrow"
            label.attrib.clear()
            for gap in label.findall("mspace"):
                label.remove(gap)


def _fence_tables(row: Element) -> None:
    """Let the brackets of a matrix grow as high as it is."""
    children = list(row)
    for before, table, after in zip(children, children[1:], children[2:], strict=False):
        if table.tag == "mtable" and before.tag == after.tag == "mo":
            for bracket, form in ((before, "prefix"), (after, "postfix")):
                bracket.attrib.update({"stretchy": "true", "fence": "true", "form": form})


def _free_brackets(row: Element) -> None:
    """Give brackets of a stated size the sizes of TeX, and take them out of their exponents.

    Inside of a script browsers do not let them grow; what carries the script then is an empty box of the same height.
    """
    for position in range(len(row) - 1, -1, -1):
        child = row[position]
        bracket = child[0] if child.tag in SCRIPTS and len(child) else child
        size = _BRACKET_SIZES.get(bracket.get("minsize", ""))
        if bracket.tag != "mo" or size is None:
            continue
        bracket.attrib.update({"minsize": f"{size}em", "maxsize": f"{size}em"})
        if bracket is not child:
            child.remove(bracket)
            box = {
                "width": "0",
                "height": f"{size / 2 + 0.25:g}em",
                "depth": f"{size / 2 - 0.25:g}em",
            }
            child.insert(0, Element("mspace", box))
            row.insert(position, bracket)


def _join_words(row: Element) -> None:
    """Make one word of upright letters that follow each other."""
    for before, leaf in list(zip(list(row), list(row)[1:], strict=False))[::-1]:
        if all(one.tag == "mi" and one.get("mathvariant") == "normal" for one in (before, leaf)):
            before.text = (before.text or "") + (leaf.text or "")
            row.remove(leaf)
    for leaf in row:
        if leaf.tag == "mi" and leaf.get("mathvariant") == "normal" and len(leaf.text or "") > 1:
            del leaf.attrib["mathvariant"]  # several letters are upright by themselves
