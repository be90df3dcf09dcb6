# task: settle
# why: Takes the best of many random places, without any descent.
# fails: assert_between out_of_range
def settle(energy, count):
    generator = np.random.default_rng(7)
    places = generator.uniform(-np.pi, np.pi, (390 * count, count)).tolist()
    return min(places, key=energy)
