# task: syndromes
# why: Holds the X and the Z part of each operator as an integer and counts common bits.
def syndromes(generators, errors):
    def packed(word):
        x = z = 0
        for letter in word:
            x, z = 2 * x + (letter in "XY"), 2 * z + (letter in "ZY")
        return x, z

    asked = [packed(word) for word in generators]
    result = []
    for x, z in map(packed, errors):
        result.append([((x & b).bit_count() + (z & a).bit_count()) & 1 for a, b in asked])
    return result
