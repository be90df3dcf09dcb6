# task: certain
# why: Marks into an ancilla, and the oracle is controlled by the coin.
def certain(oracle, n, solutions):
    theta = math.asin(math.sqrt(solutions / 2**n))
    rounds = max(0, math.ceil((math.pi / theta - 2) / 4 - 1e-9))
    wanted = math.sin(math.pi / (4 * rounds + 2))
    chance = min(1.0, wanted**2 * 2**n / solutions)
    turn = 2 * math.acos(math.sqrt(1 - chance))
    coin, target = n, n + 1
    begin = QuantumCircuit(n + 1)
    begin.h(range(n))
    begin.ry(turn, coin)
    circuit = QuantumCircuit(n + 2, n)
    circuit.x(target)
    circuit.h(target)
    circuit.compose(begin, range(n + 1), inplace=True)
    for _ in range(rounds):
        circuit.append(oracle.control(), [coin, *range(n), target])
        circuit.compose(begin.inverse(), range(n + 1), inplace=True)
        circuit.x(range(n + 1))
        circuit.h(coin)
        circuit.mcx(list(range(n)), coin)
        circuit.h(coin)
        circuit.x(range(n + 1))
        circuit.compose(begin, range(n + 1), inplace=True)
    for q in range(n):
        circuit.measure(q, q)
    return circuit
