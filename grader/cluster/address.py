"""Where a running scheduler is, and whether it may be spoken to: who is in between could run programs here."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from distributed import Security

from grader.cluster.errors import SchedulerAddressError

_CERTIFICATES = (
    "distributed.comm.tls.ca-file, distributed.comm.tls.client.cert and distributed.comm.tls.client.key "
    "(docs/campus.md shows how)"
)


@dataclass(frozen=True)
class SchedulerAddress:
    """A scheduler that may be spoken to.

    Attributes:
        url: `tls://host:port`, or `tcp://` on this machine.
        security: certificates, from Dask's configuration.
    """

    url: str
    security: Security


def scheduler_address(text: str) -> SchedulerAddress:
    """Return the scheduler that was meant.

    Args:
        text: `tls://host:port`, `tcp://host:port` or `host:port`; without a scheme TLS is meant if it is configured.

    Raises:
        SchedulerAddressError: it is no such address, is not on this machine and not encrypted, or there are no
            certificates that can be read.
    """
    security = Security()
    configured = bool(security.tls_ca_file and security.tls_client_cert and security.tls_client_key)
    scheme, separator, rest = text.rpartition("://")
    if not separator:
        scheme = "tls" if configured else "tcp"
    host, _, port = rest.rpartition(":")
    if scheme not in ("tls", "tcp") or not host or not port.isdecimal():
        raise SchedulerAddressError(
            address=text, reason="expected tls://host:port, or tcp://127.0.0.1:port on this machine"
        )
    if scheme == "tcp" and not _is_loopback(host):
        raise SchedulerAddressError(
            address=text,
            reason="expected tls:// for a scheduler on another machine, got an address without encryption, over which "
            f"anybody in between could run programs here. Start it with TLS and set {_CERTIFICATES}",
        )
    if scheme == "tls" and not configured:
        raise SchedulerAddressError(
            address=text, reason=f"there are no certificates for TLS. Set {_CERTIFICATES}"
        )
    try:
        security.get_connection_args("client")
    except OSError as error:
        raise SchedulerAddressError(
            address=text,
            reason=f"the certificates cannot be read ({error}). Look at {_CERTIFICATES}",
        ) from error
    return SchedulerAddress(f"{scheme}://{rest}", security)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
