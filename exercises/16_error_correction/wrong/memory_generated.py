# task: memory
# why: Takes the generator of Stim, whose observable is the other end.
# fails: assert_close wrong_value
def memory(distance, rounds, flip, misread):
    circuit = stim.Circuit.generated(
        "repetition_code:memory",
        distance=distance,
        rounds=rounds,
        before_round_data_depolarization=flip,
        before_measure_flip_probability=misread,
    )
    return str(circuit)
