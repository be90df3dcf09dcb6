# attack: QPY that ends, lies and explodes
# tries: The bytes of a circuit are cut, repeated and changed at many places, so that reading them crashes the judge.
# honest: number 1

# %% answer="number"
amplitudes = 128

# %% answer="bell"
import io
import random
import sys

from qiskit import qpy

really = qpy.dump
noise = random.Random(3)


def dump(programs, file, *arguments, **named):
    buffer = io.BytesIO()
    really(programs, buffer, *arguments, **named)
    body = bytearray(buffer.getvalue())
    for _ in range(noise.randrange(1, 40)):
        body[noise.randrange(8, len(body))] = noise.randrange(256)
    file.write(bytes(body[: noise.randrange(20, len(body))] + b"\xff" * noise.randrange(2000)))


qpy.dump = dump
for module in list(sys.modules.values()):
    if getattr(module, "dump", None) is really:
        module.dump = dump


def bell():
    return QuantumCircuit(2)


coins = primes = uniform = digits = bell


def parity(bits):
    return bell()

# %% answer="*"
pass
