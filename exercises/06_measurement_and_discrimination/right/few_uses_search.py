# task: few_uses
# why: One qubit; the angle between the uses is found by a numerical search.
def few_uses(unknown, theta, uses):
    from scipy.optimize import brentq

    def total(beta):
        turn = np.array([[np.cos(beta), np.sin(beta)], [-np.sin(beta), np.cos(beta)]])
        last = np.diag([np.exp(-0.5j * theta), np.exp(0.5j * theta)])
        rest = np.diag(np.exp(np.array([-0.5j, 0.5j]) * (uses - 1) * theta))
        return turn @ last @ turn.T @ rest

    def height(beta):
        return np.trace(total(beta)).real

    straight = height(0.0) > -1e-12
    beta = 0.0 if straight else brentq(height, 0.0, np.pi / 2, xtol=1e-13)
    # the total gate is i times a half turn; a state orthogonal to its axis is flipped
    flip = 1j * total(beta)
    axis = [np.trace(flip @ Pauli(letter).to_matrix()).real / 2 for letter in "XYZ"]
    across = np.cross(axis, [0, 1, 0] if abs(axis[1]) < 0.9 else [1, 0, 0])
    across = across / np.linalg.norm(across)
    polar, azimuth = np.arccos(across[2]), np.arctan2(across[1], across[0])
    circuit = QuantumCircuit(1, 1)
    circuit.u(polar, azimuth, 0, 0)
    for _ in range(uses - 1):
        circuit.append(unknown, [0])
    circuit.ry(2 * beta, 0)
    circuit.append(unknown, [0])
    circuit.ry(-2 * beta, 0)
    circuit.u(-polar, 0, -azimuth, 0)
    circuit.measure(0, 0)
    return circuit
