# task: tell_signs
# why: Works on the given circuit itself.


def tell_signs(preparation):
    preparation.u(np.pi / 2, 0, np.pi, 0)
    preparation.measure_active()
    return preparation
