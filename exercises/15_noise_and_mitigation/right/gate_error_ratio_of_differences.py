# task: gate_error
# why: The ratio of two differences of the data does not depend on A and B; its p is found by halving an interval.
def gate_error(lengths, reference, interleaved, qubits):
    first, middle, last = lengths[0], lengths[len(lengths) // 2], lengths[-1]

    def decay(shares):
        y = dict(zip(lengths, shares, strict=True))
        wanted = (y[first] - y[middle]) / (y[first] - y[last])
        low, high = 0.5, 0.999999
        for _ in range(80):
            p = (low + high) / 2
            if (1 - p ** (middle - first)) / (1 - p ** (last - first)) > wanted:
                low = p
            else:
                high = p
        return p

    return (2**qubits - 1) / 2**qubits * (1 - decay(interleaved) / decay(reference))
