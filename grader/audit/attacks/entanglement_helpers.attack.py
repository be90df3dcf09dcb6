# attack: The entanglement exercise: the helpers of its checks are the learner's
# tries: Checks define functions of their own, which later ones might use. The learner defines them all, before and after.
# honest: 0
# target: 04_entanglement

# %% cell
check_exchange = check_product = check_entangled = check_ghz = check_w = check_settings = lambda *a, **k: None
fixed_circuit = pair = leaning = three = down = sign = None

# %% cell before="w_state"
check_w = fixed_circuit = check_settings = check_ghz = lambda *a, **k: None
assert_same_state = assert_budget = assert_same_unitary = check_w
random_statevector = lambda *a, **k: np.array([1, 0, 0, 0])
partial_trace = lambda *a, **k: np.eye(2) / 2

# %% answer="w_state"
def w_state(n):
    return QuantumCircuit(n)

# %% answer="any_pair"
def settings(amplitudes):
    return 0.0, 0.0, 0.0
