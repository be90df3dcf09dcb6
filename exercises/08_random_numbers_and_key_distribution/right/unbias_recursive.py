# task: unbias
# why: Recursion: the bit of the first pair, then the rest.
def unbias(reports):
    if len(reports) < 2:
        return []
    first, second, *rest = reports
    own = [] if first == second else [0 if min(first, second) == first else 1]
    return own + unbias(rest)
