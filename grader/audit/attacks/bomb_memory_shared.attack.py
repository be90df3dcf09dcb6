# attack: Memory that belongs to no process
# tries: Fills /dev/shm, memfd files, pipes and shared mappings, which no limit of address space counts.
# honest: number 1
# limits: cell_seconds 10, notebook_seconds 30
# plain: it would take gigabytes

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import mmap
import os

held = []
for _ in range(100):
    try:
        number = os.memfd_create("hoard")
        for _ in range(64):
            os.write(number, bytes(2**20))
        os.close(os.dup(number))
        held.append(number)
    except OSError:
        break
for place in range(100):
    try:
        with open(f"/dev/shm/hoard{place}", "wb") as file:
            file.write(bytes(2**24))
    except OSError:
        break
for _ in range(20):
    try:
        shared = mmap.mmap(-1, 2**27)
        shared.write(b"x" * 2**27)
        held.append(shared)
    except OSError:
        break
