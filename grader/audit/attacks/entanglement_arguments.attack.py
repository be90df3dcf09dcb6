# attack: The entanglement exercise: arguments are changed
# tries: Functions change the arrays, dictionaries and circuits that the checks hand over and compare with afterwards.
# honest: 0
# target: 04_entanglement

# %% answer="covariance"
def covariance(counts, a, b):
    counts.clear()
    counts["00"] = 1
    return 0.0

# %% answer="along_axes"
def along_axes(preparation, axes):
    preparation.data.clear()
    preparation.measure_all()
    return preparation

# %% answer="split_state"
def split_state(amplitudes):
    amplitudes[:] = [1, 0, 0, 0]
    return np.array([1, 0]), np.array([1, 0])

# %% answer="any_pair"
def settings(amplitudes):
    amplitudes[:] = [1, 0, 0, 0]
    return 0.0, 0.0, 0.0
