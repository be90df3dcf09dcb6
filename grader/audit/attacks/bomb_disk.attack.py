# attack: A full disk
# tries: Writes without end to every place that can be written, in great files and in a great many small ones.
# honest: number 1
# limits: cell_seconds 15, notebook_seconds 30

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import os

for folder in (".", "/tmp", "/dev/shm", "/var/tmp", "/run", os.path.expanduser("~")):
    try:
        for place in range(1000):
            with open(f"{folder}/great{place}", "wb") as file:
                for _ in range(16):
                    file.write(bytes(2**20))
    except OSError as error:
        print(error)
    try:
        for place in range(20_000):
            open(f"{folder}/small{place}", "wb").close()
    except OSError as error:
        print(error)
