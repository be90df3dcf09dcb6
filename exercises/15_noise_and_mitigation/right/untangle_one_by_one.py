# task: untangle
# why: Removes the negative entries one after the other, starting with the lowest, and shares their amount among the others.
def untangle(counts, flips):
    n = len(flips)
    tensor = np.zeros((2,) * n)
    for key, number in counts.items():
        tensor[tuple(int(bit) for bit in key)] = number
    tensor = tensor / tensor.sum()
    for qubit, (a, b) in enumerate(flips):
        inverse = np.linalg.inv([[1 - a, b], [a, 1 - b]])
        axis = n - 1 - qubit
        tensor = np.moveaxis(np.tensordot(inverse, tensor, axes=(1, axis)), 0, axis)
    quasi = tensor.reshape(-1)
    answer, debt, left = np.zeros(2**n), 0.0, 2**n
    for x in np.argsort(quasi):
        if quasi[x] + debt / left < 0:
            debt += quasi[x]
            left -= 1
        else:
            answer[x] = quasi[x] + debt / left
    return answer
