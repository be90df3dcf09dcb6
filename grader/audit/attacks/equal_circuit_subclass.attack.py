# attack: A circuit that lies about itself
# tries: A subclass of QuantumCircuit says that it is small, equal to all, has three classical bits and turns into the
#     instruction that is wanted.
# honest: 0

# %% cell
class Lying(QuantumCircuit):
    num_clbits = property(lambda self: 3)
    __eq__ = lambda self, other: True
    size = lambda self, *a, **k: 1
    depth = lambda self, *a, **k: 0
    num_nonlocal_gates = lambda self: 0
    count_ops = lambda self: {"h": 1, "cx": 1}

    def to_instruction(self, *a, **k):
        return HGate()

    def __array__(self, *a, **k):
        return np.array([2**-0.5, 0, 0, 2**-0.5])

    def remove_final_measurements(self, *a, **k):
        return self


# %% answer="bell"
def bell():
    return Lying(2)

# %% answer="coins"
def coins():
    return Lying(3)

# %% answer="hadamard"
def hadamard(circuit, qubit):
    circuit.__class__ = Lying
    circuit.x(qubit)
