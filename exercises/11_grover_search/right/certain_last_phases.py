# task: certain
# why: Usual iterations, and a last one with other phases; the phase between two calls of the oracle.
from scipy.optimize import fsolve


def certain(oracle, n, solutions):
    theta = np.arcsin(np.sqrt(solutions / 2**n))
    rounds = math.ceil(np.pi / (4 * theta) - 0.5 - 1e-9)
    circuit = QuantumCircuit(n + 1, n)
    circuit.h(range(n))
    normal = rounds - 1
    angle = (2 * normal + 1) * theta
    for step in range(rounds):
        last = step == rounds - 1
        if last:
            mark, mirror = last_phases(theta, angle)
            circuit.append(oracle, range(n + 1))
            circuit.p(mark, n)
            circuit.append(oracle, range(n + 1))
        else:
            mirror = np.pi
            circuit.x(n)
            circuit.h(n)
            circuit.append(oracle, range(n + 1))
            circuit.h(n)
            circuit.x(n)
        circuit.h(range(n))
        circuit.x(range(n))
        if n == 1:
            circuit.p(mirror, 0)
        else:
            circuit.mcp(mirror, list(range(n - 1)), n - 1)
        circuit.x(range(n))
        circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit


def last_phases(theta, angle):
    """Return the two phases for which no amplitude is left on what is bad."""
    s, c = np.sin(theta), np.cos(theta)

    def left(phases):
        mark, mirror = phases
        good, bad = np.exp(1j * mark) * np.sin(angle), np.cos(angle)
        along = s * good + c * bad
        rest = bad + (np.exp(1j * mirror) - 1) * c * along
        return [rest.real, rest.imag]

    for guess in [
        (np.pi, np.pi),
        (2.5, 2.5),
        (1.5, 1.5),
        (0.5, 2.0),
        (2.0, 0.5),
        (0.3, 0.3),
        (-2, 2),
    ]:
        found = fsolve(left, guess, xtol=1e-13, full_output=True)
        if np.abs(left(found[0])).max() < 1e-9:
            return found[0]
    raise ValueError("no phases")
