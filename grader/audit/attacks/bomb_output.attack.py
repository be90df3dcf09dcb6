# attack: Output without end
# tries: Prints as fast as it goes, in Python, by a child and by C, until who reads it has no memory.
# honest: number 1
# limits: cell_seconds 4, notebook_seconds 30
# plain: nbgrader keeps all output in memory

# %% answer="number"
amplitudes = 128

# %% answer="parity"
while True:
    print("x" * 10**6)

# %% answer="uniform"
import subprocess

subprocess.run(["/usr/bin/yes"])

# %% answer="bell"
import os

while True:
    os.write(2, b"y" * 65536)
