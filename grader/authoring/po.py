"""gettext .po files of lessons and exercises: read with file and line, checked against the source, merged.

Every translated entry says in a translator comment where it comes from: `origin: machine|person; reviewed: yes|no`.
A fuzzy entry is a stale one.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

from grader.authoring.cells import read_text
from grader.authoring.paragraphs import untouchables
from grader.authoring.source import Source
from grader.authoring.translation import Message, Rendering, State, Translation, messages
from grader.errors import Problem

_ORIGIN = re.compile(r"^origin: (machine|person); reviewed: (yes|no)$", re.MULTILINE)
_SYNTAX = re.compile(r"\(line (\d+)\)(?:: (.*))?")
_SIMILAR = 0.6
"""From this share of common text on, a paragraph counts as changed and not as another one."""


def read_translation(
    path: Path, language: str, source: Source
) -> tuple[Translation, list[Problem]]:
    """Read the translation of a source; without a file nothing is translated yet.

    Returns:
        The translation, and everything that is wrong with the file.
    """
    if not path.exists():
        return Translation(language, {}), []
    file, problems = read_po(path)
    if problems:
        return Translation(language, {}), problems
    said = file.metadata.get("Language")
    if said != language:
        message = f"expected `Language: {language}` in the header, found {said!r}"
        problems.append(Problem(path, 1, message, "run `qampus translate`"))
    renderings = {}
    for entry in _live(file):
        faults = _entry_problems(entry, path)
        problems += faults
        if entry.msgstr and not faults:
            renderings[entry.msgid] = Rendering(entry.msgstr, _state(entry))
    problems += _step_problems(file, messages(source), path, source.path)
    return Translation(language, renderings), problems


def read_po(path: Path) -> tuple[polib.POFile, list[Problem]]:
    """Read a .po file; on failure it is empty and a problem says why."""
    text, problems = read_text(path)
    if problems:
        return polib.POFile(), problems
    try:
        file = polib.pofile(text, encoding="utf-8", check_for_duplicates=True)
    except (OSError, ValueError) as error:
        found = _SYNTAX.search(str(error))
        line = int(found[1]) if found else 1
        said = (found and found[2]) or str(error).split(": ")[-1]
        return polib.POFile(), [Problem(path, line, f"no valid .po file: {said}", "mend the line")]
    return file, []


def merged(
    wanted: Iterable[Message], old: polib.POFile, language: str, reference: str
) -> polib.POFile:
    """Return a .po file with exactly the wanted messages, in their order.

    Translations stay; a changed paragraph keeps its translation, marked fuzzy, with the English it was made from; what
    is gone becomes obsolete; new messages are empty.

    Args:
        wanted: messages of the source.
        old: the file so far; it is not changed.
        language: `ja` or `ko`.
        reference: path of the source, as it stands in the references.
    """
    new = polib.POFile(wrapwidth=78)
    new.metadata = {
        **_HEADER,
        **{key: value for key, value in old.metadata.items() if key not in _HEADER},
        "Language": language,
    }
    wanted = tuple(wanted)
    known = {entry.msgid: entry for entry in [*old.obsolete_entries(), *_live(old)]}
    texts = {message.text for message in wanted}
    changed = changed_messages(
        [message.text for message in wanted if message.text not in known],
        [entry.msgid for entry in _live(old) if entry.msgid not in texts and entry.msgstr],
    )
    for message in wanted:
        former = known.get(message.text) or known.get(changed.get(message.text, ""))
        entry = polib.POEntry(
            msgid=message.text,
            occurrences=[(reference, str(line)) for line in message.lines],
        )
        if former is not None:
            _take_over(entry, former)
        new.append(entry)
    for text, former in known.items():
        if former.msgstr and text not in texts and text not in changed.values():
            entry = polib.POEntry(msgid=text, obsolete=True)
            _take_over(entry, former)
            new.append(entry)
    return new


def changed_messages(new: list[str], old: list[str]) -> dict[str, str]:
    """Pair new messages with the old ones they were made from by an edit: new -> old, the most similar first."""
    candidates = []
    for number, text in enumerate(new):
        matcher = difflib.SequenceMatcher(b=text, autojunk=False)
        for position, former in enumerate(old):
            matcher.set_seq1(former)
            if matcher.real_quick_ratio() >= _SIMILAR and matcher.quick_ratio() >= _SIMILAR:
                ratio = matcher.ratio()
                if ratio >= _SIMILAR:
                    candidates.append((-ratio, number, position))
    pairs: dict[str, str] = {}
    for _, number, position in sorted(candidates):
        if new[number] not in pairs and old[position] not in pairs.values():
            pairs[new[number]] = old[position]
    return pairs


def _take_over(entry: polib.POEntry, former: polib.POEntry) -> None:
    """Give an entry the translation of a former one; it is fuzzy unless it was made from the same English."""
    entry.msgstr = former.msgstr
    entry.tcomment = former.tcomment
    was_fuzzy = "fuzzy" in former.flags
    original = (was_fuzzy and former.previous_msgid) or former.msgid
    entry.flags = [flag for flag in former.flags if flag != "fuzzy"]
    # A fuzzy entry without the former English was marked by a person, and stays so.
    if original != entry.msgid or (was_fuzzy and not former.previous_msgid):
        entry.flags.append("fuzzy")
    if original != entry.msgid:
        entry.previous_msgid = original


def _live(file: polib.POFile) -> list[polib.POEntry]:
    return [entry for entry in file if not entry.obsolete]


def _state(entry: polib.POEntry) -> State:
    if "fuzzy" in entry.flags:
        return State.STALE
    origin = _ORIGIN.search(entry.tcomment)
    machine = origin is not None and origin.groups() == ("machine", "no")
    return State.MACHINE if machine else State.SOUND


def _entry_problems(entry: polib.POEntry, path: Path) -> list[Problem]:
    if not entry.msgstr:
        return []
    problems = []
    if not _ORIGIN.search(entry.tcomment):
        problems.append(
            Problem(
                path,
                entry.linenum,
                "a translation that does not say where it comes from",
                "add a comment line `# origin: machine|person; reviewed: yes|no` to the entry",
            )
        )
    # A stale translation belongs to the English it was made from.
    if "fuzzy" not in entry.flags:
        problems += _broken(entry.msgid, entry.msgstr, path, entry.linenum)
    return problems


def _broken(original: str, translation: str, path: Path, line: int) -> list[Problem]:
    """Return what a translation loses or adds of formulas, code, links and tags."""
    problems = []
    theirs = untouchables(translation)
    for kind, ours in untouchables(original).items():
        lost, added = sorted(ours - theirs[kind]), sorted(theirs[kind] - ours)
        if lost or added:
            said = [f"loses {', '.join(lost)}"] if lost else []
            said += [f"adds {', '.join(added)}"] if added else []
            problems.append(
                Problem(
                    path,
                    line,
                    f"the translation {' and '.join(said)} ({kind})",
                    "leave formulas, code, links, tags and heading marks as they are in English",
                )
            )
    return problems


def _step_problems(
    file: polib.POFile, wanted: tuple[Message, ...], path: Path, source: Path
) -> list[Problem]:
    """Return where a .po file and its source have gone out of step."""
    remedy = "run `qampus translate`"
    lines: Mapping[str, int] = {message.text: message.lines[0] for message in wanted}
    entries = {entry.msgid: entry for entry in _live(file)}
    new = [text for text in lines if text not in entries]
    gone = [text for text in entries if text not in lines]
    changed = changed_messages(new, gone)
    problems = [
        Problem(
            path,
            entries[old].linenum,
            f"the English of this paragraph changed, see {source}:{lines[text]}",
            remedy,
        )
        for text, old in changed.items()
    ]
    problems += [
        Problem(source, lines[text], f"this paragraph is not in {path}", remedy)
        for text in new
        if text not in changed
    ]
    problems += [
        Problem(path, entries[text].linenum, f"this paragraph is no longer in {source}", remedy)
        for text in gone
        if text not in changed.values()
    ]
    return problems


_HEADER = {
    "Project-Id-Version": "Qampus",
    "Language": "",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
