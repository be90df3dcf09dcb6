# task: any_resource
# why: A pair with a flip is taken for a sign error, and the reverse.
# fails: assert_same_channel wrong_channel
def arriving(resource):
    flip, sign = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    kraus = []
    for x in range(2):
        for z in range(2):
            bell = Statevector(shared_pair(x, z)).data
            weight = (bell.conj() @ resource @ bell).real
            error = np.linalg.matrix_power(sign, x) @ np.linalg.matrix_power(flip, z)
            kraus.append(np.sqrt(max(weight, 0)) * error)
    return kraus
