# %% [markdown]
# # The target of the red team
#
# A small exercise of every kind of check: a number, functions, circuits, a simulator's counts, partial credit, a written answer.

# %% given="imports"
import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit.library import HGate
from qiskit.quantum_info import Operator, Statevector
from qiskit_aer import AerSimulator

from grader.checks import (
    assert_budget,
    assert_close,
    assert_implements,
    assert_marks,
    assert_same_state,
    assert_same_unitary,
    filled_in,
    instances,
    opaque_oracle,
)


def nearly(a, b):
    """Tell whether two numbers are the same up to rounding."""
    return abs(a - b) < 1e-9


MEASURED = [3, 1, 4, 1, 5]


# %% [markdown] task="number"
# ## A number
#
# How many complex amplitudes has a state of seven qubits? Write the number to `amplitudes`.

# %% answer="number"
### BEGIN SOLUTION
amplitudes = 128
### END SOLUTION

# %% check="number" points=1
assert isinstance(amplitudes, int)
### BEGIN HIDDEN TESTS
assert amplitudes == 128
assert nearly(amplitudes / 3, 42 + 2 / 3)
### END HIDDEN TESTS

# %% [markdown] task="parity"
# ## A function
#
# Write `parity(bits)`: 1 if the number of ones in a list of bits is odd, otherwise 0.


# %% answer="parity"
def parity(bits):
    ### BEGIN SOLUTION
    return sum(bits) % 2
    ### END SOLUTION


# %% check="parity" points=2
assert parity([1]) == 1
assert_implements(parity, [(([0, 0],), 0), (([1, 0],), 1)])
### BEGIN HIDDEN TESTS
secret_bits = [1, 1, 0, 1, 1, 1, 0]
assert parity(secret_bits) == sum(secret_bits) % 2
assert_implements(parity, [(([1, 1, 1, 1],), 0), (([],), 0), (([0, 1, 1, 1],), 1)])
for number in range(20):
    ones = [int(digit) for digit in f"{number:b}"]
    assert parity(ones) == number.bit_count() % 2
# an exception of the learner's ends neither `map` nor `all` as if all were well
assert all(map(lambda bits: parity(bits) == sum(bits) % 2, [[1, 1, 1], [1, 0, 1]]))
### END HIDDEN TESTS

# %% [markdown] task="uniform"
# ## An array
#
# Write `uniform(n)`: the amplitudes of the state of $n$ qubits in which all of them are the same positive number, as a NumPy array.


# %% answer="uniform"
def uniform(n):
    ### BEGIN SOLUTION
    return np.full(2**n, 2 ** (-n / 2))
    ### END SOLUTION


# %% check="uniform" points=2
assert len(uniform(1)) == 2
assert all(isinstance(float(one), float) for one in uniform(1))
### BEGIN HIDDEN TESTS
assert np.allclose(uniform(3), np.full(8, 8**-0.5))
np.testing.assert_allclose(uniform(2), [0.5, 0.5, 0.5, 0.5])
assert uniform(4).shape == (16,)
assert not any(abs(one - 0.25) > 1e-9 for one in uniform(4))
### END HIDDEN TESTS

# %% [markdown] task="bell"
# ## A circuit
#
# Write `bell()`: a circuit on two qubits that prepares $(|00\rangle + |11\rangle)/\sqrt2$ with at most one two-qubit gate.


# %% answer="bell"
def bell():
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    return circuit
    ### END SOLUTION


# %% check="bell" points=2
assert isinstance(bell(), QuantumCircuit)
### BEGIN HIDDEN TESTS
assert_same_state(bell(), "(|00> + |11>)/√2", circuit_only=True)
assert Statevector(bell()).equiv(Statevector([2**-0.5, 0, 0, 2**-0.5]))
assert_budget(bell(), qubits=2, two_qubit_gates=1)
### END HIDDEN TESTS

# %% [markdown] task="hadamard"
# ## Another circuit
#
# Write `hadamard(circuit, qubit)`: it adds gates to the circuit that it is given, equal to a Hadamard gate on this qubit, and returns nothing.


# %% answer="hadamard"
def hadamard(circuit, qubit):
    ### BEGIN SOLUTION
    circuit.h(qubit)
    ### END SOLUTION


# %% check="hadamard" points=2
blank = QuantumCircuit(1)
hadamard(blank, 0)
assert blank.size() > 0
### BEGIN HIDDEN TESTS
assert Operator(blank).equiv(Operator(HGate()))
wide = QuantumCircuit(2)
hadamard(wide, 1)
assert np.allclose(Operator(wide).data, np.kron(HGate().to_matrix(), np.eye(2)))
reference = QuantumCircuit(1)
reference.h(0)
assert Operator(blank) == Operator(reference)
### END HIDDEN TESTS

# %% [markdown] task="coins"
# ## Counts
#
# Write `coins()`: a circuit that tosses three coins which always agree, measured.


# %% answer="coins"
def coins():
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.cx(0, [1, 2])
    circuit.measure_all()
    return circuit
    ### END SOLUTION


# %% check="coins" points=2
assert coins().num_clbits == 3
### BEGIN HIDDEN TESTS
counts = AerSimulator(seed_simulator=7).run(coins(), shots=400).result().get_counts()
assert set(counts) == {"000", "111"}
assert_close(sum(counts.values()), 400)
assert min(counts.values()) > 120
### END HIDDEN TESTS

# %% [markdown] task="primes"
# ## As many as you find
#
# Write `primes(limit)`: the list of all primes below the limit. Every right list gives a point.


# %% answer="primes"
def primes(limit):
    ### BEGIN SOLUTION
    return [n for n in range(2, limit) if all(n % d for d in range(2, n))]
    ### END SOLUTION


# %% check="primes" points=4
assert isinstance(primes(3), list)
credit = int(primes(5) == [2, 3])
### BEGIN HIDDEN TESTS
for limit, expected in [(2, []), (12, [2, 3, 5, 7, 11]), (20, [2, 3, 5, 7, 11, 13, 17, 19])]:
    credit += primes(limit) == expected
### END HIDDEN TESTS
credit

# %% [markdown] task="compose"
# ## One after the other
#
# Write `compose(f, g)`: it returns the function that applies `g` and then `f`. What is no function raises a `TypeError` at once.


# %% answer="compose"
def compose(f, g):
    ### BEGIN SOLUTION
    if not (callable(f) and callable(g)):
        raise TypeError("two functions are needed")
    return lambda x: f(g(x))
    ### END SOLUTION


# %% check="compose" points=2
def refused(*arguments):
    """Tell whether the arguments are refused."""
    try:
        compose(*arguments)
    except TypeError:
        return True
    return False


assert refused(1, 2)
assert compose(abs, float)("-2.5") == 2.5
### BEGIN HIDDEN TESTS
for factor in (2, 3):
    assert compose(lambda x, k=factor: k * x, lambda x: x + 1)(4) == 5 * factor
assert not refused(abs, abs)
### END HIDDEN TESTS

# %% [markdown] task="digits"
# ## One at a time
#
# Write a generator `digits(n)`: the binary digits of a positive number, the last one first.


# %% answer="digits"
def digits(n):
    ### BEGIN SOLUTION
    while n:
        yield n % 2
        n //= 2
    ### END SOLUTION


# %% check="digits" points=1
assert list(digits(1)) == [1]
### BEGIN HIDDEN TESTS
assert list(digits(10)) == [0, 1, 0, 1]
found = iter(digits(6))
assert [next(found), next(found), next(found), next(found, None)] == [0, 1, 1, None]
assert all(one == other for one, other in zip(digits(13), [1, 0, 1, 1], strict=True))
ten, ones_of_ten = 10, 2
### END HIDDEN TESTS

# %% [markdown] task="weight"
# ## Ones
#
# Write `weight(n)`: how many ones the binary digits of a number have.


# %% answer="weight"
def weight(n):
    ### BEGIN SOLUTION
    return bin(n).count("1")
    ### END SOLUTION


# %% check="weight" points=1
assert isinstance(weight(0), int)
### BEGIN HIDDEN TESTS
# made at the end of the check before, which a learner may fail on purpose
assert weight(ten) == ones_of_ten
### END HIDDEN TESTS

# %% [markdown] task="arrange"
# ## In place
#
# Write `arrange(values, order)`: it puts a list into another order, in place; `order` holds the former places.


# %% answer="arrange"
def arrange(values, order):
    ### BEGIN SOLUTION
    values[:] = [values[place] for place in order]
    ### END SOLUTION


# %% check="arrange" points=2
letters = ["b", "a"]
arrange(letters, [1, 0])
assert letters == ["a", "b"]
### BEGIN HIDDEN TESTS
order, values = [2, 0, 1], [5, 6, 7]
before = list(values)
arrange(values, order)
assert values == [before[place] for place in order]
### END HIDDEN TESTS

# %% [markdown] task="total"
# ## A sum
#
# Write `total(values)`: the sum of a list of numbers.


# %% answer="total"
def total(values):
    ### BEGIN SOLUTION
    return sum(values)
    ### END SOLUTION


# %% check="total" points=1
assert total([]) == 0
### BEGIN HIDDEN TESTS
assert total(MEASURED) == sum(MEASURED)
### END HIDDEN TESTS

# %% [markdown] task="mark"
# ## An oracle
#
# Write `mark()`: a circuit on three qubits that gives $|111\rangle$ a factor of $-1$ and leaves all other basis states alone, with at most
# twenty gates, all of them `h`, `t`, `tdg` or `cx`.


# %% answer="mark"
def mark():
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(3)
    for control, turn in [(1, "tdg"), (0, "t"), (1, "tdg"), (0, "t")]:
        circuit.cx(control, 2)
        getattr(circuit, turn)(2)
    circuit.t(1)
    circuit.cx(0, 1)
    circuit.tdg(1)
    circuit.cx(0, 1)
    circuit.t(0)
    return circuit
    ### END SOLUTION


# %% check="mark" points=2
assert mark().num_qubits == 3
### BEGIN HIDDEN TESTS
assert_marks(mark(), ["111"], qubits=3)
assert_budget(mark(), gates=20, two_qubit_gates=6, allowed_gates=["h", "t", "tdg", "cx"])
### END HIDDEN TESTS

# %% [markdown] task="wide"
# ## Many qubits
#
# Write `wide(n)`: a circuit of `n` qubits with a CX gate from each qubit to the next one, and an S gate on the last, in layers of any number.


# %% answer="wide"
def wide(n):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(n)
    for qubit in range(n - 1):
        circuit.cx(qubit, qubit + 1)
    circuit.s(n - 1)
    return circuit
    ### END SOLUTION


# %% check="wide" points=2
assert wide(3).num_qubits == 3
### BEGIN HIDDEN TESTS
chain = QuantumCircuit(30)
for qubit in range(29):
    chain.cx(qubit, qubit + 1)
chain.s(29)
assert_same_unitary(wide(30), chain)
### END HIDDEN TESTS

# %% [markdown] task="query"
# ## A black box
#
# Write `query(oracle)`: a circuit on three qubits that calls the oracle, a gate on three qubits, once, and turns its flip of qubit 2 into a phase.


# %% answer="query"
def query(oracle):
    ### BEGIN SOLUTION
    circuit = QuantumCircuit(3)
    circuit.x(2)
    circuit.h(2)
    circuit.append(oracle, [0, 1, 2])
    circuit.h(2)
    circuit.x(2)
    return circuit
    ### END SOLUTION


# %% check="query" points=2
assert query(opaque_oracle("oracle", 3)).num_qubits == 3
### BEGIN HIDDEN TESTS
hidden_marks = sorted(instances("query").choice(4, size=2, replace=False).tolist())
hidden_box = QuantumCircuit(3)
for value in hidden_marks:
    hidden_box.mcx([0, 1], 2, ctrl_state=value)
asked = query(opaque_oracle("oracle", hidden_box))
assert_budget(asked, calls={"oracle": 1}, allowed_gates=["x", "h"])
assert_marks(filled_in(asked, {"oracle": hidden_box}), hidden_marks, qubits=2, ancillas=[2])
### END HIDDEN TESTS

# %% [markdown] task="toss"
# ## Random numbers
#
# Write `toss(generator, n)`: `n` random bits, drawn by `generator.integers(2, size=n)`, as a list.


# %% answer="toss"
def toss(generator, n):
    ### BEGIN SOLUTION
    return generator.integers(2, size=n).tolist()
    ### END SOLUTION


# %% check="toss" points=2
assert len(toss(np.random.default_rng(1), 5)) == 5
### BEGIN HIDDEN TESTS
seed = int(instances("toss").integers(2**62))
source, same = np.random.default_rng(seed), np.random.default_rng(seed)
assert toss(source, 40) == same.integers(2, size=40).tolist()
assert toss(source, 40) == same.integers(2, size=40).tolist()
assert source.integers(2**40) == same.integers(2**40)
### END HIDDEN TESTS

# %% [markdown] task="why"
# ## In words
#
# Why does a copy of an unknown state not help?

# %% [markdown] essay="why" points=3
# ### BEGIN SOLUTION
# There is none: copying would not be linear.
# ### END SOLUTION

# %% [markdown] rubric="why"
# Linearity is named: 3 points.
