# task: decide
# why: Solves for one bit, puts it into the other equations, and goes on with one bit less.
def decide(samples, n):
    def solutions(rows, columns):
        """A basis of all solutions, as sets of columns with a 1."""
        if not columns:
            return []
        first, *rest = columns
        chosen = next((row for row in rows if first in row), None)
        if chosen is None:
            return [{first}, *solutions(rows, rest)]
        reduced = [row ^ chosen if first in row else row for row in rows]
        found = solutions(reduced, rest)
        return [one | {first} if len(one & chosen) % 2 else one for one in found]

    rows = [frozenset(k for k, bit in enumerate(sample) if bit == "1") for sample in samples]
    found = solutions(rows, list(range(n)))
    if len(found) > 1:
        return None
    ones = found[0] if found else ()
    return "".join("1" if k in ones else "0" for k in range(n))
