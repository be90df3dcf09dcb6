# task: plan
# why: Turns a complex number, and stops when its imaginary part would fall.
def plan(items, solutions):
    arrow = complex(math.sqrt(items - solutions), math.sqrt(solutions)) / math.sqrt(items)
    turn = arrow * arrow

    def go_on(arrow, steps):
        following = arrow * turn
        if abs(following.imag) > abs(arrow.imag):
            return go_on(following, steps + 1)
        return [steps, arrow.imag**2]

    return go_on(arrow, 0)
