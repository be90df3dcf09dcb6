# task: best_guess
# why: Asks itself for the earlier angles.


def next_angle(alpha, beta, prior, outcomes):
    odds = prior / (1 - prior)
    for step in range(len(outcomes)):
        theta = next_angle(alpha, beta, prior, outcomes[:step])
        wave = np.sin if outcomes[step] else np.cos
        odds *= (wave(theta - alpha) / wave(theta - beta)) ** 2
    pointer = odds * np.exp(2j * alpha) - np.exp(2j * beta)
    return np.angle(pointer) / 2
