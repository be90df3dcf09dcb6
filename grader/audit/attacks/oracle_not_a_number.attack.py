# attack: An oracle that turns by no number
# tries: A rotation by NaN makes every amplitude NaN, and whatever asks whether an error is larger than the tolerance
#     hears no. Comparisons of circuits and of oracles were asked so.
# honest: 0
# code: mark not_unitary|not_answered|wrong_type|error

# %% answer="mark"
def mark():
    circuit = QuantumCircuit(3)
    circuit.t(0)
    circuit.rz(float("nan"), 0)
    return circuit

# %% answer="wide"
def wide(n):
    circuit = QuantumCircuit(n)
    circuit.rx(float("inf"), 0)
    return circuit

# %% answer="bell"
def bell():
    circuit = QuantumCircuit(2)
    circuit.rz(float("nan"), 0)
    circuit.cx(0, 1)
    return circuit
