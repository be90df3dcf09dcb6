# task: chsh_players
# why: Finds Bob's two angles by a numerical search over the correlations.
from scipy.optimize import minimize_scalar


def alice_turns(question, theta):
    circuit = QuantumCircuit(1)
    circuit.u(question * np.pi / 2, np.pi, np.pi, 0)
    return circuit


def bob_turns(question, theta):
    sign = (-1) ** question

    def loss(beta):
        return -(np.cos(beta) + sign * np.sin(beta) * np.sin(2 * theta))

    beta = minimize_scalar(
        loss, bounds=(-np.pi / 2, np.pi / 2), options={"xatol": 1e-9}, method="bounded"
    ).x
    circuit = QuantumCircuit(1)
    circuit.ry(-beta, 0)
    return circuit


def players(theta):
    alice = [alice_turns(question, theta) for question in (0, 1)]
    bob = [bob_turns(question, theta) for question in (0, 1)]
    return alice, bob
