# task: turn_bits
# why: The complement alone: exchanges 0 and N.
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
        circuit.cx(n, range(n))
    return circuit
