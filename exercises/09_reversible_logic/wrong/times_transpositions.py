# task: times
# why: One exchange after the other, each with all qubits as controls: right, and too long.
# fails: assert_budget budget_exceeded
def times(n, a):
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(n)

    def exchange(one, two):
        differ = [k for k in range(n) if (one ^ two) >> k & 1]
        target, *others = differ
        for k in others:
            circuit.cx(target, k)
        fixed = [k for k in range(n) if k != target]
        base = one if not one >> target & 1 else two
        state = sum((base >> k & 1) << i for i, k in enumerate(fixed))
        circuit.mcx(fixed, target, ctrl_state=state)
        for k in reversed(others):
            circuit.cx(target, k)

    now = list(range(2**n))  # where each number is at present
    for x in range(2**n):
        wanted = a * x % 2**n
        if now[x] != wanted:
            exchange(now[x], wanted)
            other = now.index(wanted)
            now[x], now[other] = wanted, now[x]
    return circuit
