# task: memory
# why: Takes depolarising noise for the flips, of which a third are no flips in the Z basis.
# fails: assert_close wrong_value
def memory(distance, rounds, flip, misread):
    d, c = distance, distance - 1
    data, checks = " ".join(map(str, range(d))), " ".join(map(str, range(d, d + c)))
    lines = []
    for t in range(rounds):
        lines.append(f"DEPOLARIZE1({flip}) {data}")
        lines += [f"CX {j} {d + j} {j + 1} {d + j}" for j in range(c)]
        lines.append(f"MR({misread}) {checks}")
        for j in range(c):
            lines.append(f"DETECTOR rec[{j - c}]" + (f" rec[{j - 2 * c}]" if t else ""))
    lines.append(f"M({misread}) {data}")
    for j in range(c):
        lines.append(f"DETECTOR rec[{j - d}] rec[{j + 1 - d}] rec[{j - d - c}]")
    lines.append(f"OBSERVABLE_INCLUDE(0) rec[{-d}]")
    return "\n".join(lines)
