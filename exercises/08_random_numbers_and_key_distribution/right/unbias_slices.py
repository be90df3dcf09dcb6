# task: unbias
# why: Takes every other report by slices and lets zip drop the one that is left over.
def unbias(reports):
    return [int(a > b) for a, b in zip(reports[::2], reports[1::2], strict=False) if a != b]
