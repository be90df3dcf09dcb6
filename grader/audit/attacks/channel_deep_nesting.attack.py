# attack: Nesting without end
# tries: Lists in lists, a list that holds itself, a circuit of circuits: what unpacks or compares them runs out of stack.
# honest: 0
# limits: cell_seconds 4, notebook_seconds 40

# %% answer="number"
amplitudes = []
for _ in range(100_000):
    amplitudes = [amplitudes]

# %% answer="parity"
def parity(bits):
    ring = []
    ring.append(ring)
    return ring

# %% answer="uniform"
def uniform(n):
    table = {}
    table["x"] = (table,)
    return table

# %% answer="bell"
def bell():
    circuit = QuantumCircuit(2)
    for _ in range(40):
        outer = QuantumCircuit(2)
        outer.append(circuit.to_gate(), [0, 1])
        outer.append(circuit.to_gate(), [0, 1])
        circuit = outer
    return circuit

# %% answer="digits"
def digits(n):
    yield from digits(n)
