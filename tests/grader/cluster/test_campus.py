"""A scheduler that others started: TLS, loss and return, and clear refusals."""

from __future__ import annotations

import os
import time
from pathlib import Path

import dask
import pytest
from distributed import Security

from grader.cluster import (
    Cluster,
    NoWorkersError,
    SchedulerAddressError,
    SchedulerUnreachableError,
    WorkerUnfitError,
    open_campus,
)
from grader.cluster.address import SchedulerAddress, scheduler_address
from grader.cluster.muscle import CampusMuscle
from grader.judge.job import Judged
from tests.grader.cluster.campus import ROOT, certificate, free_port, scheduler, worker
from tests.grader.cluster.standin import collect, job, stand_in

pytestmark = pytest.mark.xdist_group("cluster")


def _muscle(url: str, security: Security | None = None) -> CampusMuscle:
    return CampusMuscle(SchedulerAddress(url, security or Security()), "stand-in", judges=stand_in)


def test_the_scheduler_is_killed_and_comes_back(tmp_path: Path):
    port = free_port()
    with (
        scheduler(port) as first,
        worker(port, tmp_path),
        Cluster(_muscle(f"tcp://127.0.0.1:{port}")) as cluster,
    ):
        for number in range(40):
            cluster.submit(str(number), job(f"sleep 0.05 {number}"))
        ended = cluster.finished(10)
        first.kill()
        first.wait()
        with scheduler(port), worker(port, tmp_path):
            ended += collect(cluster)
    assert sorted(int(key) for key, _ in ended) == list(range(40))
    assert all(result.runs[0].outputs[0]["text"].endswith(key) for key, result in ended)


def test_a_notebook_that_kills_its_worker_is_given_up_and_the_others_are_not(tmp_path: Path):
    port = free_port()
    with (
        scheduler(port),
        worker(port, tmp_path),
        worker(port, tmp_path),
        Cluster(_muscle(f"tcp://127.0.0.1:{port}")) as cluster,
    ):
        for number in range(20):
            cluster.submit(str(number), job("sleep 0.02"))
            if number == 5:
                cluster.submit("die", job("die"))
        ended = dict(collect(cluster, 120))
    failed = {key: result for key, result in ended.items() if not isinstance(result, Judged)}
    assert len(ended) == 21
    assert set(failed) == {"die"}
    assert "workers died" in str(failed["die"])


def test_over_tls_with_the_certificates_of_the_configuration(tmp_path: Path):
    settings = certificate(tmp_path)
    port = free_port()
    with dask.config.set(settings):
        address = scheduler_address(f"127.0.0.1:{port}")
        assert address.url == f"tls://127.0.0.1:{port}"
        with scheduler(port, tls=settings), worker(port, tmp_path, tls=settings):
            with Cluster(_muscle(address.url, address.security)) as cluster:
                cluster.submit("one", job("echo here"))
                [(key, result)] = collect(cluster)
            assert (key, result.runs[0].outputs[0]["text"]) == ("one", "here")
            # A stranger with a certificate of his own is not let in.
            (tmp_path / "stranger").mkdir()
            other = certificate(tmp_path / "stranger")
            with (
                dask.config.set(other),
                pytest.raises(SchedulerUnreachableError, match="does not answer"),
                Cluster(_muscle(address.url, Security())),
            ):
                pass


def test_a_scheduler_that_is_not_there():
    with (
        pytest.raises(SchedulerUnreachableError, match=r"does not answer .*Is it running"),
        open_campus(f"tcp://127.0.0.1:{free_port()}"),
    ):
        pass


def test_a_scheduler_without_workers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("grader.cluster.muscle.FIRST_WORKER_SECONDS", 0.5)
    port = free_port()
    with (
        scheduler(port),
        pytest.raises(NoWorkersError, match="Start workers"),
        Cluster(_muscle(f"tcp://127.0.0.1:{port}")),
    ):
        pass


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tcp://192.0.2.1:8786", "without encryption"),
        ("scheduler.example:8786", "without encryption"),
        ("tls://127.0.0.1:8786", "no certificates"),
        ("ws://127.0.0.1:8786", "expected tls://"),
        ("127.0.0.1", "expected tls://"),
        ("tcp://:8786", "expected tls://"),
    ],
)
def test_addresses_that_are_refused(text: str, said: str):
    with pytest.raises(SchedulerAddressError, match=said):
        scheduler_address(text)


@pytest.mark.parametrize("text", ["tcp://127.0.0.1:1", "tcp://[::1]:1", "localhost:1"])
def test_loopback_needs_no_tls(text: str):
    assert scheduler_address(text).url.endswith(text)


def test_a_worker_without_a_sandbox_is_named(tmp_path: Path):
    port = free_port()
    with (
        scheduler(port),
        worker(port, tmp_path, PATH="/nonexistent") as process,
        pytest.raises(WorkerUnfitError, match="bubblewrap is not installed"),
        open_campus(f"tcp://127.0.0.1:{port}"),
    ):
        assert process.poll() is None


def test_other_versions_are_refused(tmp_path: Path):
    port = free_port()
    with (
        scheduler(port),
        worker(port, tmp_path, PYTHONPATH=_other_release(tmp_path)),
        pytest.raises(WorkerUnfitError, match=r"qampus .* here and 99 there.* Install the same"),
        Cluster(_muscle(f"tcp://127.0.0.1:{port}")),
    ):
        pass


def _other_release(folder: Path) -> str:
    """Make Python believe that Qampus 99 is installed; return the path to set."""
    data = folder / "qampus-99.dist-info" / "METADATA"
    data.parent.mkdir()
    data.write_text("Metadata-Version: 2.1\nName: qampus\nVersion: 99\n")
    return f"{folder}{os.pathsep}{ROOT}"


def test_a_machine_where_qampus_is_not_installed_as_here(tmp_path: Path):
    port = free_port()
    with (
        scheduler(port),
        worker(port, tmp_path, without_qampus=True),
        pytest.raises(WorkerUnfitError, match="not installed there as it is here"),
        Cluster(_muscle(f"tcp://127.0.0.1:{port}")),
    ):
        pass


def test_an_unfit_worker_that_comes_later_is_sent_away(tmp_path: Path):
    port = free_port()
    with (
        scheduler(port),
        worker(port, tmp_path),
        Cluster(_muscle(f"tcp://127.0.0.1:{port}")) as cluster,
        worker(port, tmp_path, PYTHONPATH=_other_release(tmp_path)) as unfit,
    ):
        for number in range(100):
            cluster.submit(str(number), job("sleep 0.05"))
        ended = collect(cluster)
        assert unfit.wait(10) == 0
    assert [type(result) for _, result in ended] == [Judged] * 100


def test_two_graders_share_a_campus(tmp_path: Path):
    port = free_port()
    note = tmp_path / "ended"
    with scheduler(port), worker(port, tmp_path), worker(port, tmp_path):
        url = f"tcp://127.0.0.1:{port}"
        with Cluster(_muscle(url)) as one:
            one.submit("mine", job("sleep 2 mine"))
            with Cluster(_muscle(url)) as two:
                two.submit("mine", job(f"sleep 60 {note}"))
                time.sleep(0.5)
            deadline = time.monotonic() + 10
            while not note.exists() and time.monotonic() < deadline:
                time.sleep(0.05)
            assert note.read_text() == "cancelled"  # the one who left
            [(_, result)] = collect(one)
            assert result.runs[0].outputs[0]["text"] == "2 mine"
