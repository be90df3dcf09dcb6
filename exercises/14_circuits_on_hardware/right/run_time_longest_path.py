# task: run_time
# why: Builds the graph of what waits for what, and takes its longest path.
def run_time(circuit, duration):
    graph = nx.DiGraph()
    graph.add_edge("begin", "end", weight=0.0)
    last = {}
    for number, instruction in enumerate(circuit.data):
        for qubit in instruction.qubits:
            before, cost = last.get(qubit, ("begin", 0.0))
            graph.add_edge(before, number, weight=cost)
        name = instruction.operation.name
        cost = 0.0 if name == "barrier" else duration[name]
        for qubit in instruction.qubits:
            last[qubit] = (number, cost)
    for before, cost in last.values():
        graph.add_edge(before, "end", weight=cost)
    return nx.dag_longest_path_length(graph)
