# task: all_hold
# why: ANDs in a chain, where the ancillas are cleaned by doing everything again.
# fails: assert_budget too_many_calls
def all_hold(n, conditions):
    m = len(conditions)
    width = 1 + m.bit_length()
    circuit = QuantumCircuit(n + width)

    def both(parts, target, spare):
        if len(parts) == 1:
            gate, places = parts[0]
            circuit.append(gate, [*places, target])
            return
        half = len(parts) // 2
        first, second, *others = spare
        for _ in range(2):
            both(parts[:half], first, [second, *others, target])
            both(parts[half:], second, [*others, target])
            if _ == 0:
                circuit.ccx(first, second, target)
            both(parts[half:], second, [*others, target])
            both(parts[:half], first, [second, *others, target])

    ancillas = list(range(n, n + width))
    both(conditions, ancillas[0], ancillas[1:])
    circuit.z(ancillas[0])
    both(conditions, ancillas[0], ancillas[1:])
    return circuit
