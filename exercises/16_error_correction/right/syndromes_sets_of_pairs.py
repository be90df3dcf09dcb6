# task: syndromes
# why: Looks each pair of letters up in a set of the six pairs that anticommute, and adds with XOR.
def syndromes(generators, errors):
    clash = {"XY", "YX", "XZ", "ZX", "YZ", "ZY"}
    found = []
    for error in errors:
        row = []
        for generator in generators:
            bit = 0
            for k in range(len(error)):
                bit ^= generator[k] + error[k] in clash
            row.append(int(bit))
        found.append(row)
    return found
