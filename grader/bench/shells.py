"""Which way to run a notebook: how fast each is, and whether it keeps the same outputs.

All lessons and exercises in English run (A B A B) with

- plain: nbclient starts a fresh kernel for each notebook, as nbgrader does. Its outputs are the truth;
- kernel: a warm process that imported Qiskit forks, the child becomes an ipykernel, and nbclient drives it;
- execnb: a fork runs the cells in execnb's shell (left out where execnb is not installed);
- shell: a fork runs them in `grader.execution.shell`.
"""

from __future__ import annotations

import importlib.util
import json
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.bench.notebook_ways import Forking, Plain, Runs
from grader.notebooks import read_notebook

_NOISE = (
    (re.compile(r"0x[0-9a-f]{6,}"), "0x"),
    (re.compile(r"ipykernel_\d+"), "ipykernel"),
    (re.compile(r"\b\d{4,}\.py\b"), "cell.py"),
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}"), "uuid"),
    (re.compile(r"\d+(\.\d+)?(e[+-]\d+)? [nµμm]?s\b"), "0 s"),
)
"""What differs between two runs of the same cell: addresses, process and random ids, names of its file, times."""


def normal(outputs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return outputs without noise.

    Neighbouring pieces of a stream become one; addresses, ids and times, and the rate and times left that a bar of
    progress shows, are left out.
    """
    result: list[dict[str, Any]] = []
    for output in json.loads(_quiet(json.dumps(outputs, ensure_ascii=False))):
        if "text" in output:
            output["text"] = "".join(output["text"])
        for kind, value in output.get("data", {}).items():
            if isinstance(value, list) and not kind.endswith("json"):
                output["data"][kind] = "".join(value)
        last = result[-1] if result else {}
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            last["text"] += output["text"]
        else:
            result.append(output)
    for output in result:
        if output["output_type"] == "stream":
            output["text"] = "\n".join(map(_drawn, output["text"].split("\n")))
    return result


def _drawn(line: str) -> str:
    """Return what stays of a line that was drawn over and over, as a bar of progress is: how far it came at last."""
    drawn = line.rstrip("\r")
    return drawn.rpartition("\r")[2].partition("%")[0] if "\r" in drawn else drawn


def _quiet(text: str) -> str:
    for pattern, word in _NOISE:
        text = pattern.sub(word, text)
    return text


def difference(expected: Sequence[Mapping[str, Any]], outputs: Sequence[Mapping[str, Any]]) -> str:
    """Return in a few words how outputs differ from those expected; empty if they are equal but for noise."""
    left, right = normal(expected), normal(outputs)
    if left == right:
        return ""
    kinds = [output["output_type"] for output in left], [output["output_type"] for output in right]
    if kinds[0] != kinds[1]:
        lost = Counter(kinds[0]) - Counter(kinds[1])
        more = Counter(kinds[1]) - Counter(kinds[0])
        words = [f"no {kind}" for kind in lost] + [f"extra {kind}" for kind in more]
        return ", ".join(words) or "other order"
    found = []
    for one, other in zip(left, right, strict=True):
        keys = {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
        for key in sorted(keys):
            if key == "data":
                both = one["data"].keys() | other["data"].keys()
                changed = [k for k in both if one["data"].get(k) != other["data"].get(k)]
                found += [f"other {kind}" for kind in sorted(changed)]
            else:
                found.append(f"other {key} of {one['output_type']}")
    return ", ".join(dict.fromkeys(found))


def notebooks(root: Path) -> dict[str, list[str]]:
    """Return the code cells of all English lessons and exercises that `qampus build` made, by name."""
    built = root / "build" / "en"
    paths = sorted([*built.glob("lessons/*.ipynb"), *built.glob("source/*/*.ipynb")])
    if not paths:
        raise SystemExit(f"No notebooks in {built}: run `qampus build` first.")
    return {
        f"{'lesson' if path.parent.name == 'lessons' else 'exercise'} {path.stem}": [
            cell.source
            for cell in read_notebook(path).cells
            if cell.cell_type == "code" and cell.source.strip()
        ]
        for path in paths
    }


def main(root: Path, rounds: int) -> None:
    """Measure, and print a table."""
    ways: dict[str, Plain] = {"plain": Plain(), "kernel": Forking("kernel")}
    if importlib.util.find_spec("execnb") is None:
        print("execnb is not installed: left out.")
    else:
        ways["execnb"] = Forking("execnb")
    ways["shell"] = Forking("shell")
    all_cells = notebooks(root)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    ready: dict[str, list[float]] = {name: [] for name in ways}
    cpu: dict[str, list[float]] = {name: [] for name in ways}
    outputs: dict[tuple[str, str], Runs] = {}
    differences: dict[str, Counter[str]] = {name: Counter() for name in ways}
    unsteady: set[tuple[str, int]] = set()
    for way in ways.values():
        way.__enter__()
    for _ in range(rounds):
        for notebook, cells in all_cells.items():
            for name, way in ways.items():
                with tempfile.TemporaryDirectory() as folder:
                    begin = time.monotonic()
                    done = way.run(cells, Path(folder))
                    seconds[name].append(time.monotonic() - begin)
                ready[name].append(done.ready)
                cpu[name].append(done.cpu)
                runs = done.outputs
                truth = outputs.setdefault((notebook, "plain"), runs)
                outputs[notebook, name] = runs if name != "plain" else truth
                if name == "plain":
                    unsteady |= {
                        (notebook, index)
                        for index, (one, other) in enumerate(zip(truth, runs, strict=True))
                        if difference(one, other)
                    }
    for way in ways.values():
        way.__exit__(None, None, None)
    for (notebook, name), runs in outputs.items():
        for index, (one, other) in enumerate(zip(outputs[notebook, "plain"], runs, strict=True)):
            if (notebook, index) not in unsteady:
                differences[name][difference(one, other)] += 1
    total = sum(map(len, all_cells.values()))
    print(f"{len(all_cells)} notebooks, {total} cells, {rounds} rounds; medians\n")
    print(
        f"{'way':<8} {'s / notebook':>12} {'s until ready':>13} {'CPU s':>7} {'cells that differ':>18}  how"
    )
    for name in ways:
        how = differences[name]
        how.pop("", None)
        words = "; ".join(f"{count} x {word}" for word, count in how.most_common())
        print(
            f"{name:<8} {statistics.median(seconds[name]):>12.3f} "
            f"{statistics.median(ready[name]):>13.3f} {statistics.median(cpu[name]):>7.3f} {how.total():>18}  {words}"
        )
    print(f"\ncells that differ between two plain runs, not counted: {len(unsteady)}")
