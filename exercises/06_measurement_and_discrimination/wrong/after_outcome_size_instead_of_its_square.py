# task: after_outcome
# why: Returns the norm of what is left as the probability.
# fails: assert_close wrong_value
def after_outcome(amplitudes, outcomes):
    kept = np.array(amplitudes)
    positions = np.arange(len(kept))
    for qubit, outcome in outcomes.items():
        kept = np.where((positions >> qubit) & 1 == outcome, kept, 0)
    size = np.linalg.norm(kept)
    if size < 1e-6:
        return 0.0, None
    return size, kept / size
