"""When two answers are the same construction."""

from __future__ import annotations

import threading

import pytest

from portal.instructor.analysis.normal_form import LONGEST, normal_form

BELL = """
def bell_pair() -> QuantumCircuit:
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    return circuit
"""
SAME = {
    "another local name": BELL.replace("circuit", "qc"),
    "comments and empty lines": BELL.replace("    circuit.h", "    # first\n\n    circuit.h"),
    "a docstring": BELL.replace("    circuit = ", '    """Make it."""\n    circuit = '),
    "spaces": BELL.replace("(0, 1)", "( 0,1 )"),
    "brackets": BELL.replace("return circuit", "return (circuit)"),
}
DIFFERENT = {
    "control and target": BELL.replace("cx(0, 1)", "cx(1, 0)"),
    "another gate": BELL.replace("circuit.h(0)", "circuit.ry(pi / 2, 0)"),
    "another order": BELL.replace("    circuit.h(0)\n", "").replace(
        "    return", "    circuit.h(0)\n    return"
    ),
    "another function": BELL.replace("bell_pair", "bell"),
    "no circuit": "",
    "half-written": BELL + "\n    circuit.",
}


@pytest.mark.parametrize("what", SAME)
def test_what_differs_in_writing_alone_is_the_same(what: str) -> None:
    assert SAME[what] != BELL
    assert normal_form(SAME[what]) == normal_form(BELL)


@pytest.mark.parametrize("what", DIFFERENT)
def test_what_does_something_else_differs(what: str) -> None:
    assert normal_form(DIFFERENT[what]) != normal_form(BELL)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("f = lambda a, b: a - b", "f = lambda x, y: x - y"),
        ("a = [n * n for n in range(3)]", "a = [k * k for k in range(3)]"),
        ("a = [[i for i in r] for r in s]", "a = [[j for j in q] for q in s]"),
        (
            "def f(g):\n    def h(n):\n        return g(n)\n    return h",
            "def f(a):\n    def b(c):\n        return a(c)\n    return b",
        ),
        (
            "def f():\n    a = 1\n    def g():\n        nonlocal a\n        a = 2",
            "def f():\n    b = 1\n    def g():\n        nonlocal b\n        b = 2",
        ),
        (
            "def f():\n    from math import pi as p\n    return p",
            "def f():\n    from math import pi as q\n    return q",
        ),
        (
            "def f():\n    try:\n        g()\n    except E as e:\n        raise e",
            "def f():\n    try:\n        g()\n    except E as z:\n        raise z",
        ),
    ],
)
def test_local_names_do_not_matter(first: str, second: str) -> None:
    assert normal_form(first) == normal_form(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("f = lambda a, b: a - b", "f = lambda x, y: y - x"),
        ("def f():\n    global n\n    n = 1", "def f():\n    global m\n    m = 1"),
        (
            "def f(a, b):\n    def g():\n        nonlocal a\n        a = 2",
            "def f(a, b):\n    def g():\n        nonlocal b\n        b = 2",
        ),
        ("n = 1", "m = 1"),
        ("a.real", "a.imag"),
    ],
)
def test_other_names_do(first: str, second: str) -> None:
    assert normal_form(first) != normal_form(second)


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 10_000,
        "-" * 15_000 + "1",
        "[" * 150 + "]" * 150,
        "a." * 9_000 + "a",
        "x = " + "+".join("1" * 9_000),
        "\x00",
        "\ud800",
        "def f(:",
        "a" * (LONGEST + 1),
        "'" * 3 + "\\N{nothing}",
    ],
)
def test_hostile_text_is_compared_letter_by_letter(hostile: str) -> None:
    found: list[bool] = []

    # in a thread, as the portal answers: its stack is smaller
    def work() -> None:
        found.append(normal_form(hostile) == normal_form(hostile) != normal_form("other"))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [True]
