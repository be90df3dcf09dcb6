# attack: The process kills itself
# tries: SIGKILL, SIGABRT, SIGSEGV and SIGSTOP to itself in the middle of a check, after an honest answer.
# honest: number 1
# limits: cell_seconds 3, notebook_seconds 20

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import os
import signal


def parity(bits):
    os.kill(os.getpid(), signal.SIGSTOP)
    return 1

# %% answer="uniform"
def uniform(n):
    os.abort()

# %% answer="bell"
def bell():
    os.kill(os.getpid(), signal.SIGKILL)
