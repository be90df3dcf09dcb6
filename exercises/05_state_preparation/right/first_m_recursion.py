# task: first_m
# why: Recursion over the highest one of m: a circuit that acts only where the place above is 1.
def first_m(m, n):
    circuit = QuantumCircuit(n)

    def rotate(rest, above):
        """Decide the places of `rest` from the top; the one above switches the rotation on."""
        place = rest.bit_length() - 1
        remaining = rest - 2**place
        if remaining == 0:
            for k in range(place):
                circuit.h(k)
            return place
        angle = 2 * np.arctan2(np.sqrt(remaining), np.sqrt(2**place))
        if above is None:
            circuit.ry(angle, place)
        else:
            circuit.cry(angle, above, place)
        lower = rotate(remaining, place)
        for k in range(lower, place):
            circuit.h(k)
            circuit.ch(place, k)
        return place

    rotate(m, None)
    return circuit
