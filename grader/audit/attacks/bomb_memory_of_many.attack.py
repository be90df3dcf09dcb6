# attack: All memory of the machine, by many processes
# tries: Each process stays below what one may use; together they do not.
# honest: number 1
# limits: cell_seconds 10, notebook_seconds 30
# plain: it would take gigabytes

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import os
import time

for _ in range(30):
    if os.fork() == 0:
        hoard = bytearray(b"x" * 200 * 2**20)
        time.sleep(1000)
time.sleep(4)
