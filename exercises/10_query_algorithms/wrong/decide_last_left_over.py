# task: decide
# why: Corrects the even strings as well: adds the odd one to all others.
# fails: assert_implements wrong_value
def decide(samples, n):
    solutions = [1 << k for k in range(n)]
    for sample in samples:
        z = int(sample, 2)
        odd = [b for b in solutions if dot(z, b)]
        even = [b for b in solutions if not dot(z, b)]
        solutions = [b ^ odd[0] for b in even + odd[1:]] if odd else even
    if len(solutions) > 1:
        return None
    return format(sum(solutions), f"0{n}b")
