"""Which competences the curriculum trains, task by task, and which it does not: a page of the documentation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.authoring.catalog import read_catalog
from grader.competences import (
    HIGHEST_BY_PROGRAM,
    LEVELS,
    Competence,
    domains,
    framework_source,
    read_competence,
    subdomain_name,
    subdomains,
)

PAGE = Path("docs", "competences.md")

_HEAD = """# Which competences the tasks train

Made by `qampus build` from `curriculum/catalog.toml`; do not edit. A task is tagged with sub-domain, area (I concepts,
II hardware and software engineering, III applications and strategies) and level of the {source};
levels and profiles: arXiv 2410.07692. The names of the sub-domains follow a third-party transcription.

A tag says what a task trains and gives evidence for, not that a learner is certified. The certification scheme
(zenodo 15210733) gives tasks for A1 and A2; from B1 on it wants an assessment scenario. So evidence that a program
checks is counted apart from what a person marks, and no claim above {highest} is made from programs alone.
"""


@dataclass(frozen=True)
class _Tag:
    """One tag of one task."""

    module: str
    competence: Competence
    manual: bool


def write_coverage(root: Path, built: Path) -> None:
    """Write the page into the documentation of a course, from the manifests of all its modules.

    Nothing is written where the course has no documentation, or where a module of it is not built: half a table would
    call gaps what is none. An unchanged page is left alone.

    Args:
        root: the folder with curriculum/, exercises/ and docs/.
        built: the folder of built files.
    """
    page = root / PAGE
    if not page.parent.is_dir():
        return
    paths = [built / "manifests" / f"{module.id}.json" for module in read_catalog(root).modules]
    if not all(path.is_file() for path in paths):
        return
    text = coverage_page([json.loads(path.read_text(encoding="utf-8")) for path in paths])
    if not page.is_file() or page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8")


def coverage_page(manifests: Sequence[Mapping[str, Any]]) -> str:
    """Return the page, in Markdown.

    Args:
        manifests: those of the modules, in the order of the curriculum.
    """
    tags = [
        _Tag(manifest["module"], competence, task["manual"])
        for manifest in manifests
        for task in manifest["tasks"]
        for competence in _competences(task["competences"])
    ]
    parts = [
        _HEAD.format(source=framework_source(), highest=HIGHEST_BY_PROGRAM),
        _summary(manifests, tags),
        _by_subdomain(tags),
        _uncovered(tags),
        *map(_by_task, manifests),
    ]
    return "\n".join(parts)


def _competences(texts: Iterable[str]) -> list[Competence]:
    """Return the competences of a task; the catalog was read before, so each tag is one of the framework's."""
    return [competence for text in texts if (competence := read_competence(text)) is not None]


def _summary(manifests: Sequence[Mapping[str, Any]], tags: Sequence[_Tag]) -> str:
    tasks = [task for manifest in manifests for task in manifest["tasks"]]
    by_hand = sum(task["manual"] for task in tasks)
    hours = sum(manifest["hours"] for manifest in manifests)
    covered = {tag.competence.subdomain for tag in tags}
    levels = sorted({tag.competence.level for tag in tags})
    return (
        f"## In all\n\n{len(manifests)} modules, {hours:g} hours, {len(tasks)} tasks: "
        f"{len(tasks) - by_hand} checked by a program, {by_hand} marked by a person. They touch "
        f"{len(covered)} of {len(subdomains())} sub-domains, at the levels {', '.join(levels)}.\n"
    )


def _by_subdomain(tags: Sequence[_Tag]) -> str:
    shown = LEVELS[: LEVELS.index(HIGHEST_BY_PROGRAM) + 1]
    shown += tuple(
        level
        for level in LEVELS
        if level not in shown and any(t.competence.level == level for t in tags)
    )
    lines = [
        "## By sub-domain\n",
        "Number of tasks: those a program checks + those a person marks. A task counts in each of its tags.\n",
        f"| sub-domain | {' | '.join(shown)} | modules |",
        f"| --- | {' | '.join('---:' for _ in shown)} | --- |",
    ]
    for subdomain in subdomains():
        here = [tag for tag in tags if tag.competence.subdomain == subdomain]
        if here:
            cells = [
                _count([tag for tag in here if tag.competence.level == level]) for level in shown
            ]
            modules = ", ".join(dict.fromkeys(tag.module[:2] for tag in here))
            name = subdomain_name(subdomain, "en")
            lines.append(f"| {subdomain} {name} | {' | '.join(cells)} | {modules} |")
    return "\n".join(lines) + "\n"


def _count(tags: Sequence[_Tag]) -> str:
    by_hand = sum(tag.manual for tag in tags)
    by_program = len(tags) - by_hand
    return f"{by_program} + {by_hand}" if by_hand else str(by_program) if tags else ""


def _uncovered(tags: Sequence[_Tag]) -> str:
    covered = {tag.competence.subdomain for tag in tags}
    lines = ["## What is not covered\n", "No task of this curriculum trains these sub-domains:\n"]
    for number, domain in domains().items():
        missing = [
            f"{subdomain} {subdomain_name(subdomain, 'en')}"
            for subdomain in subdomains()
            if subdomain.startswith(number + ".") and subdomain not in covered
        ]
        if missing:
            lines.append(f"- {domain}: {', '.join(missing)}")
    found = {tag.competence.level for tag in tags}
    absent = [level for level in LEVELS if level not in found]
    by_hand = {tag.competence.subdomain for tag in tags if tag.manual}
    programs_alone = [s for s in subdomains() if s in covered - by_hand]
    lines += [
        f"\nNo task claims the levels {', '.join(absent)}." if absent else "",
        "Evidence from programs alone, with no written answer that a person marks: "
        f"{', '.join(programs_alone) or 'nowhere'}.",
    ]
    return "\n".join(lines) + "\n"


def _by_task(manifest: Mapping[str, Any]) -> str:
    lines = [
        f"## {manifest['module'][:2]} {manifest['title']['en']}\n",
        "| task | title | points | marked by | competences |",
        "| --- | --- | ---: | --- | --- |",
    ]
    for task in manifest["tasks"]:
        title = task["title"]["en"].replace("|", "\\|")
        marked = "a person" if task["manual"] else "program"
        tags = ", ".join(task["competences"])
        lines.append(f"| {task['id']} | {title} | {task['points']:g} | {marked} | {tags} |")
    return "\n".join(lines) + "\n"
