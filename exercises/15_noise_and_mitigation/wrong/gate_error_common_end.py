# task: gate_error
# why: Fits A and p and takes the last share for B.
# fails: assert_close wrong_value
def gate_error(lengths, reference, interleaved, qubits):
    def decay(shares):
        signal = np.array(shares[:-1]) - shares[-1]
        return np.exp(np.polyfit(lengths[:-1], np.log(signal), 1)[0])

    d = 2**qubits
    return (d - 1) / d * (1 - decay(interleaved) / decay(reference))
