# task: spread
# why: Finds the times by rumours in the tree from each qubit, and builds the circuit one layer after the other.
def spread(edges):
    n = len(edges) + 1
    graph = nx.Graph(edges)
    graph.add_nodes_from(range(n))

    def need(v, parent):
        layers, told = 0, sorted((need(w, v) for w in graph[v] if w != parent), reverse=True)
        for i, t in enumerate(told):
            layers = max(layers, i + 1 + t)
        return layers

    root = min(range(n), key=lambda v: (need(v, None), v))
    circuit = QuantumCircuit(n)
    circuit.h(root)
    know = {root: None}
    while len(know) < n:
        news = {}
        for v, parent in know.items():
            todo = [w for w in graph[v] if w not in know and w != parent]
            if todo:
                news[max(todo, key=lambda w: need(w, v))] = v
        for w, v in news.items():
            circuit.cx(v, w)
        know |= news
    return circuit
