# task: after_outcome
# why: Throws the other terms away and forgets to normalise.
# fails: assert_same_state not_normalised
def after_outcome(amplitudes, outcomes):
    kept = np.array(amplitudes)
    positions = np.arange(len(kept))
    for qubit, outcome in outcomes.items():
        kept = np.where((positions >> qubit) & 1 == outcome, kept, 0)
    probability = np.linalg.norm(kept) ** 2
    if probability < 1e-12:
        return 0.0, None
    return probability, kept
