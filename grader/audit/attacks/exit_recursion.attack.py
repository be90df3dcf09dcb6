# attack: Recursion without end
# tries: A function that calls itself, with a limit raised so high that the stack of the process overflows; a __repr__ and
#     an exception that recurse.
# honest: number 1

# %% answer="number"
import sys

amplitudes = 128
sys.setrecursionlimit(10**9)

# %% answer="parity"
def parity(bits):
    return parity(bits) + 1

# %% answer="uniform"
class Deep(Exception):
    def __repr__(self):
        return repr(self)

    __str__ = __repr__


def uniform(n):
    raise Deep
