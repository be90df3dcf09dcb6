# task: any_resource
# why: Takes every pair for a Werner state with the same overlap.
# fails: assert_same_channel wrong_channel
def arriving(resource):
    flip, sign = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    bell = Statevector(shared_pair(0, 0)).data
    right = max((bell.conj() @ resource @ bell).real, 0)
    other = max((1 - right) / 3, 0)
    return [np.sqrt(right) * np.eye(2)] + [
        np.sqrt(other) * error for error in (flip, sign, sign @ flip)
    ]
