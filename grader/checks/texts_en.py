"""Texts of verdicts in English: key -> (what differs, what to try next)."""

IN_CALL = "For {call}: "
AT = "At {where}: "

TEXTS: dict[str, tuple[str, str]] = {
    # kind and size of the answer
    "wrong_type": (
        "The answer is of type {got}; expected: {expected}.",
        "Look at what the last line returns: the task says what kind of object it asks for.",
    ),
    "wrong_type.none": (
        "The answer is None; expected: {expected}.",
        "Does your function end with `return`? Methods such as `circuit.h(0)` change the circuit and do not return it.",
    ),
    "wrong_type.function": (
        "The answer is a function or a class ({got}), not its result; expected: {expected}.",
        "Call it: write brackets after its name.",
    ),
    "wrong_type.unbound": (
        "The circuit still has free parameters: {names}.",
        "Give them values with `circuit.assign_parameters(...)`, or use the numbers directly.",
    ),
    "wrong_type.mid_circuit": (
        "The circuit contains `{name}` before its end, so it does not make one definite state.",
        "Measure only at the very end, and leave out resets and classical conditions.",
    ),
    "wrong_type.mid_circuit_unknown": (
        "The circuit contains `{name}`, whose outcomes cannot be computed exactly here.",
        "Try to build the same with gates, measurements and `if_test` on a bit or a register.",
    ),
    "wrong_type.opaque": (
        "The circuit contains an instruction whose action is not defined.",
        "Give every gate that you make yourself a definition, for example with `circuit.to_gate()`.",
    ),
    "wrong_type.element": (
        "One entry is of type {got}, which is no number.",
        "Print the entries one by one and find the one that is no number.",
    ),
    "wrong_type.outcome": (
        "{got} is no measurement outcome.",
        "Outcomes are strings of 0 and 1, such as '01'.",
    ),
    "wrong_size": (
        "The answer acts on {got} qubit(s), but {expected} are asked for.",
        "Check the number of qubits when you create the circuit or the array: n qubits have 2**n amplitudes.",
    ),
    "wrong_size.too_many": (
        "The answer uses {got} qubits; at most {limit} can be checked.",
        "Remove qubits that the task does not need.",
    ),
    "wrong_size.shape": (
        "A state is a list of amplitudes, but the array has the shape {got}.",
        "Use a one-dimensional array with 2**n amplitudes.",
    ),
    "wrong_size.matrix": (
        "The array has the shape {got}, which is not that of a square matrix.",
        "The matrix of a gate on n qubits has 2**n rows and 2**n columns.",
    ),
    "wrong_size.length": (
        "The array has {got} entries along an axis, which is no power of two above 1.",
        "A state of n qubits has 2**n amplitudes.",
    ),
    "wrong_size.ragged": (
        "The rows of the array differ in length.",
        "Count the entries of each row.",
    ),
    "wrong_size.branches": (
        "The circuit measures so often before its end that its outcomes are too many to follow.",
        "Measure less often, or only at the end.",
    ),
    "wrong_length": (
        "The answer has {got} entries, but {expected} are expected.",
        "Is one forgotten or one too many? Check where your loop starts and ends.",
    ),
    "wrong_length.bits": (
        "An outcome has {got} bit(s), but {expected} are expected.",
        "Check how many classical bits you measure into.",
    ),
    "not_normalised": (
        "The squared magnitudes of the amplitudes sum to {got}, not to 1.",
        "Divide by the square root of that sum.",
    ),
    "not_normalised.probabilities": (
        "The probabilities sum to {got}, not to 1.",
        "Divide each by their sum, or look for one that is missing.",
    ),
    "not_unitary": (
        "The matrix is not unitary: its columns are not orthonormal.",
        "Check that every column has norm 1 and that different columns have inner product 0.",
    ),
    "not_unitary.gate": (
        "The circuit contains a gate that is not unitary: it changes the norm of the state.",
        "Check the matrices of the gates that you defined yourself.",
    ),
    # states
    "wrong_amplitudes": (
        "The right basis states occur, but with other weights: your amplitude of |{basis}⟩ is {got} "
        "(probability {probability}).",
        "Check rotation angles: a gate RY(θ) turns |0⟩ into cos(θ/2)|0⟩ + sin(θ/2)|1⟩, with half the angle.",
    ),
    "relative_phase": (
        "All magnitudes are right, but a relative phase differs.",
        "Phases between terms matter: look at gates such as Z, S, T and P.",
    ),
    "relative_phase.state": (
        "All probabilities are right, but the phase of |{basis}⟩ relative to |{reference}⟩ differs: yours is {angle}.",
        "A sign or a factor i between the terms: Z turns the phase of |1⟩ by π, S by π/2, T by π/4.",
    ),
    "relative_phase.unitary": (
        "On input |{input}⟩ all probabilities are right, but the phase of |{basis}⟩ relative to |{reference}⟩ "
        "differs: yours is {angle}.",
        "A sign or a factor i between the terms: check Z, S, T and P gates and the signs of rotation angles.",
    ),
    "relative_phase.inputs": (
        "On every basis state alone the result is right, but |{input}⟩ gets another phase relative to "
        "|{reference}⟩ than expected; a superposition of the two shows it.",
        "Testing basis states is not enough. Try your gate on a superposition, for example after H on every qubit.",
    ),
    "global_phase": (
        "Right up to a global phase, which counts in this task; yours is {angle} off.",
        "Compare gates that differ by a phase only, such as RZ and P, or set `circuit.global_phase`.",
    ),
    "qubit_order_reversed": (
        "Right up to the order of the qubits.",
        "Qiskit's qubit 0 is the rightmost bit.",
    ),
    "qubit_order_reversed.state": (
        "Right up to bit order: your state becomes the expected one when its qubits are read in reverse.",
        "Qiskit's qubit 0 is the rightmost letter of a ket: in |01⟩ it is qubit 0 that is 1.",
    ),
    "qubit_order_reversed.unitary": (
        "Right up to bit order: your gate becomes the expected one when its qubits are numbered in reverse.",
        "Qiskit's qubit 0 is the rightmost bit; in a tensor product `np.kron(b, a)` the factor a belongs to qubit 0.",
    ),
    "qubit_order_reversed.outcomes": (
        "Right up to bit order: your outcomes become the expected ones when they are read from right to left.",
        "Qiskit writes bit 0 rightmost. Check which qubit you measure into which bit.",
    ),
    "conjugate": (
        "This is the complex conjugate of what is expected: every i has the wrong sign.",
        "Check the signs of imaginary parts: S or S†, a positive or a negative angle?",
    ),
    "conjugate.value": (
        "The value {got} is the complex conjugate of what is expected.",
        "In an inner product the left vector is conjugated: `np.vdot(a, b)` conjugates a.",
    ),
    "wrong_state": (
        "This is another state than the one asked for.",
        "Follow the state gate by gate on paper, or print `Statevector(circuit)` after each gate.",
    ),
    "wrong_state.extra": (
        "|{basis}⟩ must not occur, but it has the amplitude {got} in your state.",
        "Follow the state gate by gate on paper, or print `Statevector(circuit)` after each gate.",
    ),
    "wrong_state.missing": (
        "|{basis}⟩ must occur, but it is missing from your state.",
        "Follow the state gate by gate on paper, or print `Statevector(circuit)` after each gate.",
    ),
    # unitaries
    "control_target_swapped": (
        "Right if qubits {first} and {second} change places: control and target are swapped.",
        "In `circuit.cx(a, b)` the first qubit is the control and the second the target.",
    ),
    "inverse": (
        "This is the inverse of the operation asked for.",
        "Reverse the order of the gates and invert each, or call `.inverse()`; S and S†, θ and -θ are inverses.",
    ),
    "wrong_unitary": (
        "On input |{input}⟩ the amplitude of |{basis}⟩ is {got}, which is not what is expected.",
        "Prepare this input with X gates and follow it gate by gate.",
    ),
    # outcomes
    "missing_measurement": (
        "The circuit measures nothing.",
        "Add `circuit.measure_all()`, or `circuit.measure(qubit, bit)`.",
    ),
    "missing_measurement.bits": (
        "{got} classical bit(s) are never written by a measurement.",
        "Measure every qubit that the task asks about.",
    ),
    "missing_measurement.empty": (
        "There are no counts.",
        "Run the circuit with at least one shot, and measure in it.",
    ),
    "impossible_outcome": (
        "The outcome {outcome} must never occur, but it has the probability {got}.",
        "Which gate lets this outcome in? Remember that bit 0 is rightmost.",
    ),
    "impossible_outcome.counts": (
        "The outcome {outcome} must never occur, but it occurred {got} time(s).",
        "Which gate lets this outcome in? Remember that bit 0 is rightmost.",
    ),
    "wrong_distribution": (
        "The outcome {outcome} has the probability {got}, which is not what is expected.",
        "A probability is the squared magnitude of an amplitude: check angles and factors of √2.",
    ),
    "wrong_distribution.counts": (
        "The outcome {outcome} occurred {got} times in {shots} shots; chance alone does not explain that.",
        "A probability is the squared magnitude of an amplitude: check angles and factors of √2.",
    ),
    "wrong_distribution.too_few_shots": (
        "{got} shot(s) are too few to tell; at least {needed} are needed.",
        "Run the circuit with more shots.",
    ),
    # values
    "wrong_value": (
        "The value is {got}, which is not what is expected.",
        "Work out the smallest case by hand and compare each step.",
    ),
    "wrong_value.expectation": (
        "The expectation value of {observable} is {got}, which is not what is expected.",
        "Which states have the expectation values +1 and -1 for this observable? Compare with yours.",
    ),
    "wrong_value.not_finite": (
        "A value is infinite or not a number (nan).",
        "Look for a division by zero, or a root or logarithm of a number that has none.",
    ),
    "wrong_value.negative": (
        "{got} is neither a probability nor a count.",
        "Probabilities and counts are finite and never negative.",
    ),
    "wrong_value.extra_key": (
        "The key {key} is not expected.",
        "Compare the keys with the ones that the task names, letter by letter.",
    ),
    "wrong_value.missing_key": (
        "A key is missing.",
        "Compare the keys with the ones that the task names, letter by letter.",
    ),
    "wrong_sign": (
        "The value {got} has the wrong sign.",
        "Look for a minus that was lost or is one too many.",
    ),
    "wrong_sign.expectation": (
        "The expectation value of {observable} is {got}: the sign is wrong.",
        "The eigenstate of the other eigenvalue has the opposite sign: |0⟩ and |1⟩ for Z, |+⟩ and |-⟩ for X.",
    ),
    # budgets
    "budget_exceeded": (
        "The circuit uses {got}, but at most {limit} are allowed.",
        "Look for gates that cancel each other or can be merged.",
    ),
    "budget_exceeded.qubits": (
        "The circuit has {got} qubits, but at most {limit} are allowed.",
        "Do without extra qubits.",
    ),
    "budget_exceeded.gates": (
        "The circuit has {got} gates, but at most {limit} are allowed.",
        "Look for gates that cancel each other or can be merged.",
    ),
    "budget_exceeded.two_qubit_gates": (
        "The circuit has {got} two-qubit gates, but at most {limit} are allowed.",
        "Two equal CX in a row cancel. A gate on three or more qubits counts as the two-qubit gates inside it.",
    ),
    "budget_exceeded.depth": (
        "The circuit has depth {got}, but at most {limit} is allowed.",
        "Gates on different qubits can share a layer: a tree is shallower than a chain.",
    ),
    "forbidden_gate": (
        "The gate `{name}` is not allowed in this task.",
        "Build it from the gates that the task allows.",
    ),
    # given by the grader where no assertion spoke
    "passed": ("All checks passed.", ""),
    "not_answered": (
        "This task has no answer yet.",
        "Replace the placeholder in the answer cell, run it, and submit again.",
    ),
    "error": (
        "Your code stopped with {name}: {message}",
        "Restart the kernel, run all cells from the top, and read the last line of the error first.",
    ),
    "assertion": (
        "A check did not hold: {message}",
        "Run the check cell in your notebook and compare your result with what the task asks for.",
    ),
    "time_limit": (
        "Your code took longer than {seconds} seconds and was stopped.",
        "Look for a loop that does not end, or for a calculation that grows too fast with its input.",
    ),
    "memory_limit": (
        "Your code needed more than {mebibytes} MiB of memory and was stopped.",
        "Look for a list, an array or a circuit that grows without need. n qubits need 2^n amplitudes.",
    ),
    "process_limit": (
        "Your code started more than {processes} processes or threads and was stopped.",
        "Do without processes and threads of your own: the tasks do not need any.",
    ),
    "disk_limit": (
        "Your code wrote more than {mebibytes} MiB to files and was stopped.",
        "Keep results in variables, or write less.",
    ),
    "output_limit": (
        "Your code put out or returned more than can be kept.",
        "Look for a print in a loop, or for a result that is far too large.",
    ),
    "died": (
        "The process that ran your code ended before this task was checked.",
        "Restart the kernel and run all cells from the top. Does one of them end Python, for example with `exit()`?",
    ),
    "judge_stopped": ("This check could not be finished; a person will look at it.", ""),
    "needs_person": ("A person will mark this task.", ""),
    "unknown": ("The check failed ({code}).", ""),
}
