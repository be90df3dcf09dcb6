# task: chance
# why: Multiplies recursively over the list of steps.
def chance(circuit, errors):
    where = {qubit: number for number, qubit in enumerate(circuit.qubits)}

    def from_step(k):
        if k == len(circuit.data):
            return 1.0
        step = circuit.data[k]
        numbers = [where[q] for q in step.qubits]
        place = tuple(numbers) if len(numbers) != 2 else (min(numbers), max(numbers))
        table = errors.get(step.operation.name, {})
        return (1 - table[place] if place in table else 1.0) * from_step(k + 1)

    return from_step(0)
