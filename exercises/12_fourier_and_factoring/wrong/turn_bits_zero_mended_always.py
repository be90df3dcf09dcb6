# task: turn_bits
# why: Exchanges 0 and N also when the control is 0.
# fails: assert_same_unitary wrong_unitary
def turn_bits(n, a):
    number = 2**n - 1
    circuit = QuantumCircuit(n + 1)
    powers = [2**k % number for k in range(n)]
    negative = a not in powers
    k = powers.index(number - a if negative else a)
    holds = list(range(n))
    for place in range(n):
        wanted = (place - k) % n
        found = holds.index(wanted)
        if found != place:
            circuit.cswap(n, place, found)
            holds[found], holds[place] = holds[place], wanted
    if negative:
        others = list(range(1, n))
        circuit.cx(n, range(n))
        circuit.cx(0, others)
        circuit.x(others)
        circuit.mcx(others, 0)
        circuit.x(others)
        circuit.cx(0, others)
    return circuit
