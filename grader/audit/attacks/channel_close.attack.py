# attack: The channel to the judge is closed
# tries: Closes every descriptor before a check, hoping that a judge without an answer passes it.
# honest: number 1

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import os


def parity(bits):
    os.closerange(0, 4096)
    return 1
