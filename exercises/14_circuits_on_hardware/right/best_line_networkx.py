# task: best_line
# why: Lists all simple paths with NetworkX and takes the one with the smallest sum of logarithms.
def best_line(edges, errors, readout, n):
    graph = nx.Graph()
    graph.add_nodes_from(range(len(readout)))
    for pair, error in zip(edges, errors, strict=True):
        graph.add_edge(*pair, cost=-math.log(1 - error))
    noise = [-math.log(1 - r) for r in readout]
    if n == 1:
        return [int(np.argmin(noise))]
    best = (math.inf, None)
    for a in graph:
        for b in graph:
            if a < b:
                for path in nx.all_simple_paths(graph, a, b, cutoff=n - 1):
                    if len(path) == n:
                        cost = nx.path_weight(graph, path, "cost") + sum(noise[q] for q in path)
                        best = min(best, (cost, path))
    return best[1]
