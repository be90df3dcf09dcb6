# task: after_outcome
# why: Counts the qubits from the left of the ket.
# fails: assert_same_state qubit_order_reversed
def after_outcome(amplitudes, outcomes):
    qubits = len(amplitudes).bit_length() - 1
    kept = np.array(amplitudes)
    positions = np.arange(len(kept))
    for qubit, outcome in outcomes.items():
        kept = np.where((positions >> (qubits - 1 - qubit)) & 1 == outcome, kept, 0)
    probability = np.linalg.norm(kept) ** 2
    if probability < 1e-12:
        return 0.0, None
    return probability, kept / np.linalg.norm(kept)
