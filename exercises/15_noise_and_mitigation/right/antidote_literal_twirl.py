# task: antidote
# why: Twirls literally, with sixteen terms, and solves for the weights by requiring the identity.
def antidote(kraus, error):
    paulis = [
        np.eye(2),
        np.array([[0, 1], [1, 0]]),
        np.array([[0, -1j], [1j, 0]]),
        np.diag([1, -1]),
    ]

    def twirled(rho):
        total = 0
        for p in paulis:
            inner = p @ rho @ p
            total = total + p @ sum(np.array(k) @ inner @ np.conj(k).T for k in kraus) @ p / 4
        return total

    columns = []
    for q in paulis:
        columns.append(np.concatenate([(q @ twirled(p) @ q).reshape(-1) for p in paulis]))
    target = np.concatenate([p.reshape(-1) for p in paulis])
    weights = np.linalg.lstsq(np.array(columns).T, target, rcond=None)[0].real
    cost = sum(abs(w) for w in weights)
    return weights, math.ceil(cost * cost / error**2)
