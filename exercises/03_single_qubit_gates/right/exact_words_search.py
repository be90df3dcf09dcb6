# task: exact_words
# why: Tries all words of at most eight letters.

import itertools


def exact_word(name):
    circuit = QuantumCircuit(1)
    getattr(circuit, name)(0)
    target = Operator(circuit).data
    letters = {"h": np.array([[1, 1], [1, -1]]) / np.sqrt(2), "s": np.diag([1, 1j])}
    for length in range(1, 9):
        for word in itertools.product("hs", repeat=length):
            matrix = np.eye(2)
            for letter in word:
                matrix = letters[letter] @ matrix
            if np.allclose(matrix, target):
                return list(word)
    return []
