# task: lone_qubit
# why: Keeps the probabilities and drops what is outside the diagonal.
# fails: assert_implements wrong_value
def lone_qubit(amplitudes, qubit):
    cube = np.abs(np.array(amplitudes).reshape(-1, 2, 2**qubit)) ** 2
    return np.diag(cube.sum(axis=(0, 2)))
