"""What answers mean where they are not unique, and instances of each contract, for the audit of the checks; no part of any notebook.

A function of a task's name turns the arguments and the result of an answer into plain numbers. Nothing of grader.checks
is used, so that an error there cannot hide itself.
"""

import numpy as np
from grader.accuracy.simulation import _columns, _only, _run, amplitudes, outcomes
from qiskit.circuit.library import UnitaryGate

TOLERANCES = {
    "plan": 1e-6,  # the probability
    "patience": 1e-6,
    "most_likely": 1e-4,  # as the text says
}


def _sealed(operation):
    """Whether a sealed gate is in an operation."""
    if hasattr(operation, "oracle"):
        return True
    made_by = getattr(operation, "base_class", type(operation))
    if str(made_by.__module__).startswith("qiskit.circuit.library"):
        return False
    operation = getattr(operation, "base_gate", operation)
    inner = getattr(operation, "definition", None)
    return inner is not None and any(_sealed(step.operation) for step in inner.data)


def _opened(circuit, contents, uses):
    """The circuit with matrices in the place of sealed gates; counts their uses."""
    whole = circuit.copy_empty_like()
    for step in circuit.data:
        operation = step.operation
        if hasattr(operation, "oracle"):
            uses[operation.oracle] = uses.get(operation.oracle, 0) + 1
            content = np.array(contents[operation.oracle], dtype=complex)
            content = content.conj().T if operation.inverted else content
            rest, controls = np.eye(len(content)), 2**operation.controls
            whole_matrix = sum(  # the controls are the lowest qubits
                np.kron(
                    content if k == operation.ctrl_state else rest, np.diag(np.eye(controls)[k])
                )
                for k in range(controls)
            )
            operation = UnitaryGate(whole_matrix)
        elif _sealed(operation):
            operation = _opened(operation.definition, contents, uses).to_gate()
        whole.append(operation, step.qubits, step.clbits)
    return whole


def _on_register(circuit, n, strict=False):
    """What becomes of the inputs with clean ancillas: the block on the register, and whether anything leaks."""
    bare = circuit.remove_final_measurements(inplace=False) or circuit
    columns = _only(_run(bare, _columns(bare, range(2**n))))
    block = columns[: 2**n]
    if not strict:
        block = block * np.exp(-1j * np.angle(block[0, 0])) if abs(block[0, 0]) > 0.5 else block
    return [block, bool(np.linalg.norm(columns[2**n :]) < 1e-6)]


def _signs(flags):
    return np.diag(np.where(flags, -1.0, 1.0))


def about_mean(arguments, result):
    """The matrix with its phase, and whether there are not too many ancillas."""
    n = arguments[0]
    return [*_on_register(result, n, strict=True), result.num_qubits <= n + max(0, n - 2)]


def satisfied(arguments, result):
    """The signs of all assignments without a common phase; no more ancillas than allowed."""
    n, clauses = arguments
    return [*_on_register(result, n), result.num_qubits <= n + len(clauses) + 1]


def amplified(arguments, result):
    """The state for three preparations and oracles, without its phase; whether the gates are used seldom enough."""
    preparation, _, rounds = arguments
    n = preparation.num_qubits
    told = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        draw = rng.normal(size=(2**n, 2**n)) + 1j * rng.normal(size=(2**n, 2**n))
        flags = np.arange(2**n) == seed % 2**n
        flags |= rng.random(2**n) < 0.2
        contents = {"preparation": np.linalg.qr(draw)[0], "marking": _signs(flags)}
        uses = {}
        state = amplitudes(_opened(result, contents, uses))
        kept, lost = state[: 2**n], np.linalg.norm(state[2**n :])
        told.append([np.outer(kept, kept.conj()), bool(lost < 1e-6)])
    few = uses.get("preparation", 0) <= 2 * rounds + 1 and uses.get("marking", 0) <= rounds
    return [told, bool(few), result.num_qubits <= n + 2]


def all_hold(arguments, result):
    """The signs for three fillings of the sealed gates; whether they are used seldom enough."""
    n, conditions = arguments
    told, uses = [], {}
    for seed in range(3):
        rng = np.random.default_rng(seed)
        contents = {}
        for gate, places in conditions:
            size = 2 ** len(places)
            flags = rng.random(size) < (0.5 + 0.2 * seed)
            flags[int(rng.integers(size))] = True
            content = np.eye(2 * size)
            for x in np.flatnonzero(flags):
                content[[x, x + size]] = content[[x + size, x]]
            contents[gate.oracle] = content
        uses = {}
        told.append(_on_register(_opened(result, contents, uses), n))
    spare = len(conditions).bit_length() + 1
    few = all(number <= 4 for number in uses.values())
    return [told, bool(few), result.num_qubits <= n + spare]


def certain(arguments, result):
    """What the search finds in three oracles with so many solutions; whether they are called seldom enough."""
    _, n, solutions = arguments
    told, uses = [], {}
    for seed in range(3):
        content = np.eye(2 ** (n + 1))
        for x in np.random.default_rng(seed).permutation(2**n)[:solutions]:
            content[[x, x + 2**n]] = content[[x + 2**n, x]]
        uses = {}
        told.append(outcomes(_opened(result, {"oracle": content}, uses)))
    theta = np.arcsin(np.sqrt(solutions / 2**n))
    most = np.ceil(np.pi / (4 * theta) - 0.5 - 1e-9) + 1
    return [told, bool(uses.get("oracle", 0) <= most), result.num_qubits <= n + 3]


def plan_instance(rng):
    """Any numbers but one half."""
    while True:
        items = int(rng.integers(2, 400))
        solutions = int(rng.integers(1, min(items, 40)))
        if 2 * solutions != items:
            return (items, solutions)


def about_mean_instance(rng):
    """Each size."""
    return (int(rng.integers(1, 6)),)


def satisfied_instance(rng):
    """Formulas of up to five variables."""
    n = int(rng.integers(1, 6))
    clauses = []
    for _ in range(int(rng.integers(1, 4))):
        chosen = 1 + rng.choice(n, size=int(rng.integers(1, min(n, 3) + 1)), replace=False)
        clauses.append([int(v * rng.choice([-1, 1])) for v in chosen])
    return (n, clauses)


def patience_instance(rng):
    """Up to six runs; sometimes there is no solution."""
    items = int(rng.integers(2, 300))
    sizes = rng.integers(1, 16, size=int(rng.integers(1, 7))).tolist()
    return (items, int(rng.integers(0, items)), sizes)


def most_likely_instance(rng):
    """Counts whose likelihood has one summit that is clearly the highest."""
    while True:
        angle = rng.uniform(0, np.pi / 2)
        rounds = [0, *rng.integers(0, 21, size=int(rng.integers(0, 4))).tolist()]
        runs = []
        for k in rng.permutation(rounds).tolist():
            shots = int(rng.integers(20, 300))
            runs.append((k, shots, int(rng.binomial(shots, np.sin((2 * k + 1) * angle) ** 2))))
        theta = np.linspace(0.5e-4, np.pi / 2 - 0.5e-4, 15_000)
        total = sum(
            h * np.log(np.sin((2 * k + 1) * theta) ** 2 + 1e-300)
            + (n - h) * np.log(np.cos((2 * k + 1) * theta) ** 2 + 1e-300)
            for k, n, h in runs
        )
        inner = (total[1:-1] >= total[:-2]) & (total[1:-1] >= total[2:])
        summits = np.sort(total[1:-1][inner])
        ends = max(total[0], total[-1])
        if len(summits) and summits[-1] > ends + 1 and (np.diff(summits[-2:]) > 1).all():
            return (runs,)


def colours_instance(rng):
    """Graphs on two to four vertices that fit into ten qubits."""
    vertices = int(rng.integers(2, 5))
    pairs = [(i, j) for i in range(vertices) for j in range(vertices) if i < j]
    most = min(len(pairs), 10 - 2 * vertices)
    chosen = rng.permutation(len(pairs))[: int(rng.integers(1, most + 1))]
    edges = [pairs[k] if rng.random() < 0.5 else pairs[k][::-1] for k in chosen]
    return (vertices, edges, int(rng.integers(0, 4)))


def _gate(name, width):
    """A sealed gate to hand over; the class alone is the checks', what is in it is decided above."""
    from grader.checks import opaque_oracle

    return opaque_oracle(name, width)


def amplified_instance(rng):
    """One to four qubits, up to three rounds."""
    n = int(rng.integers(1, 5))
    return (_gate("preparation", n), _gate("marking", n), int(rng.integers(0, 4)))


def all_hold_instance(rng):
    """Up to six conditions on one or two of up to four qubits."""
    n = int(rng.integers(1, 5))
    conditions = []
    for k in range(int(rng.integers(1, 7))):
        places = rng.permutation(n)[: int(rng.integers(1, min(n, 2) + 1))].tolist()
        conditions.append((_gate(f"condition_{k}", len(places) + 1), places))
    return (n, conditions)


def certain_instance(rng):
    """Any number of solutions."""
    n = int(rng.integers(1, 5))
    return (_gate("oracle", n + 1), n, int(rng.integers(1, 2**n + 1)))
