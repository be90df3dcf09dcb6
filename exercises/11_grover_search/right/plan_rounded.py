# task: plan
# why: The angle closest to a right angle, by rounding.
def plan(items, solutions):
    theta = math.asin(math.sqrt(solutions / items))
    k = round(math.pi / (4 * theta) - 0.5)
    return [k, math.sin((2 * k + 1) * theta) ** 2]
