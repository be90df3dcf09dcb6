# attack: Arrays that lie
# tries: Subclasses of ndarray and objects with `__array__`, `__array_ufunc__` and `__array_function__` that answer every
#     comparison, and arrays whose data change between two looks.
# honest: 0

# %% answer="uniform"
class Lying(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **named):
        return np.True_

    def __array_function__(self, function, types, arguments, named):
        return True

    __eq__ = lambda self, other: np.True_
    shape = property(lambda self: Shape())


class Shape(tuple):
    __eq__ = lambda self, other: True


class Arrayed:
    looks = 0

    def __array__(self, *a, **k):
        Arrayed.looks += 1
        return np.zeros(8) + Arrayed.looks

    def __len__(self):
        return 2

    def __iter__(self):
        return iter([0.25, 0.25])


def uniform(n):
    return np.zeros(2**n).view(Lying) if n < 3 else Arrayed()
