# task: run_time
# why: Multiplies the depth by the longest duration.
# fails: assert_implements wrong_value
def run_time(circuit, duration):
    names = {step.operation.name for step in circuit.data} - {"barrier"}
    return float(circuit.depth() * max((duration[name] for name in names), default=0))
