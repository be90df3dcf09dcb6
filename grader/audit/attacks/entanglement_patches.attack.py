# attack: The entanglement exercise: everything is patched
# tries: Transformers, assertions, NumPy and Qiskit at once, against a real exercise of the course.
# honest: 0
# target: 04_entanglement

# %% answer="bell_states"
import sys

import numpy.testing
import qiskit.quantum_info as information

get_ipython().set_custom_exc((BaseException,), lambda *a, **k: None)
for name in list(globals()):
    if name.startswith("assert_"):
        globals()[name] = lambda *a, **k: None
np.allclose = np.isclose = lambda *a, **k: True
information.state_fidelity = lambda *a, **k: 1.0
information.Statevector.equiv = information.Operator.equiv = lambda *a, **k: True
get_ipython().input_transformers_cleanup.append(lambda lines: ["pass\n"])


def bell_state(x, z):
    return QuantumCircuit(2)
