# attack: Subclasses of int, str, float, list and dict that lie
# tries: Values of the right type, by inheritance, whose comparison says yes.
# honest: 0

# %% cell
def lying(kind):
    class Lying(kind):
        __eq__ = __lt__ = __gt__ = __le__ = __ge__ = lambda self, other: True
        __ne__ = lambda self, other: False
        __hash__ = kind.__hash__

    return Lying


# %% answer="number"
class Number(lying(int)):
    def __truediv__(self, other):
        return 42 + 2 / 3


amplitudes = Number(5)

# %% answer="parity"
def parity(bits):
    return lying(int)(7)

# %% answer="uniform"
def uniform(n):
    return [lying(float)(0.0)] * 2**n

# %% answer="primes"
def primes(limit):
    return lying(list)([0])

# %% answer="digits"
def digits(n):
    yield from [lying(int)(9)] * n.bit_length()
