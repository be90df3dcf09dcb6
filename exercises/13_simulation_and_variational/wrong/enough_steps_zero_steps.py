# task: enough_steps
# why: Promises 0 steps if the parts commute.
# fails: assert_implements wrong_value
def enough_steps(first, second, t, epsilon):
    def evolution(hamiltonian):
        values, vectors = np.linalg.eigh(hamiltonian)
        return lambda time: (vectors * np.exp(-1j * values * time)) @ vectors.conj().T

    bound = t**2 / 2 * np.linalg.norm(first @ second - second @ first, 2)
    promised = math.ceil(bound / epsilon - 1e-9)
    one, other, exact = evolution(first), evolution(second), evolution(first + second)(t)
    needed = 1
    while True:
        steps = np.linalg.matrix_power(one(t / needed) @ other(t / needed), needed)
        if np.linalg.norm(steps - exact, 2) <= epsilon:
            return promised, needed
        needed += 1
