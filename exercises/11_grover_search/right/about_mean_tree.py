# task: about_mean
# why: Halves the AND again and again: a tree in place of a ladder.
def about_mean(n):
    collect = QuantumCircuit(n + max(0, n - 2))
    collect.h(range(n))
    collect.x(range(n))
    waiting, fresh = list(range(n)), n
    while len(waiting) > 2:
        first, second, *waiting = waiting
        collect.ccx(first, second, fresh)
        waiting.append(fresh)
        fresh += 1
    circuit = collect.copy()
    if n == 1:
        circuit.z(0)
    else:
        circuit.cz(*waiting)
    circuit.compose(collect.inverse(), inplace=True)
    circuit.global_phase += np.pi
    return circuit
