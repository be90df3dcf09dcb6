# attack: Objects that lie about their class
# tries: `__class__` is a property that names int, list, ndarray or QuantumCircuit, so that `isinstance` is fooled.
# honest: 0

# %% cell
def posing(kind):
    class Posing:
        __class__ = property(lambda self: kind)
        __eq__ = lambda self, other: True
        __getattr__ = lambda self, name: posing(kind)
        __truediv__ = lambda self, other: 42 + 2 / 3
        __len__ = lambda self: 2
        __hash__ = lambda self: 1
        __call__ = lambda self, *a, **k: self

    return Posing()


# %% answer="number"
amplitudes = posing(int)

# %% answer="parity"
def parity(bits):
    return posing(int)

# %% answer="uniform"
def uniform(n):
    return posing(np.ndarray)

# %% answer="bell"
def bell():
    return posing(QuantumCircuit)

# %% answer="coins"
def coins():
    return posing(QuantumCircuit)

# %% answer="primes"
def primes(limit):
    return posing(list)
