# task: split_state
# why: Divides by an amplitude that is not zero, as one does on paper.
def split_state(amplitudes):
    a, b, c, d = amplitudes
    if abs(a * d - b * c) > 1e-8:
        return None
    if abs(a) ** 2 + abs(b) ** 2 > 0.25:
        size = np.sqrt(abs(a) ** 2 + abs(b) ** 2)
        low = np.array([a, b]) / size
        ratio = c / a if abs(a) > abs(b) else d / b
        high = np.array([1, ratio])
    else:
        size = np.sqrt(abs(c) ** 2 + abs(d) ** 2)
        low = np.array([c, d]) / size
        ratio = a / c if abs(c) > abs(d) else b / d
        high = np.array([ratio, 1])
    return [high / np.linalg.norm(high), low]
