# attack: A global phase that is no number
# tries: Allowed gates alone, and NaN as the global phase of the circuit or of a gate inside of it.
# honest: 0

# %% answer="mark"
def mark():
    circuit = QuantumCircuit(3)
    circuit.t(0)
    circuit.global_phase = float("nan")
    return circuit

# %% answer="query"
def query(oracle):
    circuit = QuantumCircuit(3, global_phase=float("inf"))
    circuit.append(oracle, [0, 1, 2])
    return circuit
