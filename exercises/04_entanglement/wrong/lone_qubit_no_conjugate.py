# task: lone_qubit
# why: Forgets the complex conjugate.
# fails: assert_implements wrong_value
def lone_qubit(amplitudes, qubit):
    cube = np.array(amplitudes).reshape(-1, 2, 2**qubit)
    return np.einsum("ajb,akb->jk", cube, cube)
