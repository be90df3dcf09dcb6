# task: impossible
# why: Asks SciPy for the lowest pair alone.
from scipy.linalg import eigh


def impossible(images):
    choi = np.vstack([np.hstack(list(row)) for row in images])
    value, vector = eigh((choi + choi.conj().T) / 2, subset_by_index=[0, 0])
    if value[0] < -1e-4:
        return list(vector[:, 0])
    return None
