# task: measurement_chain
# why: Applies projectors to a density matrix.


def chain_probability(angles, outcomes):
    rho = np.diag([1.0, 0.0])
    for angle, outcome in zip(angles, outcomes, strict=True):
        b0 = np.array([np.cos(angle), np.sin(angle)])
        b1 = np.array([-np.sin(angle), np.cos(angle)])
        kept = [np.outer(b, b) for k, b in enumerate((b0, b1)) if outcome in (None, k)]
        rho = sum(projector @ rho @ projector for projector in kept)
    return float(np.trace(rho))
