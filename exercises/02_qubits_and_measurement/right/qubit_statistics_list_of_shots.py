# task: qubit_statistics
# why: Writes out every single shot and takes mean and scatter.


def qubit_statistics(counts, qubit):
    bits = np.array([int(label[::-1][qubit]) for label in counts])
    shots = np.repeat(bits, list(counts.values()))
    return [shots.mean(), shots.std() / np.sqrt(len(shots))]
