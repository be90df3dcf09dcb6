# task: after_outcome
# why: Builds the projector as a tensor product, one factor for each qubit.
def after_outcome(amplitudes, outcomes):
    qubits = len(amplitudes).bit_length() - 1
    projector = np.eye(1)
    for qubit in reversed(range(qubits)):
        factor = np.eye(2)
        if qubit in outcomes:
            factor[1 - outcomes[qubit], 1 - outcomes[qubit]] = 0
        projector = np.kron(projector, factor)
    kept = projector @ amplitudes
    probability = np.vdot(kept, kept).real
    return (probability, kept / np.sqrt(probability)) if probability >= 1e-12 else (0.0, None)
