"""Whose the names of a check are, read from the instructor's notebook alone."""

import pytest

from grader.judge.analysis import analyse
from grader.judge.scopes import cell_names
from grader.notebooks import new_cell
from tests.grader.judge.notebooks import instructors


def check_of(*cells):
    """Return the analysis of the last check, and the texts of the given cells that it needs."""
    analysis = analyse(instructors(*cells))
    check = analysis.checks[-1]
    return check, [analysis.given[place] for place in check.given]


def used(text):
    return cell_names(text).used


def bound(text):
    return cell_names(text).bound


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("assert square(2) == 4", {"square"}),
        ("x = 1\nassert x == y", {"y"}),
        ("assert x == 1\nx = 2", {"x"}),
        ("x = x + 1", {"x"}),
        ("x += 1", {"x"}),
        ("x[0] = 1", {"x"}),
        ("x.a = y", {"x", "y"}),
        ("del x", {"x"}),
        ("[a for a in xs if a > b]", {"xs", "b"}),
        ("{a: b for a, b in pairs.items()}", {"pairs"}),
        ("[b for a in xs for b in a]", {"xs"}),
        ("[y for y in y]", {"y"}),
        ("sum(f(a) for a in xs)", {"sum", "f", "xs"}),
        ("[(last := a) for a in xs]\nlast", {"xs"}),
        ("(lambda a, b=c: a + b + d)(1)", {"c", "d"}),
        ("def f(a):\n    b = a\n    return b + c", {"c"}),
        ("def f(a):\n    print(b)\n    b = 1", {"print"}),
        ("def f(a=d) -> e:\n    global g\n    g = a\n    return g", {"d", "e"}),
        ("def f():\n    return g()\ndef g():\n    return h\nf()", {"h"}),
        (
            "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x += y\n    return g",
            {"y"},
        ),
        ("def f():\n    import m\n    return m.x", set()),
        ("def f():\n    for i in n:\n        pass\n    return i", {"n"}),
        ("class A(B):\n    x = y\n    z = x\n    def f(self):\n        return x", {"B", "y", "x"}),
        ("class A:\n    x = 1\n    y = [x for _ in range(2)]", {"range", "x"}),
        ("import a.b as c\nc.d(a)", {"a"}),
        ("import a.b\na.c", set()),
        ("from a import b as c\nc(b)", {"b"}),
        ("for i in xs:\n    print(i)\nelse:\n    i", {"xs", "print"}),
        ("with f() as (a, b):\n    g(a)", {"f", "g"}),
        ("try:\n    f()\nexcept E as e:\n    g(e)", {"f", "E", "g"}),
        ("match x:\n    case [a, *b]: f(a, b)\n    case {'k': v, **r}: g(v, r)", {"x", "f", "g"}),
        ("match x:\n    case P(y=z) as w: z, w", {"x", "P"}),
        ("assert (y := f()) > y", {"f"}),
        ("x: T = 1\nx", {"T"}),
        ("x: T\nx", {"T", "x"}),
        ("r = await f()\nr", {"f"}),
        ("async def f():\n    async for a in b():\n        c(a)", {"b", "c"}),
        ("%time y = f(3)\ny", {"f", "get_ipython"}),
        ("%%time\ny = f(3)\ny", {"f", "get_ipython"}),
        ("%%capture out\nf()", {"f", "get_ipython"}),
        ("!ls\nx", {"x", "get_ipython"}),
        ("f(x) = 3", set()),
        ("f'{a:{b}} {c!r}'", {"a", "b", "c"}),
        ("@d\ndef f(): pass", {"d"}),
    ],
)
def test_names_that_come_from_elsewhere(text, names):
    assert used(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a = b, (c, *d) = e = f()", {"a", "b", "c", "d", "e"}),
        ("if x:\n    y = 1\nwhile (z := f()):\n    w = 2", {"y", "z", "w"}),
        ("def f():\n    global g\n    g = h = 1", {"f", "g"}),
        ("class A:\n    x = 1\n    def f(self): pass", {"A"}),
        ("import a.b, c as d\nfrom e import f, g as h", {"a", "d", "f", "h"}),
        ("%%capture out\nx = 1", {"out", "x"}),
        ("[i for i in range(3)]", set()),
        ("x.y = 1; z[0] = 2", set()),
        ("del a", {"a"}),
        ("files = !ls", {"files"}),
    ],
)
def test_names_that_a_cell_binds(text, names):
    assert bound(text) == names


def test_names_bound_by_imports_alone():
    text = "import numpy as np\ntry:\n    import fast as lib\nexcept ImportError:\n    lib = None"
    assert cell_names(text).imported == {"np"}


def test_imports_are_found_anywhere_once_and_in_order():
    analysis = analyse(
        instructors(
            ("markdown", "import prose"),
            ("plain", "from __future__ import annotations\nimport numpy as np, os.path"),
            ("answer", "def f():\n    from math import sqrt as root, pi\n    import numpy as np"),
            ("given", "from cmath import *\nfrom . import near\nfrom .far import x"),
            ("plain", "import broken as"),
            ("check", "with f():\n    import random"),
        )
    )
    assert analysis.imports == (
        "import numpy as np",
        "import os.path",
        "from math import sqrt as root",
        "from math import pi",
        "from cmath import *",
        "import random",
    )


def test_what_an_answer_defines_is_remote_and_what_it_imports_is_not():
    check, given = check_of(
        ("answer", "import numpy as np\nfrom math import sqrt\ndef f(x): return np.abs(x)\nn = 3"),
        ("check", "assert f(n) == np.abs(sqrt(9))"),
    )
    assert check.remote == {"f", "n"}
    assert given == []


def test_a_name_that_an_answer_imports_and_then_defines_is_remote():
    check, _ = check_of(("answer", "from a import f\nf = wrap(f)"), ("check", "f()"))
    assert check.remote == {"f"}


def test_the_last_cell_before_the_check_owns_a_name():
    before = ("plain", "n = 1")
    answer = ("answer", "n = 2")
    after = ("given", "n = 3")
    check = ("check", "assert n")
    assert check_of(before, answer, check)[0].remote == {"n"}
    found, given = check_of(answer, after, check)
    assert found.remote == frozenset()
    assert given == ["n = 3"]
    found, given = check_of(before, check, answer)
    assert given == ["n = 1"]


def test_code_marked_by_hand_belongs_to_the_learner():
    check, given = check_of(("by_hand", "def f(): pass"), ("check", "f()"))
    assert check.remote == {"f"}
    assert given == []
    assert len(analyse(instructors(("by_hand", "f = 1"))).checks) == 0


def test_given_cells_are_followed_to_what_they_need():
    check, given = check_of(
        ("plain", "scale = 2"),
        ("plain", "print('a demonstration')\nshown = plot(scale)"),
        ("given", "def helper(x): return scale * other(x) + answer(x)"),
        ("given", "unused = 1"),
        ("answer", "def answer(x): return x"),
        ("given", "def other(x): return x"),
        ("check", "assert helper(1)"),
    )
    assert check.remote == {"answer"}
    assert given == [
        "scale = 2",
        "def helper(x): return scale * other(x) + answer(x)",
        "def other(x): return x",
    ]


def test_a_given_cell_sees_the_names_of_its_own_place_unless_in_a_function():
    cells = (
        ("plain", "n = 1"),
        ("given", "twice = 2 * n\ndef later(): return n"),
        ("answer", "n = 5"),
    )
    check, given = check_of(*cells, ("check", "assert twice"))
    assert "n = 1" in given
    assert check.remote == {"n"}  # `later` would look it up now


def test_cells_that_change_a_given_thing_belong_to_it():
    check, given = check_of(
        ("plain", "circuit = QuantumCircuit(2)"),
        ("plain", "circuit.h(0)"),
        ("plain", "table['a'] = 1"),
        ("plain", "circuit.data[0].x = 2"),
        ("plain", "print(circuit)"),
        ("check", "assert f(circuit)"),
        ("plain", "circuit.x(0)"),
    )
    assert given == ["circuit = QuantumCircuit(2)", "circuit.h(0)", "circuit.data[0].x = 2"]
    assert check.remote == frozenset()


def test_imports_need_no_given_cell():
    check, given = check_of(("given", "import numpy as np"), ("check", "assert np.pi == f"))
    assert (given, check.remote) == ([], frozenset())


def test_definitions_of_earlier_checks_are_not_given_and_their_names_are_followed():
    check, given = check_of(
        ("given", "limit = 3"),
        ("answer", "def f(): pass"),
        ("check:first", "def twice(): return f() + f() + limit\nassert twice()"),
        ("check:second", "assert twice()"),
    )
    assert given == ["limit = 3"]
    assert check.remote == {"f"}
    assert check.helpers == {"first"}


def test_names_that_a_check_does_not_write_are_remote_too():
    cells = (
        ("answer", "import os\ndef f(): pass\ndef g(): pass"),
        ("given", "def g(): pass"),
        ("check", "globals()['f']()"),
        ("answer", "later = 1"),
    )
    analysis = analyse(instructors(*cells))
    assert analysis.checks[0].remote == {"f"}
    assert analysis.given == ()


def test_names_that_no_text_shows_have_no_owner():
    check, _ = check_of(
        ("given", "%run helpers.py\nimport numpy as np"),
        ("answer", "exec('g = 1')"),
        ("check", "assert helper(g) == np.pi + len(In)\ndisplay(get_ipython())\nlater"),
        ("plain", "import later"),
    )
    assert check.unknown == {"helper", "g"}
    assert check.remote == frozenset()


def test_a_star_import_may_bring_any_name():
    check, _ = check_of(("given", "from math import *"), ("check", "assert sqrt(4) == 2"))
    assert check.unknown == frozenset()


def test_two_checks_share_given_cells():
    analysis = analyse(
        instructors(
            ("plain", "a = 1"),
            ("plain", "b = 2"),
            ("check", "assert b"),
            ("check", "assert a + b"),
        )
    )
    assert analysis.given == ("a = 1", "b = 2")
    assert [check.given for check in analysis.checks] == [(1,), (0, 1)]


def test_a_cell_that_does_not_parse_contributes_nothing():
    check, given = check_of(("plain", "x = = 1"), ("answer", "f(x) ="), ("check", "assert f(x)"))
    assert (given, check.remote) == ([], frozenset())
    assert check.used == {"f", "x"}


def test_only_code_cells_are_looked_at():
    notebook = instructors(("check", "assert f()"))
    task = new_cell("markdown", "f = 1")
    task.metadata["nbgrader"] = {"task": True, "grade": False, "solution": False, "points": 3}
    raw = new_cell("raw", "def f(): pass")
    essay = new_cell("markdown", "answer")
    essay.metadata["nbgrader"] = {"grade": True, "solution": True, "grade_id": "e", "points": 1}
    notebook.cells = [task, raw, essay, *notebook.cells]
    analysis = analyse(notebook)
    assert [check.task for check in analysis.checks] == ["check_1"]
    assert analysis.checks[0].cell == 3


def test_nesting_without_end_is_survived():
    assert used("x = " + "(" * 5000 + ")" * 5000) == set()
    assert used("x = " + "-" * 50_000 + "1") == set()
    assert used("x = y" + " + 1" * 5000) == set()
