# task: satisfied
# why: Ancillas say "violated"; the common Z looks for all of them being 0.
from qiskit.circuit.library import ZGate


def satisfied(n, clauses):
    m = len(clauses)
    circuit = QuantumCircuit(n + m)

    def note_violations():
        for k, clause in enumerate(clauses):
            wanted = sum((literal < 0) << i for i, literal in enumerate(clause))
            circuit.mcx([abs(v) - 1 for v in clause], n + k, ctrl_state=wanted)

    note_violations()
    circuit.x(range(n, n + m))
    if m > 1:
        circuit.append(ZGate().control(m - 1), range(n, n + m))
    else:
        circuit.z(n)
    circuit.x(range(n, n + m))
    note_violations()
    return circuit
