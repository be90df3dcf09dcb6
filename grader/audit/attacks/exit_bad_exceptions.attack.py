# attack: Exceptions that cannot be shown
# tries: Exceptions whose text, arguments, traceback or class raise when they are looked at, or whose names are too long.
# honest: 0

# %% answer="number"
class Unspeakable(Exception):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__

    @property
    def args(self):
        raise KeyboardInterrupt

    @property
    def __traceback__(self):
        raise MemoryError


amplitudes = 1
raise Unspeakable

# %% answer="parity"
def parity(bits):
    raise Unspeakable

# %% answer="uniform"
def uniform(n):
    raise type("A" * 10**7, (Exception,), {})("\udcff" * 10**6)

# %% answer="bell"
class Meta(type):
    __name__ = property(lambda self: 1 / 0)
    __mro__ = property(lambda self: 1 / 0)
    __subclasscheck__ = __instancecheck__ = lambda *a: True


class Strange(Exception, metaclass=Meta):
    pass


def bell():
    raise Strange
