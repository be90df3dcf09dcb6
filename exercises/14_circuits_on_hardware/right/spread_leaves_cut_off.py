# task: spread
# why: Cuts leaves off from outside: the qubit that is left at the end, with the latest times, is the best one.
import heapq


def spread(edges):
    n = len(edges) + 1
    rest = {v: set() for v in range(n)}
    for a, b in edges:
        rest[a].add(b)
        rest[b].add(a)
    children = {v: [] for v in range(n)}  # (time, child)

    def time(v):
        found = 0
        for i, (t, _) in enumerate(sorted(children[v], reverse=True), start=1):
            found = max(found, i + t)
        return found

    heap = [(0, v) for v in range(n) if len(rest[v]) == 1]
    heapq.heapify(heap)
    left = set(range(n))
    while len(left) > 1:
        t, v = heapq.heappop(heap)
        (parent,) = rest[v]
        left.discard(v)
        rest[parent].discard(v)
        children[parent].append((t, v))
        if len(rest[parent]) == 1:
            heapq.heappush(heap, (time(parent), parent))
    circuit = QuantumCircuit(n)
    (root,) = left
    circuit.h(root)
    stack = [root]
    while stack:
        v = stack.pop()
        for _, w in sorted(children[v], reverse=True):
            circuit.cx(v, w)
            stack.append(w)
    return circuit
