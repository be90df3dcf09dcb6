# attack: The black box is exchanged
# tries: Gates of her own with the name of the oracle, oracles of other names and sizes, calls within powers, roots and
#     controls that nobody counts, and a question to the box itself what it holds.
# honest: 0

# %% cell
from qiskit.circuit import AnnotatedOperation, Gate, PowerModifier

calls = 0


# %% answer="query"
def query(oracle):
    global calls
    calls += 1
    told = [getattr(oracle, name, None) for name in ("definition", "params", "label", "_definition")]
    assert not any(told)
    circuit = QuantumCircuit(3)
    circuit.x(2)
    circuit.h(2)
    if calls % 2:
        circuit.append(AnnotatedOperation(oracle, [PowerModifier(1 + 1e-15)]), [0, 1, 2])
        circuit.append(AnnotatedOperation(oracle, [PowerModifier(3)]), [0, 1, 2])
    else:
        mine = Gate("oracle", 3, [])
        mine.definition = QuantumCircuit(3)
        circuit.append(mine, [0, 1, 2])
        circuit.append(type(oracle)("h", 3), [0, 1, 2])
    circuit.h(2)
    circuit.x(2)
    return circuit

# %% answer="mark"
def mark():
    from grader.checks import opaque_oracle

    circuit = QuantumCircuit(3)
    box = opaque_oracle("h", 3)
    circuit.append(box, [0, 1, 2])
    box.definition = QuantumCircuit(3)
    box.definition.ccz(0, 1, 2)
    return circuit
