# task: any_resource
# why: Uses the probabilities themselves as factors of the Kraus matrices.
# fails: assert_same_channel not_trace_preserving
def arriving(resource):
    flip, sign = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    kraus = []
    for x in range(2):
        for z in range(2):
            bell = Statevector(shared_pair(x, z)).data
            weight = (bell.conj() @ resource @ bell).real
            error = np.linalg.matrix_power(sign, z) @ np.linalg.matrix_power(flip, x)
            kraus.append(weight * error)
    return kraus
