# task: settle
# why: A general simplex search from all zeros, stopped early.
# fails: assert_between out_of_range
def settle(energy, count):
    from scipy.optimize import minimize

    found = minimize(
        lambda x: energy(x.tolist()),
        np.zeros(count),
        method="Nelder-Mead",
        options={"maxfev": 390 * count},
    )
    return found.x.tolist()
