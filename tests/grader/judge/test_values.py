"""Right answers of many kinds pass, and wrong ones fail for what is wrong with them."""

from __future__ import annotations

import pytest

from tests.grader.judge.judging import FUNCTION, ITERATOR, OBJECT, one

PASSING = {
    "numbers": (
        "def f(x): return x + 1",
        "assert f(1) == 2\nassert f(x=0.5) == 1.5",
        {"f": FUNCTION},
    ),
    "defaults": (
        "def f(a, b=2, *c, d=4, **e): return (a, b, c, d, e)",
        "assert f(1) == (1, 2, (), 4, {})\nassert f(1, 3, 5, d=6, g=7) == (1, 3, (5,), 6, {'g': 7})",
        {"f": FUNCTION},
    ),
    "data": (
        "value = {'a': [1, 2.5, 'x', None]}",
        "assert value == {'a': [1, 2.5, 'x', None]}",
        {},
    ),
    "recursion": (
        "def f(n): return 1 if n == 0 else n * f(n - 1)",
        "assert f(20) == 2432902008176640000",
        {"f": FUNCTION},
    ),
    "array": (
        "def f(n): return np.arange(n) / 2\nimport numpy as np",
        "np.testing.assert_allclose(f(3), [0, 0.5, 1])",
        {"f": FUNCTION},
    ),
    "circuit": (
        "from qiskit import QuantumCircuit\n"
        "def f(): \n c = QuantumCircuit(2)\n c.h(0)\n c.cx(0, 1)\n return c",
        "assert_same_state(f(), '(|00> + |11>)/√2')\nassert f().num_qubits == 2",
        {"f": FUNCTION},
    ),
    "circuit argument": (
        "def f(c):\n c = c.copy()\n c.x(0)\n return c",
        "c = QuantumCircuit(1)\nassert_same_state(f(c), '|1>')\nassert c.size() == 0",
        {"f": FUNCTION},
    ),
    "parameters": (
        "from qiskit import QuantumCircuit\nfrom qiskit.circuit import Parameter\n"
        "def f():\n c = QuantumCircuit(1)\n c.ry(Parameter('t'), 0)\n return c",
        "c = f()\n[t] = c.parameters\nassert_same_state(c.assign_parameters({t: np.pi}), '|1>')",
        {"f": FUNCTION},
    ),
    "returned function": (
        "def f(n):\n def add(x, *, twice=False): return (x + n) * (2 if twice else 1)\n return add",
        "add = f(3)\nassert add(4) == 7\nassert add(4, twice=True) == 14\n"
        "assert add is add\nassert add.__name__ == 'add'",
        {"f": FUNCTION, "f()": FUNCTION},
    ),
    "generator": (
        "def f(n):\n for i in range(n):\n  yield i * i",
        "assert list(f(4)) == [0, 1, 4, 9]\nassert sum(f(3)) == 5\ng = f(1)\nassert next(g) == 0\n"
        "assert next(g, None) is None",
        {"f": FUNCTION, "f()": ITERATOR},
    ),
    "await": (
        "async def f(x):\n return x + 1",
        "assert await f(1) == 2",
        {"f": FUNCTION, "f()": OBJECT},
    ),
    "awaiting a clock": (
        "import asyncio\nasync def f(x):\n await asyncio.sleep(0.01)\n return x + 1",
        "assert await f(1) == 2",
        {"f": FUNCTION, "f()": OBJECT},
    ),
    "callback": (
        "def f(g, x): return g(g(x))",
        "assert f(lambda x: x * 3, 2) == 18\nassert f(np.sqrt, 16.0) == 2.0\nassert f(str.upper, 'a') == 'A'",
        {"f": FUNCTION},
    ),
    "callback given back": (
        "def f(g): return g",
        "def g(x): return x\nassert f(g) is g",
        {"f": FUNCTION},
    ),
    "composition": (
        "def f(g, h): return lambda x: g(h(x))",
        "both = f(lambda x: x + 1, lambda x: x * 2)\nassert both(5) == 11",
        {"f": FUNCTION, "f()": FUNCTION},
    ),
    "nested both ways": (
        "def f(g, n): return 0 if n == 0 else 1 + g(n - 1)",
        "def g(n): return f(g, n)\nassert f(g, 6) == 6",
        {"f": FUNCTION},
    ),
    "own function as argument": (
        "def f(g, x): return g(x) + 1\ndef double(x): return 2 * x",
        "assert f(double, 4) == 9",
        {"f": FUNCTION, "double": FUNCTION},
    ),
    "expected exception": (
        "def f(x):\n if x < 0: raise ValueError('negative')\n return x",
        "try:\n    f(-1)\nexcept ValueError as error:\n    assert str(error) == 'negative'\nelse:\n    assert False",
        {"f": FUNCTION},
    ),
    "key error": (
        "def f(x): return {}[x]",
        "try:\n    f('k')\nexcept KeyError as error:\n    assert error.args == ('k',)\nelse:\n    assert False",
        {"f": FUNCTION},
    ),
    "exception made from another": (
        "class Mine(LookupError): pass\ndef f(): raise Mine('gone', 2)",
        "try:\n    f()\nexcept LookupError as error:\n    assert 'gone' in str(error)\nelse:\n    assert False",
        {"f": FUNCTION},
    ),
    "exception of a library": (
        "from qiskit import QuantumCircuit\ndef f(): QuantumCircuit(1).x(3)",
        "from qiskit.circuit.exceptions import CircuitError\n"
        "try:\n    f()\nexcept CircuitError:\n    ok = True\nassert ok",
        {"f": FUNCTION},
    ),
    "exception of a callback": (
        "def f(g): return g()",
        "class Own(Exception): pass\ndef g(): raise Own(7)\ntry:\n    f(g)\nexcept Own as error:\n"
        "    assert error.args == (7,)\nelse:\n    assert False",
        {"f": FUNCTION},
    ),
    "changed in place": (
        "def f(x): x.sort()",
        "x = [3, 1, 2]\nassert f(x) is None\nassert x == [1, 2, 3]",
        {"f": FUNCTION},
        ("f():0",),
    ),
    "all kinds changed in place": (
        "def f(l, d, s, b, a, c, *, k):\n l.append(1); d['x'] = 1; s.add(1); b.append(1)\n"
        " a *= 2; c.x(0); k[0].append(2)",
        "l, d, s, b, a, c, k = [], {}, set(), bytearray(), np.ones(2), QuantumCircuit(1), [[]]\ninner = k[0]\n"
        "f(l, d, s, b, a, c, k=k)\nassert (l, d, s, b, a.tolist(), k) == ([1], {'x': 1}, {1}, b'\\1', [2, 2], [[2]])\n"
        "assert c.count_ops() == {'x': 1} and inner == [2]",
        {"f": FUNCTION},
        (*(f"f():{place}" for place in range(6)), "f():k"),
    ),
    "changed and given back": (
        "def f(c):\n c.x(0)\n return c",
        "assert_same_state(f(QuantumCircuit(1)), '|1>')",
        {"f": FUNCTION},
    ),
    "argument given back": (
        "def f(x): return x",
        "x = [1]\nassert f(x) is x",
        {"f": FUNCTION},
    ),
    "class": (
        "class Stack:\n"
        "    'A stack.'\n"
        "    def __init__(self, items=()): self.items = list(items)\n"
        "    def push(self, x): self.items.append(x); return self\n"
        "    def pop(self): return self.items.pop()\n"
        "    def __len__(self): return len(self.items)\n"
        "    def __contains__(self, x): return x in self.items\n"
        "    def __iter__(self): return iter(self.items)\n"
        "    def __getitem__(self, i): return self.items[i]\n"
        "    def __setitem__(self, i, x): self.items[i] = x\n"
        "    def __eq__(self, other): return self.items == other.items\n"
        "    def __add__(self, other): return Stack(self.items + other.items)\n"
        "    def __repr__(self): return f'Stack({self.items})'\n",
        "s = Stack([1])\n"
        "assert s.push(2) is s\n"
        "assert s.push(3).push(4).pop() == 4\n"
        "assert len(s) == 3 and 2 in s and 9 not in s and list(s) == [1, 2, 3] and s[0] == 1\n"
        "s[0] = 7\n"
        "assert s.items == [7, 2, 3] and bool(s) and not Stack()\n"
        "assert s == Stack([7, 2, 3]) and s != Stack()\n"
        "assert str(s + Stack([1])) == 'Stack([7, 2, 3, 1])' == f'{s + Stack([1])}'\n"
        "assert isinstance(s, Stack) and not isinstance(3, Stack)\n"
        "assert not hasattr(s, 'nothing') and Stack.__name__ == 'Stack' and Stack.__doc__ == 'A stack.'\n"
        "try:\n    Stack().pop()\nexcept IndexError:\n    pass\nelse:\n    assert False\n"
        "s.items = []\nassert len(s) == 0",
        {
            "Stack": OBJECT,
            "Stack()": OBJECT,
            "Stack().push": FUNCTION,
            "Stack().push()": OBJECT,
            "Stack().push().push": FUNCTION,
            "Stack().push().push()": OBJECT,
            "Stack().pop": FUNCTION,
            "Stack().push().pop": FUNCTION,
            "Stack().push().push().pop": FUNCTION,
            "Stack()=Stack().push()": OBJECT,
            "Stack().__iter__()": ITERATOR,
            "Stack().__add__()": OBJECT,
        },
    ),
    "context manager": (
        "class Open:\n"
        "    log = []\n"
        "    def __enter__(self): self.log.append('in'); return 5\n"
        "    def __exit__(self, kind, error, trace):\n"
        "        self.log.append(str(error)); return kind is ValueError",
        "o = Open()\nwith o as five:\n    assert five == 5\n    raise ValueError('x')\nassert o.log == ['in', 'x']",
        {"Open": OBJECT, "Open()": OBJECT},
    ),
    "arithmetic": (
        "class V:\n"
        "    def __init__(self, x): self.x = x\n"
        "    def __add__(self, o): return V(self.x + o.x)\n"
        "    def __mul__(self, k): return V(self.x * k)\n"
        "    __rmul__ = __mul__\n"
        "    def __neg__(self): return V(-self.x)\n"
        "    def __lt__(self, o): return self.x < o.x\n"
        "    def __hash__(self): return 5\n"
        "    def __float__(self): return float(self.x)",
        "a, b = V(1), V(2)\nassert (a + b).x == 3 and (2 * b).x == 4 and (-a).x == -1 and a < b and b > a\n"
        "assert hash(a) == 5 and float(b) == 2.0 and sorted([b, a])[0] is a",
        {
            "V": OBJECT,
            "V()": OBJECT,
            "V().__add__()": OBJECT,
            "V().__mul__()": OBJECT,
            "V().__rmul__()": OBJECT,
            "V().__neg__()": OBJECT,
        },
    ),
    "a callable object where the reference has a function": (
        "class F:\n def __call__(self, x): return x + 1\nf = F()",
        "assert f(1) == 2",
        {"f": FUNCTION},
    ),
    "an iterator where the reference has a generator": (
        "def f(): return map(str, [1, 2])",
        "assert list(f()) == ['1', '2']",
        {"f": FUNCTION, "f()": ITERATOR},
    ),
    "a list where the reference has a generator": (
        "def f(): return [1, 2]",
        "assert list(f()) == [1, 2]",
        {"f": FUNCTION, "f()": ITERATOR},
    ),
    "names that stay": ("x = 1", "assert x == 1\ny = x + 1", {}),
    "magics": ("x = 1", "%matplotlib inline\nassert x == 1\n!true", {}),
    "signature": (
        "def f(a, b=2, *, c): pass",
        "import inspect\nassert list(inspect.signature(f).parameters) == ['a', 'b', 'c']",
        {"f": FUNCTION},
    ),
    "implements": (
        "def f(a, b): return a + b",
        "assert_implements(f, [((1, 2), 3), (([1], [2]), [1, 2])])",
        {"f": FUNCTION},
    ),
    "missing name": (
        "x = 1",
        "try:\n    nothing\nexcept NameError as error:\n    assert str(error) == \"name 'nothing' is not defined\"\n"
        "else:\n    assert False",
        {},
    ),
    "name in globals": ("x = 1", "assert 'x' in globals() and 'z' not in globals()", {}),
    "one's own name wins": (
        "def f(x): return x",
        "inner = f\ndef f(x): return inner(x) + 1\nassert f(1) == 2",
        {"f": FUNCTION},
    ),
    "data is fetched anew": (
        "total = 0\ndef f():\n global total\n total += 1",
        "f()\nf()\nassert total == 2",
        {"f": FUNCTION},
    ),
}


@pytest.mark.parametrize("name", PASSING)
def test_right_answer_passes(engine, name):
    answer, check, opaque, *changes = PASSING[name]
    found = one(engine, answer, check, opaque=opaque, changes=changes[0] if changes else ())
    assert (found.code, found.outcome) == ("passed", "passed"), found


@pytest.mark.parametrize("name", PASSING)
def test_the_plan_is_found_by_exploring(engine, name):
    answer, check = PASSING[name][:2]
    explored = one(engine, answer, check, opaque={}, explore=True)
    assert explored.outcome == "passed", explored
    again = one(engine, answer, check, opaque=explored.opaque, changes=explored.changes)
    assert again.outcome == "passed", again
