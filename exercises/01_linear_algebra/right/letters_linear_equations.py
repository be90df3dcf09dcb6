# task: letters
# why: Writes each word as a column and solves the equations for the numbers.

from functools import reduce


def spell(matrix):
    n = int(np.log2(len(matrix)))
    four = [[[1, 0], [0, 1]], [[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]]
    words = list(itertools.product(range(4), repeat=n))
    columns = [np.ravel(reduce(np.kron, [four[k] for k in word])) for word in words]
    if len(columns) > 64:
        numbers = np.array(columns).conj() @ np.ravel(matrix) / 2**n
    else:
        numbers = np.linalg.solve(np.array(columns).T, np.ravel(matrix))
    return {
        "".join("IXYZ"[k] for k in word): complex(number)
        for word, number in zip(words, numbers, strict=True)
        if abs(number) > 1e-6
    }
