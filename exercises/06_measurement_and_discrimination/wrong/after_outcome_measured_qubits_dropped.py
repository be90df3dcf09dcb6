# task: after_outcome
# why: Returns the state of the unmeasured qubits only.
# fails: assert_same_state wrong_size
def after_outcome(amplitudes, outcomes):
    kept = np.array(amplitudes)
    positions = np.arange(len(kept))
    agrees = np.full(len(kept), True)
    for qubit, outcome in outcomes.items():
        agrees &= (positions >> qubit) & 1 == outcome
    kept = kept[agrees]
    probability = np.linalg.norm(kept) ** 2
    if probability < 1e-12:
        return 0.0, None
    return probability, kept / np.linalg.norm(kept)
