# attack: Answers of a gigabyte
# tries: Strings, numbers, lists and arrays of a gigabyte, or that pretend to be, are returned where a small value is asked.
# honest: 0
# limits: cell_seconds 10, notebook_seconds 60
# plain: it would use a gigabyte and more

# %% answer="number"
amplitudes = 1 << 33

# %% answer="parity"
def parity(bits):
    return 10 ** 10**6

# %% answer="uniform"
def uniform(n):
    return np.broadcast_to(0.5, (2**30,))

# %% answer="primes"
def primes(limit):
    return ["x" * 10**6] * 1000

# %% answer="digits"
def digits(n):
    yield "x" * 2**29

# %% answer="bell"
def bell():
    circuit = QuantumCircuit(2)
    for _ in range(200_000):
        circuit.h(0)
    return circuit
