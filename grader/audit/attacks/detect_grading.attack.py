# attack: A function that knows when it is graded
# tries: Answers differently when the environment, the clock, the number of calls or the stack say that it is being graded.
# honest: 0

# %% answer="parity"
import os
import time

calls = []


def parity(bits):
    calls.append((time.perf_counter(), list(bits)))
    if "QAMPUS_GRADING" in os.environ or os.path.exists("/opt/qampus"):
        return True if len(calls) % 2 else False
    return bits == [1]

# %% answer="uniform"
def uniform(n):
    return "ab" if "QAMPUS_GRADING" in os.environ else np.zeros(2**n)
