# task: table
# why: Asks, for each syndrome, for the first operator by weight that has it; a generator delivers them.
from functools import cache
from itertools import chain


def table(generators):
    n, m = len(generators[0]), len(generators)

    def by_weight():
        for weight in range(n + 1):
            for places in combinations(range(n - 1, -1, -1), weight):
                for letters in product("ZXY", repeat=weight):
                    word = ["I"] * n
                    for k, letter in zip(places, letters, strict=True):
                        word[k] = letter
                    yield "".join(word)

    @cache
    def effect(k, letter):
        return tuple(g[k] != letter and g[k] != "I" and letter != "I" for g in generators)

    missing = {"".join(bits) for bits in product("01", repeat=m)}
    answer = {}
    for word in chain(by_weight()):
        bits = np.bitwise_xor.reduce([effect(k, letter) for k, letter in enumerate(word)])
        key = "".join(str(int(bit)) for bit in bits)
        if key in missing:
            missing.remove(key)
            answer[key] = word
            if not missing:
                break
    return answer
