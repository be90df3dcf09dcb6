# attack: An object that is equal to everything
# tries: Compares as equal, less and greater, is callable, has every attribute and every item.
# honest: 0

# %% cell
class Equal:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __call__(self, *a, **k):
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key):
        return self

    def __iter__(self):
        return iter([self])

    def __len__(self):
        return 2

    def __float__(self):
        return 1.0

    def __int__(self):
        return 1000

    __index__ = __int__
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __truediv__ = __mod__ = lambda self, other: self
    __abs__ = lambda self: 0
    __hash__ = lambda self: 1


# %% answer="number"
amplitudes = Equal()

# %% answer="parity"
parity = Equal()

# %% answer="uniform"
uniform = Equal()

# %% answer="bell"
bell = Equal()

# %% answer="hadamard"
hadamard = Equal()

# %% answer="coins"
coins = Equal()

# %% answer="primes"
primes = Equal()

# %% answer="compose"
compose = Equal()

# %% answer="digits"
digits = Equal()
