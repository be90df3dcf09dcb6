# task: intercept
# why: Takes the quarter of the lesson for every axis and both bases.
# fails: assert_implements wrong_value
def intercept(q, theta, phi):
    return q / 4, q / 4, 0.5 + q / 4
