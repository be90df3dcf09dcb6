# task: accident
# why: A forgotten measurement along X is an X in half of the cases; the loss has other Kraus matrices.
def accident(miss, look, lose):
    flip = np.array([[0, 1], [1, 0]])
    works = max(0.0, 1 - miss - look - lose)
    kraus = [works**0.5 * np.diag([1, 1j]), (miss + look / 2) ** 0.5 * np.eye(2)]
    kraus.append((look / 2) ** 0.5 * flip)
    for end in ([1, 1], [1, -1]):
        kraus.append(lose**0.5 * np.outer([1, 0], end) / 2**0.5)
    return kraus
