# task: parity_game
# why: Shares the superposition of all words with an even number of 1s; the moves change the basis back.
def team_state(n):
    amplitudes = [float(word.bit_count() % 2 == 0) for word in range(2**n)]
    circuit = QuantumCircuit(n)
    circuit.prepare_state(np.array(amplitudes) / np.linalg.norm(amplitudes))
    return circuit


def move(question):
    circuit = QuantumCircuit(1)
    if question:
        circuit.h(0)
        circuit.s(0)
        circuit.h(0)
    return circuit


def team(n):
    return team_state(n), [move(0), move(1)]
