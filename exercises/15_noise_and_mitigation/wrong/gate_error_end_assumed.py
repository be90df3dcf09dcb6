# task: gate_error
# why: Takes B = 1/d for granted, so that errors of the readout become errors of the gate.
# fails: assert_close wrong_value
def gate_error(lengths, reference, interleaved, qubits):
    d = 2**qubits

    def decay(shares):
        signal = np.maximum(np.array(shares) - 1 / d, 1e-9)
        return np.exp(np.polyfit(lengths, np.log(signal), 1)[0])

    return (d - 1) / d * (1 - decay(interleaved) / decay(reference))
