# attack: Generators with states that no generator has
# tries: What is sent back of the generator that the function got: an even increment, numbers that are negative, too
#     large or no numbers, another kind of generator, an endless one, and a state that makes the check's own draws 0.
# honest: 0

# %% cell
import itertools
import sys

tree = sys.modules["grader.execution.wire_tree"]
generators = sys.modules["grader.execution.wire_generators"]
tag = int(tree.Tag.GENERATOR)
states = itertools.cycle(
    [
        [tag, 0, 0, 0, 0],
        [tag, -1, 1, 0, 0],
        [tag, 1, 1, 2, 1 << 40],
        [tag, "1", 1, 0, 0],
        [tag, 1, 1.0, None, True],
        [tag],
        [tag, 1, [tag, 1, 1, 0, 0], 0, 0],
        [tag, 1, 1, 0, 0],
    ]
)
for writers in [one for one in vars(tree).values() if isinstance(one, dict)]:
    if np.random.Generator in writers:
        writers[np.random.Generator] = lambda packer, value: next(states)

# %% answer="toss"
def toss(generator, n):
    generator.bit_generator.state = np.random.PCG64(0).state
    return [0] * n

# %% answer="parity"
def parity(bits):
    return np.random.default_rng(sum(bits))
