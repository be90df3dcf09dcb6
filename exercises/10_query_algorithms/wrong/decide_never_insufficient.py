# task: decide
# why: Gives the first solution found, also if there are several.
# fails: assert_implements wrong_type
def decide(samples, n):
    solutions = [1 << k for k in range(n)]
    for sample in samples:
        z = int(sample, 2)
        odd = [b for b in solutions if dot(z, b)]
        even = [b for b in solutions if not dot(z, b)]
        solutions = even + [b ^ odd[0] for b in odd[1:]]
    return format(solutions[0] if solutions else 0, f"0{n}b")
