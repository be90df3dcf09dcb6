# task: memory
# why: Measures the parities with MPP, without any ancilla, and misreports them there.
def memory(distance, rounds, flip, misread):
    c = distance - 1
    everything = " ".join(str(j) for j in range(distance))
    pairs = " ".join(f"Z{j}*Z{j + 1}" for j in range(c))
    text = f"R {everything}\n"
    for t in range(rounds):
        text += f"X_ERROR({flip}) {everything}\nMPP({misread}) {pairs}\n"
        for j in range(c):
            text += f"DETECTOR({j}, {t}) rec[{j - c}]"
            text += f" rec[{j - c - c}]\n" if t > 0 else "\n"
    text += f"X_ERROR({misread}) {everything}\nM {everything}\n"
    for j in range(c):
        text += f"DETECTOR({j}, {rounds}) rec[{j - distance}] rec[{j - distance + 1}] rec[{j - distance - c}]\n"
    return text + f"OBSERVABLE_INCLUDE(0) rec[{-distance}]\n"
