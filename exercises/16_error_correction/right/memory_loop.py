# task: memory
# why: Uses a REPEAT block for all rounds but the first, and separate errors before the measurements.
def memory(distance, rounds, flip, misread):
    checks = range(distance, 2 * distance - 1)
    data = range(distance)
    step = stim.Circuit()
    step.append("X_ERROR", data, flip)
    for j in range(distance - 1):
        step.append("CNOT", [j + 1, checks[j], j, checks[j]])
    step.append("X_ERROR", checks, misread)
    step.append("MR", checks)
    first, later = step.copy(), step.copy()
    for j in range(distance - 1):
        now, before = stim.target_rec(j - distance + 1), stim.target_rec(j - 2 * distance + 2)
        first.append("DETECTOR", [now], [j, 0])
        later.append("DETECTOR", [now, before], [j, 1])
    circuit = first
    if rounds > 1:
        circuit += later * (rounds - 1)
    circuit.append("M", reversed(data), misread)
    for j in range(distance - 1):
        outcomes = [-1 - j, -2 - j, j - 2 * distance + 1]
        circuit.append("DETECTOR", [stim.target_rec(one) for one in outcomes], [j, 2])
    circuit.append("OBSERVABLE_INCLUDE", stim.target_rec(-1), 0)
    return str(circuit)
