"""nbgrader's markers in the text of a cell: solution regions and hidden tests.

Pure functions on text. nbgrader takes a line for a marker when it contains the words `BEGIN SOLUTION` anywhere; the
same rule is applied here, so that what is found here is what nbgrader will find.
"""

from __future__ import annotations

from dataclasses import dataclass

CODE_STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
TEXT_STUB = "YOUR ANSWER HERE"


@dataclass(frozen=True)
class Region:
    """What a pair of markers encloses.

    Attributes:
        begin: the words of the opening marker.
        end: the words of the closing marker.
    """

    begin: str
    end: str


SOLUTION = Region("BEGIN SOLUTION", "END SOLUTION")
HIDDEN_TESTS = Region("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
MARK_SCHEME = Region("BEGIN MARK SCHEME", "END MARK SCHEME")


@dataclass(frozen=True)
class MarkerFault:
    """A marker without its partner.

    Attributes:
        offset: line of the cell's text, counted from 0.
        message: what is wrong.
    """

    offset: int
    message: str


def spans(text: str, region: Region) -> tuple[list[tuple[int, int]], list[MarkerFault]]:
    """Find the regions of one kind.

    Returns:
        The (first, last) line offsets of each region, markers included, and the markers that have no partner.
    """
    found: list[tuple[int, int]] = []
    faults: list[MarkerFault] = []
    opened: int | None = None
    for offset, line in enumerate(text.split("\n")):
        if region.begin in line:
            if opened is not None:
                faults.append(MarkerFault(offset, f"{region.begin} inside another {region.begin}"))
            else:
                opened = offset
        elif region.end in line:
            if opened is None:
                faults.append(MarkerFault(offset, f"{region.end} without {region.begin} before it"))
            else:
                found.append((opened, offset))
                opened = None
    if opened is not None:
        faults.append(MarkerFault(opened, f"{region.begin} without {region.end} after it"))
    return found, faults


def replaced(text: str, region: Region, stub: str | None) -> str:
    """Return the text with each region replaced by the stub, indented as the opening marker is; None removes it."""
    lines = text.split("\n")
    kept: list[str] = []
    position = 0
    for first, last in spans(text, region)[0]:
        kept += lines[position:first]
        if stub is not None:
            indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
            kept += [indent + line for line in stub.split("\n")]
        position = last + 1
    return "\n".join(kept + lines[position:])


def blank_answer(text: str) -> str:
    """Return a code answer cell as a learner receives it."""
    return replaced(text, SOLUTION, CODE_STUB)


def visible_check(text: str) -> str:
    """Return a check cell as a learner receives it."""
    return replaced(text, HIDDEN_TESTS, None)


def inside(text: str, region: Region) -> str:
    """Return the lines between the markers of all regions, without the markers."""
    lines = text.split("\n")
    return "\n".join(line for a, b in spans(text, region)[0] for line in lines[a + 1 : b])
