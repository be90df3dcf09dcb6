# task: unbias
# why: Draws two reports at a time from one iterator.
def unbias(reports):
    stream = iter(reports)
    fair = []
    while True:
        try:
            first, second = next(stream), next(stream)
        except StopIteration:
            return fair
        if first < second:
            fair.append(0)
        elif second < first:
            fair.append(1)
