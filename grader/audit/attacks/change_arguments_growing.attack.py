# attack: The argument grows and changes its kind
# tries: A function that may change its argument, a circuit, changes more: its registers, its class, its metadata, and the
#     gates' matrices, and hands back something else.
# honest: 0

# %% answer="hadamard"
def hadamard(circuit, qubit):
    circuit.__dict__["size"] = lambda *a: 1
    circuit.metadata = {"__class__": "Operator"}
    circuit.global_phase = float("nan")
    circuit.x(qubit)
    circuit.data[0].operation.params.append(1e308)
    circuit.data[0].operation.label = "h"
    HGate.__array__ = lambda self, *a, **k: np.eye(2)
    qubit = circuit
    return circuit
