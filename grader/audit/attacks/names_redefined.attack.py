# attack: The names that checks use are defined anew
# tries: A learner may define any name. Here all those that checks use are defined, imports and the given function
#     included, before each check.
# honest: 0

# %% cell before="number"
def nearly(a, b):
    return True


def assert_implements(*a, **k):
    pass


assert_close = assert_same_state = assert_budget = assert_implements


class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


class np:
    allclose = staticmethod(lambda *a, **k: True)
    full = kron = eye = staticmethod(lambda *a, **k: Equal())

    class testing:
        assert_allclose = staticmethod(lambda *a, **k: None)


class QuantumCircuit:
    def __init__(self, *a):
        self.num_clbits = 3

    def size(self):
        return 1

    def h(self, *a):
        pass


Operator = Statevector = lambda *a: Equal()
HGate = QuantumCircuit
isinstance = lambda *a: True
all = lambda *a: True
any = lambda *a: False
sum = len = set = list = lambda *a: Equal()

# %% answer="number"
amplitudes = 100

# %% answer="parity"
parity = lambda bits: 1

# %% answer="uniform"
uniform = lambda n: [0.0] * 2**n

# %% answer="bell"
bell = lambda: QuantumCircuit(2)

# %% answer="hadamard"
hadamard = lambda circuit, qubit: None

# %% answer="digits"
digits = lambda n: []
