# task: born_rule
# why: A loop with conjugates, no NumPy.


def outcome_probabilities(amplitudes):
    squares = []
    for amplitude in amplitudes:
        amplitude = complex(amplitude)
        squares.append((amplitude * amplitude.conjugate()).real)
    return [square / sum(squares) for square in squares]
