# task: after_outcome
# why: Recursion: measure one qubit, normalise, go on; probabilities multiply.
def after_outcome(amplitudes, outcomes):
    from qiskit.quantum_info import Operator

    state = Statevector(amplitudes)
    probability = 1.0
    for qubit, outcome in outcomes.items():
        projector = Operator(np.diag([1 - outcome, outcome]))
        state = state.evolve(projector, [qubit])
        size = np.linalg.norm(state.data)
        probability *= size**2
        if probability < 1e-12:
            return 0.0, None
        state = Statevector(state.data / size)
    return probability, state.data
