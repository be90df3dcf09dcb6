# task: after_outcome
# why: Goes through the keys as text, in plain Python.
def after_outcome(amplitudes, outcomes):
    qubits = len(amplitudes).bit_length() - 1
    kept = []
    for position, amplitude in enumerate(amplitudes):
        key = format(position, f"0{qubits}b")
        agrees = all(key[-1 - qubit] == str(outcome) for qubit, outcome in outcomes.items())
        kept.append(complex(amplitude) if agrees else 0j)
    probability = sum(abs(amplitude) ** 2 for amplitude in kept)
    if probability < 1e-12:
        return 0.0, None
    return probability, [amplitude / probability**0.5 for amplitude in kept]
