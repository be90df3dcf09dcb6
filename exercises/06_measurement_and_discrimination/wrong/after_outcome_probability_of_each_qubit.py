# task: after_outcome
# why: Multiplies the probabilities of the single qubits as if they were independent.
# fails: assert_close wrong_value
def after_outcome(amplitudes, outcomes):
    kept = np.array(amplitudes)
    positions = np.arange(len(kept))
    probability = 1.0
    for qubit, outcome in outcomes.items():
        agrees = (positions >> qubit) & 1 == outcome
        probability *= np.sum(np.abs(np.array(amplitudes)[agrees]) ** 2)
        kept = np.where(agrees, kept, 0)
    if np.linalg.norm(kept) < 1e-6:
        return probability, None
    return probability, kept / np.linalg.norm(kept)
