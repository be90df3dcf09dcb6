# task: cardinal_states
# why: Searches all words in h and s for the shortest one that reaches the state.

import itertools

from qiskit.quantum_info import Statevector


def prepare(label):
    target = Statevector.from_label(label)
    for length in range(5):
        for word in itertools.product("hs", repeat=length):
            circuit = QuantumCircuit(1)
            for letter in word:
                getattr(circuit, letter)(0)
            if Statevector(circuit).equiv(target):
                return circuit
    raise ValueError(label)
