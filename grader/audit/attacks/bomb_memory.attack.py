# attack: All memory of the machine
# tries: Allocates and touches memory until there is none.
# honest: number 1
# limits: cell_seconds 15, notebook_seconds 40
# plain: it would take gigabytes

# %% answer="number"
amplitudes = 128

# %% answer="parity"
hoard = []
while True:
    hoard.append(bytearray(b"x" * 2**26))
