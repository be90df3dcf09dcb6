# task: memory
# why: Takes the outcome of each round itself for a detector, not its change.
# fails: assert_close wrong_value
def memory(distance, rounds, flip, misread):
    d, c = distance, distance - 1
    data, checks = " ".join(map(str, range(d))), " ".join(map(str, range(d, d + c)))
    lines = []
    for _ in range(rounds):
        lines.append(f"X_ERROR({flip}) {data}")
        lines += [f"CX {j} {d + j} {j + 1} {d + j}" for j in range(c)]
        lines.append(f"MR({misread}) {checks}")
        lines += [f"DETECTOR rec[{j - c}]" for j in range(c)]
    lines.append(f"M({misread}) {data}")
    lines += [f"DETECTOR rec[{j - d}] rec[{j + 1 - d}]" for j in range(c)]
    lines.append(f"OBSERVABLE_INCLUDE(0) rec[{-d}]")
    return "\n".join(lines)
