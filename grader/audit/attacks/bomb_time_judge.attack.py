# attack: Data that take the judge for ever
# tries: A generator without end, where a list is made of it; a list of a hundred thousand numbers; a circuit of
#     ten thousand gates.
# honest: number 1
# limits: cell_seconds 4, notebook_seconds 40
# plain: it would use all memory

# %% answer="number"
amplitudes = 128

# %% answer="digits"
def digits(n):
    while True:
        yield 1

# %% answer="uniform"
def uniform(n):
    return list(range(100_000))

# %% answer="bell"
def bell():
    circuit = QuantumCircuit(10)
    for step in range(10_000):
        circuit.rx(step, step % 10)
        circuit.cx(step % 10, (step + 1) % 10)
    return circuit
