# task: below
# why: The carry of x + (2^n - c) says whether x >= c; carries by and / or ladders.
def below(n, c):
    circuit = QuantumCircuit(2 * n + 1)
    constant = 2**n - c
    if c == 0:
        return circuit
    circuit.x(n)
    if constant == 0:
        return circuit
    ladder = QuantumCircuit(2 * n + 1)
    carry = None
    for k in range(n):
        into = n if k == n - 1 else n + 1 + k
        bit = constant >> k & 1
        if carry is None:
            if bit:
                ladder.cx(k, into)
                carry = into
            continue
        if not bit:
            ladder.ccx(k, carry, into)
        else:
            ladder.cx(k, into)
            ladder.cx(carry, into)
            ladder.ccx(k, carry, into)
        carry = into
    circuit.compose(ladder, inplace=True)
    for step in reversed(ladder.data):  # undo what was not written to the target
        places = [ladder.find_bit(qubit).index for qubit in step.qubits]
        if places[-1] != n:
            circuit.append(step.operation, places)
    return circuit
