# task: lone_qubit
# why: Makes the qubit an axis of its own and sums over the others with einsum.
def lone_qubit(amplitudes, qubit):
    cube = np.asarray(amplitudes).reshape(-1, 2, 2**qubit)
    return np.einsum("ajb,akb->jk", cube, cube.conj())
