# task: chance
# why: Counts how often each gate is done at each place, and takes powers.
from collections import Counter


def chance(circuit, errors):
    used = Counter()
    for step in circuit.data:
        used[step.operation.name, frozenset(circuit.find_bit(q).index for q in step.qubits)] += 1
    good = 1.0
    for name, places in errors.items():
        for place, error in places.items():
            good *= (1 - error) ** used[name, frozenset(place)]
    return good
