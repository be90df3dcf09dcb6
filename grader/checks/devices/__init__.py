"""Quantum computers described as data: what they have, how long it takes and how often it fails, with the sources.

No device is reached from here. The figures are those that were published at a date, which each description names; a
figure that nobody published and that was set by us is listed under `estimates`.

Example:
    >>> from grader.checks.devices import device
    >>> chip = device("heron_like")
    >>> chip.qubits, chip.as_of
    (21, '2025-01-23')
"""

from grader.checks.devices.device import Device, DeviceError, Gate, Source, device, names

__all__ = ["Device", "DeviceError", "Gate", "Source", "device", "names"]
