"""The process that asks QCEC: reads two circuits as JSON, writes one word. It needs nothing of this package.

Run as a program by `equivalence_second`, which kills it when it takes too long.
"""

from __future__ import annotations

import json
import sys
from typing import Any

_AGREE = ("equivalent", "equivalent_up_to_global_phase")


def main() -> None:
    """Answer one question: "equivalent" or another word."""
    from mqt.qcec import verify  # noqa: PLC0415 - only the process needs it
    from mqt.qcec.pyqcec import Configuration  # noqa: PLC0415

    question = json.load(sys.stdin)
    configuration = Configuration()
    configuration.execution.parallel = False
    configuration.execution.run_simulation_checker = False
    configuration.execution.run_construction_checker = False
    configuration.execution.run_alternating_checker = True
    configuration.execution.run_zx_checker = True
    first, second = (_circuit(question, name) for name in ("first", "second"))
    found = verify(first, second, configuration).equivalence.name
    sys.stdout.write("equivalent" if found in _AGREE else found)


def _circuit(question: dict[str, Any], name: str) -> Any:
    from mqt.core.ir import QuantumComputation  # noqa: PLC0415

    circuit = QuantumComputation(question["qubits"])
    for theta, phi, lam, target, controls in question[name]:
        circuit.mcu(theta, phi, lam, set(controls), target)
    for qubit in question["ancillas"]:
        circuit.set_circuit_qubit_ancillary(qubit)
    return circuit


if __name__ == "__main__":
    main()
