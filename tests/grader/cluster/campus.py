"""A small campus on this machine: a Dask scheduler and workers as processes of their own, with or without TLS."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_CERTIFICATE = [
    *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"),
    *("-days", "1", "-subj", "/CN=campus", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"),
]


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def certificate(folder: Path) -> dict[str, str]:
    """Make one certificate for everybody; return what of Dask's configuration tells to use it."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = [*_CERTIFICATE, "-keyout", str(key), "-out", str(cert)]
    subprocess.run(command, check=True, capture_output=True)
    settings = {"distributed.comm.tls.ca-file": str(cert)}
    for role in ("scheduler", "worker", "client"):
        settings[f"distributed.comm.tls.{role}.cert"] = str(cert)
        settings[f"distributed.comm.tls.{role}.key"] = str(key)
    return settings


def _variables(settings: dict[str, str] | None) -> dict[str, str]:
    return {
        "DASK_" + name.upper().replace(".", "__").replace("-", "_"): value
        for name, value in (settings or {}).items()
    }


@contextmanager
def scheduler(port: int, *, tls: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    protocol = "tls" if tls else "tcp"
    with _process(
        *("scheduler", "--host", f"{protocol}://127.0.0.1", "--port", str(port)),
        "--no-dashboard",
        **_variables(tls),
    ) as process:
        yield process


@contextmanager
def worker(
    port: int,
    folder: Path,
    *,
    tls: dict[str, str] | None = None,
    without_qampus: bool = False,
    **environment: str,
) -> Iterator[subprocess.Popen[bytes]]:
    protocol = "tls" if tls else "tcp"
    with _process(
        *("worker", f"{protocol}://127.0.0.1:{port}", "--nthreads", "1", "--no-dashboard"),
        *("--death-timeout", "20", "--local-directory", str(folder)),
        without_qampus=without_qampus,
        **_variables(tls),
        **environment,
    ) as process:
        yield process


@contextmanager
def _process(
    *arguments: str, without_qampus: bool = False, **environment: str
) -> Iterator[subprocess.Popen[bytes]]:
    # Qampus is installed as a link to its folder, which Python follows unless told `-S`.
    python = [sys.executable, "-S"] if without_qampus else [sys.executable]
    path = sysconfig.get_path("purelib") if without_qampus else str(ROOT)
    process = subprocess.Popen(
        [*python, "-m", "dask", *arguments],
        cwd="/" if without_qampus else ROOT,
        env=os.environ | {"PYTHONPATH": path} | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
