"""Answers that solve nothing and reach for the points: none gets them, and honest code that does odd things does."""

from __future__ import annotations

import pytest

from grader.execution.limits import Limits
from tests.grader.judge.judging import FUNCTION, ITERATOR, OBJECT, judge, one, text_of

QUICK = Limits(cell_seconds=1, notebook_seconds=15)
CHECK = "assert f(2) == 4"

LIES = {
    "equal to everything": (
        "class E:\n def __eq__(self, o): return True\n def __ne__(self, o): return False\n __hash__ = None\n"
        "def f(x): return E()"
    ),
    "int equal to everything": "class E(int):\n def __eq__(self, o): return True\ndef f(x): return E(3)",
    "text equal to everything": "class E(str):\n def __eq__(self, o): return True\ndef f(x): return E('4')",
    "claims another class": (
        "class E:\n @property\n def __class__(self): return int\n def __eq__(self, o): return True\n"
        "def f(x): return E()"
    ),
    "float by reduce": (
        "import os\nclass E(float):\n def __reduce__(self): return (os.system, ('true',))\n"
        " def __eq__(self, o): return True\ndef f(x): return E(3.0)"
    ),
    "array equal to everything": (
        "import numpy as np\nclass E(np.ndarray):\n def __eq__(self, o): return np.bool_(True)\n"
        "def f(x): return np.zeros(1).view(E)"
    ),
    "patched builtins": (
        "import builtins\nbuiltins.isinstance = builtins.all = builtins.any = lambda *a: True\n"
        "builtins.AssertionError = ValueError\ndef f(x): return 3"
    ),
    "IPython hooks": (
        "ip = get_ipython()\n"
        "ip.input_transformers_cleanup.append(lambda lines: ['1\\n'])\n"
        "import ast\nclass T(ast.NodeTransformer):\n def visit_Assert(self, node): return ast.Pass()\n"
        "ip.ast_transformers.append(T())\n"
        "ip.set_custom_exc((Exception,), lambda *a: None)\n"
        "ip.showtraceback = lambda *a, **k: None\nf = lambda x: 3"
    ),
    "patched protocol": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "L._Learner._operate = lambda self, q: m.Missing(q.number)\ndef f(x): return 3"
    ),
    "answers a call as if a cell had run": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "L._Learner._operate = lambda self, q: m.Ran(q.number, b'[]', 1, '')\ndef f(x): return 3"
    ),
    "answers as if stopped by no limit": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "L._Learner._operate = lambda self, q: m.Stopped(q.number, 'passed')\ndef f(x): return 3"
    ),
    "wrong number": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "L._Learner._operate = lambda self, q: m.Missing(q.number + 1)\ndef f(x): return 3"
    ),
    "somebody else's function": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "from grader.execution.wire import Reference, pack\n"
        "stolen = pack(len, stand_in=lambda _: Reference(77, 'function', 'x', mine=True))\n"
        "L._Learner._operate = lambda self, q: m.Value(q.number, stolen)\ndef f(x): return 3"
    ),
    "no value at all": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "L._Learner._operate = lambda self, q: m.Value(q.number, b'garbage')\ndef f(x): return 3"
    ),
    "changes what was not given": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "L._Learner._operate = lambda self, q: m.Value(q.number, b'', '0', {'9': b'x'})\ndef f(x): return 3"
    ),
    "same as what was not given": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "L._Learner._operate = lambda self, q: m.Value(q.number, b'', 'expected')\ndef f(x): return 3"
    ),
    "calls what was not lent": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "L._Learner._operate = lambda self, q: m.Callback(1, 5, (), {})\ndef f(x): return 3"
    ),
    "exception that is none": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "names = tuple(('builtins', n) for n in ('eval', 'object', 'StopIteration', 'GeneratorExit', 'SystemExit'))\n"
        "L._Learner._operate = lambda self, q: m.Raised(q.number, names, '1', b'', '')\ndef f(x): return 3"
    ),
    "exception of the judge's": (
        "import grader.execution.learner as L, grader.execution.messages as m\n"
        "names = (('grader.checks.verdict', 'CheckFailed'), ('grader.judge.link', 'NoAnswer'),"
        " ('_pytest.outcomes', 'Skipped'))\n"
        "L._Learner._operate = lambda self, q: m.Raised(q.number, names, 'passed', b'', '', 3)\ndef f(x): return 3"
    ),
    "writes to the channel": (
        "import os, stat\n"
        "def sock(n):\n"
        "    try: return stat.S_ISSOCK(os.fstat(n).st_mode)\n"
        "    except OSError: return False\n"
        "def f(x):\n"
        "    for n in filter(sock, range(3, 100)): os.write(n, b'\\0\\0\\0\\5hello')\n"
        "    return 3"
    ),
    "announces a gigabyte": (
        "import os, stat\n"
        "def sock(n):\n"
        "    try: return stat.S_ISSOCK(os.fstat(n).st_mode)\n"
        "    except OSError: return False\n"
        "def f(x):\n"
        "    for n in filter(sock, range(3, 100)): os.write(n, b'\\x7f\\0\\0\\0')\n"
        "    return 3"
    ),
    "closes the channel": "import os\ndef f(x): os.closerange(3, 200)",
    "answers byte by byte": (
        "import os, stat, time\n"
        "def sock(n):\n"
        "    try: return stat.S_ISSOCK(os.fstat(n).st_mode)\n"
        "    except OSError: return False\n"
        "def f(x):\n"
        "    [n] = filter(sock, range(3, 100))\n"
        "    while True:\n"
        "        try:\n"
        "            os.write(n, b'\\0'); time.sleep(0.3)\n"
        "        except BaseException: pass"
    ),
    "sends its own decision": (
        "import gc\nfrom grader.execution.channel import Channel\nfrom grader.judge.told import *\n"
        "from grader.judge.told import write\nfrom grader.judge.job import Decision\n"
        "from grader.results import Outcome\n"
        "[c] = [o for o in gc.get_objects() if type(o) is Channel]\n"
        "def f(x):\n"
        "    c.send(write(DecisionTold(Decision('check0', Outcome.PASSED))))\n"
        "    return 3"
    ),
    "deep answer": "def f(x):\n y = []\n for i in range(10 ** 5): y = [y]\n return y",
    "long number": "def f(x): return 10 ** 100000",
}


@pytest.mark.parametrize("name", LIES)
def test_lie_does_not_pass(engine, name):
    found = judge(engine, LIES[name], CHECK, "assert f(2) == 4 and f(3) == 9", limits=QUICK)
    assert [one.outcome for one in found.decisions] == ["failed"] * 2, found
    codes = {"assertion", "error", "wrong_type", "died", "time_limit"}
    assert {one.code for one in found.decisions} <= codes, found


@pytest.mark.parametrize("name", LIES)
def test_lie_does_not_harm_the_next(engine, name):
    """The engine itself is sound after any of them."""
    judge(engine, LIES[name], CHECK, limits=QUICK)
    assert one(engine, "def f(x): return 2 * x", CHECK).outcome == "passed"


def test_flood_of_callbacks_does_not_pass(engine):
    answer = "def f(g):\n while True:\n  try: g(1)\n  except BaseException: pass"
    found = judge(engine, answer, "f(lambda x: x)", limits=QUICK).decisions[0]
    assert found.outcome == "failed"
    assert found.code == "time_limit"


def test_endless_recursion_between_both_fails(engine):
    answer = "def f(g, x): return g(x)"
    found = one(engine, answer, "def g(x): return f(g, x + 1)\nf(g, 1)")
    assert (found.outcome, found.parameters["name"]) == ("failed", "RecursionError")


def test_object_may_lie_about_itself_only_where_the_reference_has_one(engine):
    answer = "class E:\n def __eq__(self, o): return True\n def top(self): return E()\ndef f(x): return E()"
    opaque = {"f": FUNCTION, "f()": OBJECT, "f().top": FUNCTION}
    assert one(engine, answer, "assert f(1).top() == 5", opaque=opaque).code == "wrong_type"


def test_object_cannot_take_the_rules_of_another_path_along(engine):
    """What may be no data at `make()` may not at `f()`, even if both are the same object."""
    answer = (
        "class E:\n def __eq__(self, o): return True\n def part(self): return E()\n def whole(self): return self\n"
        "def f(*x): return E()\nmake = f"
    )
    opaque = {
        "f": FUNCTION,
        "make": FUNCTION,
        "make()": OBJECT,
        "make().part": FUNCTION,
        "make().part()": OBJECT,
    }
    opaque |= {"make().whole": FUNCTION, "make().whole()": OBJECT, "make().whole().part": FUNCTION}
    assert one(engine, answer, "make()\nassert f(1) == 5", opaque=opaque).code == "wrong_type"
    check = "assert make().whole().part() == 5"
    assert one(engine, answer, check, opaque=opaque).code == "wrong_type"
    check = "m = make()\nm.part()\nassert m.whole().part() == 5"
    assert one(engine, answer, check, opaque=opaque).code == "wrong_type"


def test_results_that_python_wants_of_a_type_are_of_it(engine):
    answer = (
        "import grader.execution.operations as o\n"
        "o.OPERATIONS['__len__'] = lambda t: 'many'\nclass E: pass\ndef f(x): return E()"
    )
    found = one(engine, answer, "assert len(f(1)) != 3", opaque={"f": FUNCTION, "f()": OBJECT})
    assert (found.outcome, found.parameters["name"]) == ("failed", "TypeError")


def test_iterator_without_end_is_stopped(engine):
    answer = "def f(x):\n while True: yield 1"
    found = judge(
        engine, answer, "list(f(1))", limits=QUICK, opaque={"f": FUNCTION, "f()": ITERATOR}
    )
    assert found.decisions[0].code == "time_limit"


HONEST = {
    "fork": (
        "import os\n"
        "def f(x):\n"
        "    pid = os.fork()\n"
        "    if pid: os.waitpid(pid, 0)\n"
        "    return 2 * x"
    ),
    "pool": (
        "from multiprocessing.pool import ThreadPool\n"
        "def f(x):\n with ThreadPool(2) as p: return sum(p.map(lambda y: y, [x, x]))"
    ),
    "thread": (
        "import threading\n"
        "def f(x):\n"
        "    y = []\n"
        "    t = threading.Thread(target=lambda: y.append(2 * x)); t.start(); t.join()\n"
        "    return y[0]"
    ),
    "other folder": "import os\ndef f(x):\n os.chdir('/')\n return 2 * x",
    "closed descriptors": "import os\ndef f(x):\n os.closerange(0, 3)\n return 2 * x",
    "prints": "import sys\ndef f(x):\n print('x' * 10 ** 6, flush=True)\n sys.stderr.write('y')\n return 2 * x",
    "own streams": "import sys, io\nsys.stdout = io.StringIO()\ndef f(x): print(1); return 2 * x",
    "own alarm": (
        "import signal\ndef f(x):\n signal.signal(signal.SIGALRM, lambda *a: None)\n"
        " signal.setitimer(signal.ITIMER_REAL, 0)\n"
        " return 2 * x"
    ),
    "limits": "import sys\nsys.setrecursionlimit(100000)\n"
    "def g(n): return 0 if n == 0 else 1 + g(n - 1)\ndef f(x): return x + g(x)",
    "shadowed names": "list = dict = set = len = print = str = int = isinstance = None\ndef f(x): return 2 * x",
    "subclass of int": "class N(int): pass\ndef f(x): return N(2 * x)",
    "number of NumPy": "import numpy as np\ndef f(x): return np.int64(2 * x)",
}


@pytest.mark.parametrize("name", HONEST)
def test_honest_code_that_does_odd_things_passes(engine, name):
    found = judge(engine, HONEST[name], CHECK, "assert f(3) == 6", visible="print(1)")
    assert [one.outcome for one in found.decisions] == ["passed"] * 2, found
    if name not in ("own streams", "closed descriptors", "shadowed names"):
        assert text_of(found.runs[2]) == "1\n"
