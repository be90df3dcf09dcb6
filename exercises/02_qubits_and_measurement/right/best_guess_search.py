# task: best_guess
# why: Tries many angles and keeps the best one.

ANGLES = np.linspace(0, np.pi, 5001)


def next_angle(alpha, beta, prior, outcomes):
    p, q = prior, 1 - prior
    for step in range(len(outcomes) + 1):
        chance = p * np.cos(ANGLES - alpha) ** 2 + q * np.sin(ANGLES - beta) ** 2
        theta = ANGLES[np.argmax(chance)]
        if step < len(outcomes):
            direction = theta if outcomes[step] == 0 else theta + np.pi / 2
            p, q = p * np.cos(direction - alpha) ** 2, q * np.cos(direction - beta) ** 2
    return float(theta)
