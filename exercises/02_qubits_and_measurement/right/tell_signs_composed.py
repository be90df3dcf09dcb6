# task: tell_signs
# why: Builds the measuring part alone and puts it behind the preparation.


def tell_signs(preparation):
    measuring = QuantumCircuit(1, 1)
    measuring.h(0)
    measuring.measure(0, 0)
    return measuring.compose(preparation, front=True)
