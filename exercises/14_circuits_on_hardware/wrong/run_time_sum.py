# task: run_time
# why: Adds up everything, as if nothing ran at the same time.
# fails: assert_implements wrong_value
def run_time(circuit, duration):
    return float(sum(duration.get(step.operation.name, 0) for step in circuit.data))
