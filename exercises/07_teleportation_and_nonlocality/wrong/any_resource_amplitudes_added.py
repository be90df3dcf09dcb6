# task: any_resource
# why: Adds the errors as amplitudes in one Kraus matrix, as if they could interfere.
# fails: assert_same_channel not_trace_preserving
def arriving(resource):
    flip, sign = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    total = np.zeros((2, 2))
    for x in range(2):
        for z in range(2):
            bell = Statevector(shared_pair(x, z)).data
            weight = (bell.conj() @ resource @ bell).real
            error = np.linalg.matrix_power(sign, z) @ np.linalg.matrix_power(flip, x)
            total = total + np.sqrt(max(weight, 0)) * error
    return [total]
