"""Every text of the interface is there in Japanese and Korean, none fuzzy; the template is up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from portal.language import TRANSLATIONS

PORTAL = TRANSLATIONS.parent
METHODS = [("static/**", "ignore"), ("**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]")


def key(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def extracted() -> set[str]:
    found = extract_from_dir(
        str(PORTAL), METHODS, keywords=KEYWORDS, directory_filter=lambda path: True
    )
    return {key(message) for _, _, message, _, _ in found}


def load(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def catalogue(language: str) -> list[Message]:
    """Return all messages of all files of a language, without the heads."""
    paths = sorted((TRANSLATIONS / language).glob("*.po"))
    return [message for path in paths for message in load(path) if message.id]


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_nothing_is_missing_stale_or_left_over(language: str) -> None:
    messages = catalogue(language)
    assert {key(message.id) for message in messages} == extracted()
    assert len(messages) == len({key(message.id) for message in messages})  # each in one file
    assert [message.id for message in messages if message.fuzzy] == []
    assert [message.id for message in messages if not all(strings(message))] == []


def strings(message: Message) -> list[str]:
    """Return all forms of a translation."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_placeholders_are_those_of_the_source(language: str) -> None:
    for message in catalogue(language):
        sources = [message.id] if isinstance(message.id, str) else message.id
        wanted = set(PLACEHOLDER.findall(sources[0]))
        for text in strings(message):
            assert set(PLACEHOLDER.findall(text)) == wanted, message.id


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_a_translation_compiles(language: str, tmp_path: Path) -> None:
    for path in (TRANSLATIONS / language).glob("*.po"):
        with (tmp_path / "messages.mo").open("wb") as file:
            write_mo(file, load(path))
        assert (tmp_path / "messages.mo").stat().st_size > 100


@pytest.mark.parametrize(
    ("language", "script"), [("ja", r"[\u3040-\u30ff\u4e00-\u9fff]"), ("ko", r"[\uac00-\ud7a3]")]
)
def test_translations_are_in_their_script(language: str, script: str) -> None:
    for message in catalogue(language):
        plain = [PLACEHOLDER.sub("", text).strip() for text in strings(message)]
        assert all(
            re.search(script, text) or not re.search(r"[A-Za-z]{4}", text) for text in plain
        ), message.id
