# task: scales
# why: The phases of the amplitudes do not matter: any phases will do, if they are undone.
def scales(oracle, weights):
    size = len(weights)
    n = size.bit_length() - 1
    state = np.sqrt(np.array(weights) / np.sum(weights)) * np.exp(1j * np.arange(size))
    frame = np.eye(size, dtype=complex)
    frame[:, 0] = state
    frame[:, 1:] = np.eye(size)[:, np.delete(np.arange(size), np.argmax(weights))]
    frame, triangle = np.linalg.qr(frame)
    frame[:, 0] *= triangle[0, 0]
    circuit = QuantumCircuit(n + 1, 1)
    circuit.unitary(frame, range(n))
    circuit.x(n)
    circuit.h(n)
    circuit.append(oracle, range(n + 1))
    circuit.h(n)
    circuit.unitary(frame.conj().T, range(n))
    circuit.mcx(list(range(n)), n, ctrl_state=0)
    circuit.measure(n, 0)
    return circuit
