# attack: No answer ever comes
# tries: The function that the judge calls never returns, and neither do later ones; signals are ignored.
# honest: number 1
# code: parity time_limit
# limits: cell_seconds 2, notebook_seconds 12
# plain: each cell would hang until its time is over

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import signal

for number in range(1, 32):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass


def parity(bits):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
