# attack: Functions that swallow and return themselves
# tries: Returns coroutines, generators, futures and functions where values are expected, and exceptions as values.
# honest: 0

# %% answer="number"
amplitudes = StopIteration(128)

# %% answer="parity"
async def parity(bits):
    return 1

# %% answer="uniform"
def uniform(n):
    yield 1

# %% answer="bell"
def bell():
    return AssertionError("passed")

# %% answer="primes"
def primes(limit):
    return primes

# %% answer="digits"
async def digits(n):
    yield 1

# %% answer="compose"
def compose(f, g):
    return compose
