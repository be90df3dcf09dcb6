# task: after_outcome
# why: Divides by zero where the outcome cannot occur.
# fails: assert_close wrong_type
def after_outcome(amplitudes, outcomes):
    kept = np.array(amplitudes)
    positions = np.arange(len(kept))
    for qubit, outcome in outcomes.items():
        kept = np.where((positions >> qubit) & 1 == outcome, kept, 0)
    size = max(np.linalg.norm(kept), 1e-30)
    return size**2, kept / size
