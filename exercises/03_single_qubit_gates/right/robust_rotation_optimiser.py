# task: robust_rotation
# why: Solves numerically for the two phases that make the error of first order vanish.

from scipy.optimize import least_squares


def robust_rotation(theta):
    def sequence(first, second):
        return [(np.pi, first), (2 * np.pi, second), (np.pi, first), (theta, 0.0)]

    def matrix(pulses, error):
        circuit = QuantumCircuit(1)
        for angle, phase in pulses:
            circuit.r((1 + error) * angle, phase, 0)
        return Operator(circuit).data

    def slope(phases, step=1e-4):
        pulses = sequence(*phases)
        change = (matrix(pulses, step) - matrix(pulses, -step)) / (2 * step)
        return np.concatenate([change.real.ravel(), change.imag.ravel()])

    best = least_squares(slope, [1.6, 4.9], xtol=1e-15, ftol=1e-15, gtol=1e-15)
    return sequence(*best.x)
