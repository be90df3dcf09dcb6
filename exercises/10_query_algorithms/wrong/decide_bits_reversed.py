# task: decide
# why: Reads and writes in opposite directions.
# fails: assert_implements wrong_value
def decide(samples, n):
    solutions = [1 << k for k in range(n)]
    for sample in samples:
        z = int(sample[::-1], 2)
        odd = [b for b in solutions if dot(z, b)]
        even = [b for b in solutions if not dot(z, b)]
        solutions = even + [b ^ odd[0] for b in odd[1:]]
    if len(solutions) > 1:
        return None
    return format(sum(solutions), f"0{n}b")
