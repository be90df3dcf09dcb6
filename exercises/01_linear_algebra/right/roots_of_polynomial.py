# task: roots
# why: Lets NumPy find the zeros of x^n - z.


def roots(z, n):
    return np.roots([1] + [0] * (n - 1) + [-z])
