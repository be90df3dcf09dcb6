# task: any_resource
# why: Leaves Bob's corrections out: without the bits everything arrives as noise.
# fails: assert_same_channel wrong_channel
def arriving(resource):
    values, vectors = np.linalg.eigh(np.array(resource))
    kraus = []
    for index, value in enumerate(values):
        pair = vectors[:, index].reshape(2, 2)
        for x in (0, 1):
            for z in (0, 1):
                bell = Statevector(shared_pair(x, z)).data.reshape(2, 2)
                kraus.append(np.sqrt(max(value, 0)) * pair @ bell.conj())
    return kraus
