# attack: Surrogates, control characters and bytes
# tries: Text that no file can hold, in outputs, errors, names and values, so that recording the result fails.
# honest: number 1

# %% answer="number"
import os
import sys

amplitudes = 128
os.write(1, bytes(range(256)))
sys.stdout.write("\ud800\x00\x1b[2J\u202e")

# %% answer="parity"
x = "\u0425" + 1

# %% answer="uniform"
def uniform(n):
    raise type("\u202e\x07", (Exception,), {})("\ud800\udfff\x00")

# %% answer="bell"
def bell():
    return "\ud800" * 3

# %% answer="coins"
def coins():
    return QuantumCircuit(3, 3, name="\x00\u202e", metadata={"\u0000": "\ufffe"})

# %% answer="primes"
def primes(limit):
    return ["\udc80"]
