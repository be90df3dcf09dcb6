# task: colours
# why: The oracle by hand, the iteration from the library.
from qiskit.circuit.library import ZGate, grover_operator


def colours(vertices, edges, rounds):
    size, m = 2 * vertices, len(edges)
    differ = QuantumCircuit(size + m)
    for k, (i, j) in enumerate(edges):
        for bit in (0, 1):
            differ.cx(2 * i + bit, 2 * j + bit)
        differ.mcx([2 * j, 2 * j + 1], size + k, ctrl_state=0)
        differ.x(size + k)
        for bit in (0, 1):
            differ.cx(2 * i + bit, 2 * j + bit)
    oracle = differ.copy()
    notes = list(range(size, size + m))
    oracle.append(ZGate().control(m - 1) if m > 1 else ZGate(), notes)
    oracle.compose(differ.inverse(), inplace=True)

    start = QuantumCircuit(size + m)
    for i in range(vertices):
        start.ry(2 * np.arccos(np.sqrt(1 / 3)), 2 * i)
        start.ch(2 * i, 2 * i + 1)
        start.cx(2 * i + 1, 2 * i)
        # now |00>, |10> and, where both were 1, |0 1>: three strings of equal weight
    step = grover_operator(oracle, state_preparation=start, reflection_qubits=list(range(size)))
    circuit = QuantumCircuit(size + m, size)
    circuit.compose(start, inplace=True)
    for _ in range(rounds):
        circuit.compose(step, inplace=True)
    circuit.measure(range(size), range(size))
    return circuit
