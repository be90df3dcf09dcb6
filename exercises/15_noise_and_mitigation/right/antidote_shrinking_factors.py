# task: antidote
# why: Sends X, Y and Z through the channel, reads off how they shrink, and writes the four weights out.
def antidote(kraus, error):
    shrink = []
    for letter in "XYZ":
        matrix = Pauli(letter).to_matrix()
        image = sum(k @ matrix @ k.conj().T for k in kraus)
        shrink.append(2 / np.trace(matrix @ image).real)
    x, y, z = shrink
    weights = [(1 + x + y + z) / 4, (1 + x - y - z) / 4, (1 - x + y - z) / 4, (1 - x - y + z) / 4]
    return weights, math.ceil((sum(map(abs, weights)) / error) ** 2)
