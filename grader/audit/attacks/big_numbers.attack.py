# attack: Numbers that nobody can write down
# tries: Integers of a hundred million digits, denormal floats, complex infinities, Decimal and Fraction of great exponents: what
#     converts or prints them does not end.
# honest: 0
# limits: cell_seconds 5, notebook_seconds 40
# plain: printing takes minutes

# %% answer="number"
amplitudes = 1 << (10**8)

# %% answer="parity"
from decimal import Decimal
from fractions import Fraction


def parity(bits):
    return Decimal("1e999999999") if bits == [1] else Fraction(1, 3**10**5)

# %% answer="uniform"
def uniform(n):
    return np.array([complex("inf"), 5e-324])

# %% answer="primes"
def primes(limit):
    return [-(1 << 10**7)]
