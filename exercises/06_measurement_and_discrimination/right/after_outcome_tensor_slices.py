# task: after_outcome
# why: Reshapes to one axis for each qubit and empties the slice of the other outcome.
def after_outcome(amplitudes, outcomes):
    qubits = len(amplitudes).bit_length() - 1
    tensor = np.array(amplitudes, dtype=complex).reshape((2,) * qubits)
    for qubit, outcome in outcomes.items():
        np.moveaxis(tensor, qubits - 1 - qubit, 0)[1 - outcome] = 0
    kept = tensor.reshape(-1)
    size = np.linalg.norm(kept)
    if size < 1e-6:
        return 0.0, None
    return size**2, kept / size
