# task: waves
# why: Takes the synthesis of Qiskit, which leaves the swaps out on request.
def waves(n, order):
    from qiskit.synthesis import synth_qft_full

    return synth_qft_full(n, do_swaps=order == "rising")
