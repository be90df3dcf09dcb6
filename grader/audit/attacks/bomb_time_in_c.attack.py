# attack: A computation that no signal interrupts
# tries: One call into C that takes hours: a great power, a regular expression that backtracks, a sort of equal objects.
# honest: number 1
# limits: cell_seconds 2, notebook_seconds 14
# plain: each cell would hang until its time is over

# %% answer="number"
amplitudes = 128

# %% answer="parity"
import re


def parity(bits):
    return bool(re.fullmatch("(a+)+b", "a" * 60))

# %% answer="uniform"
def uniform(n):
    return 7 ** (7**20)

# %% answer="primes"
def primes(limit):
    return "x".join(map(str, range(10**12)))
