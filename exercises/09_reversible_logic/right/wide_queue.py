# task: wide
# why: A queue: the first two leave, their and joins at the end.
def wide(k):
    from collections import deque

    queue = deque(range(k))
    played = []
    spare = 2 * k - 2
    while len(queue) > 2:
        pair = queue.popleft(), queue.popleft()
        played.append((*pair, spare))
        queue.append(spare)
        spare -= 1
    circuit = QuantumCircuit(2 * k - 1)
    for pair in played:
        circuit.rccx(*pair)
    circuit.ccx(queue[0], queue[1], k)
    for pair in played[::-1]:
        circuit.rccx(*pair)
    return circuit
