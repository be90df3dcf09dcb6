# task: memory
# why: Collects the numbers of all measurements first and writes detectors at the end.
def memory(distance, rounds, flip, misread):
    lines, number, place = [], 0, {}
    for t in range(rounds):
        for q in range(distance):
            lines.append(f"X_ERROR({flip}) {q}")
        for j in range(distance - 1):
            ancilla = distance + t * (distance - 1) + j  # a fresh one each time
            lines.append(f"CX {j} {ancilla} {j + 1} {ancilla}")
            lines.append(f"M({misread}) {ancilla}")
            place[t, j], number = number, number + 1
    for q in range(distance):
        lines.append(f"M({misread}) {q}")
        place["data", q], number = number, number + 1
    for t in range(rounds + 1):
        for j in range(distance - 1):
            which = [place["data", j], place["data", j + 1]] if t == rounds else [place[t, j]]
            which += [place[t - 1, j]] if t else []
            lines.append("DETECTOR " + " ".join(f"rec[{one - number}]" for one in which))
    lines.append(f"OBSERVABLE_INCLUDE(0) rec[{place['data', 0] - number}]")
    return "\n".join(lines)
