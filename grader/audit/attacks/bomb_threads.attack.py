# attack: A bomb of threads
# tries: Starts threads until there is no room.
# honest: number 1
# limits: cell_seconds 5, notebook_seconds 20

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import threading
import time

for _ in range(100_000):
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
