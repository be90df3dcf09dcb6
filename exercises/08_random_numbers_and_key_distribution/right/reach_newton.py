# task: reach
# why: Finds the threshold by Newton's method, and the detection probability from a linear equation in odds.
def reach(loss, efficiency, dark, flips, inefficiency):
    wanted = 1 / (1 + inefficiency)
    q = 0.05
    for _ in range(50):
        value = -q * math.log2(q) - (1 - q) * math.log2(1 - q) - wanted
        q -= value / math.log2((1 - q) / q)
    # wrong - q clicks = a t + b vanishes
    a = flips - dark / 2 - q + q * dark
    b = dark / 2 - q * dark
    if a >= 0 or -b / a > efficiency:
        return 0.0
    decibels = -10 * math.log10(-b / (a * efficiency))
    return decibels / loss
