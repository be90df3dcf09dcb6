"""From extraction over stale paragraphs to what readers are told."""

import polib
import pytest

from grader.authoring.po import read_translation
from grader.authoring.source import read_exercise
from grader.authoring.translate import translate
from grader.authoring.translation import State, Tally, Translation
from grader.errors import SourceError
from tests.grader.authoring.samples import MODULE, WORDS, fill, write_course

SENTENCE = "In this exercise you make a **pair** with `make_pair`."
CHANGED = "In this short exercise you make a **pair** with `make_pair`."
PERSON = "origin: person; reviewed: yes"


@pytest.fixture
def course(tmp_path):
    root = write_course(tmp_path)
    run(root)
    return root


def run(root, **options):
    return translate(root, report=lambda line: None, **options)


def po(root, language="ja"):
    return root / "exercises" / "locale" / language / f"{MODULE}.po"


def exercise(root):
    return root / "exercises" / MODULE / "exercise.py"


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def read(root, language="ja"):
    return read_translation(po(root, language), language, read_exercise(exercise(root)))


def test_extraction(course):
    file = polib.pofile(str(po(course)))
    assert [entry.msgid for entry in file][:4] == [
        "# Pairs", SENTENCE, "## A pair",
        r"Return the amplitudes of $(|00\rangle + |11\rangle)/\sqrt{2}$ as a list.",
    ]  # fmt: skip
    assert not any(entry.msgstr for entry in file)
    assert file[1].occurrences == [(f"exercises/{MODULE}/exercise.py", "4")]
    assert file.metadata["Language"] == "ja"
    assert file.metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert (course / "curriculum" / "locale" / "ko" / f"{MODULE}.po").exists()
    translation, problems = read(course)
    assert not problems
    assert translation.state(SENTENCE) is State.MISSING


def test_a_second_run_changes_nothing(course):
    fill(po(course))
    run(course)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in course.rglob("*.po")}
    assert not any(merge.written for merge in run(course))
    assert before == {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in course.rglob("*.po")
    }
    assert polib.pofile(str(po(course))).find(SENTENCE).msgstr == WORDS[SENTENCE]


def test_a_changed_paragraph_is_told_then_stale_then_mended(course):
    fill(po(course))
    edit(exercise(course), SENTENCE, CHANGED)
    said = read(course)[1]
    entry = polib.pofile(str(po(course))).find(SENTENCE)
    assert [(problem.file, problem.line) for problem in said] == [(po(course), entry.linenum)]
    assert "the English of this paragraph changed" in said[0].message
    assert f"{exercise(course)}:4" in said[0].message
    assert said[0].remedy == "run `qampus translate`"

    run(course)
    entry = polib.pofile(str(po(course))).find(CHANGED)
    assert (entry.fuzzy, entry.previous_msgid, entry.msgstr) == (True, SENTENCE, WORDS[SENTENCE])
    translation, problems = read(course)
    assert not problems
    assert translation.state(CHANGED) is State.STALE
    assert translation.text(CHANGED) == WORDS[SENTENCE]

    edit(exercise(course), CHANGED, CHANGED.replace("short", "rather short"))
    run(course)
    file = polib.pofile(str(po(course)))
    entry = file.find(CHANGED.replace("short", "rather short"))
    assert entry.previous_msgid == SENTENCE, "the English that the translation was made from"
    entry.flags = []
    entry.previous_msgid = None
    entry.tcomment = PERSON
    file.save()
    translation, problems = read(course)
    assert not problems
    assert translation.state(entry.msgid) is State.SOUND


def test_new_and_gone_paragraphs(course):
    fill(po(course))
    edit(
        exercise(course),
        f"# {SENTENCE}\n",
        "# Ten quite different things follow below: watch them.\n",
    )
    said = {problem.file: problem.message for problem in read(course)[1]}
    assert "is no longer in" in said[po(course)]
    assert "is not in" in said[exercise(course)]
    run(course)
    file = polib.pofile(str(po(course)))
    assert [entry.msgid for entry in file.obsolete_entries()] == [SENTENCE]
    assert not read(course)[1]
    edit(exercise(course), "Ten quite different things follow below: watch them.", SENTENCE)
    run(course)
    assert read(course)[0].text(SENTENCE) == WORDS[SENTENCE], (
        "what comes back finds its translation"
    )


def test_what_was_stale_when_it_went_is_stale_when_it_returns(course):
    fill(po(course))
    edit(exercise(course), SENTENCE, CHANGED)
    run(course)
    edit(
        exercise(course),
        f"# {CHANGED}\n",
        "# Ten quite different things follow below: watch them.\n",
    )
    run(course)
    edit(exercise(course), "Ten quite different things follow below: watch them.", CHANGED)
    run(course)
    assert read(course)[0].state(CHANGED) is State.STALE


def test_an_edit_taken_back_makes_the_translation_current_again(course):
    fill(po(course))
    edit(exercise(course), SENTENCE, CHANGED)
    run(course)
    edit(exercise(course), CHANGED, SENTENCE)
    run(course)
    entry = polib.pofile(str(po(course))).find(SENTENCE)
    assert (entry.fuzzy, entry.previous_msgid) == (False, None)


def test_an_entry_that_a_person_marks_fuzzy_stays_fuzzy(course):
    fill(po(course))
    file = polib.pofile(str(po(course)))
    file.find(SENTENCE).flags = ["fuzzy"]
    file.save()
    run(course)
    assert read(course)[0].state(SENTENCE) is State.STALE


BROKEN = {
    "formula": ("`make_pair` で**対**", "`make_pair` で $x$ **対**", "adds $x$ (formula)"),
    "code": ("`make_pair` で", "`対を作る` で", "loses make_pair and adds 対を作る (code)"),
    "link": ("**対**", "[対](https://x.example)", "adds https://x.example (link)"),
    "tag": ("**対**", "<b>対</b>", "adds </b>, <b> (tag)"),
    "heading": ('"# 対"', '"対"', "loses # (heading)"),
    "origin": (
        "# origin: machine; reviewed: no",
        "# origin: somebody",
        "does not say where it comes from",
    ),
    "language": ("Language: ja", "Language: ko", "expected `Language: ja`"),
    "syntax": ("\nmsgid", "\nmsgidd", "no valid .po file"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_translations(course, name):
    old, new, words = BROKEN[name]
    fill(po(course))
    edit(po(course), old, new)
    said = [problem for problem in read(course)[1] if words in problem.message]
    assert said, [str(problem) for problem in read(course)[1]]
    assert {problem.file for problem in said} == {po(course)}
    if name not in {"language"}:
        assert said[0].line > 1


def test_not_utf8(course):
    po(course).write_bytes(b'msgid ""\nmsgstr "\xff"\n')
    assert [(problem.line, "UTF-8" in problem.message) for problem in read(course)[1]] == [
        (2, True)
    ]


def test_nothing_is_merged_when_a_file_is_wrong(course):
    before = po(course).read_text()
    edit(exercise(course), SENTENCE, CHANGED)
    korean = po(course, "ko")
    korean.write_text(korean.read_text().replace("\nmsgid", "\nmsgidd", 1))
    with pytest.raises(SourceError) as caught:
        run(course)
    assert {problem.file for problem in caught.value.problems} == {korean}
    assert po(course).read_text() == before
    with pytest.raises(SourceError, match="unknown language 'fr'"):
        run(course, languages=["fr"])


def test_what_readers_are_told(course):
    """A note with the share in the first cell, marks on the cells concerned, and none where all is sound."""
    source = read_exercise(exercise(course))
    fill(po(course), {"# Pairs": "# 対"}, PERSON)
    fill(po(course))
    edit(exercise(course), "Why can nobody", "Why could nobody")
    fill(
        po(course),
        {"Why can nobody use the pair to send a message?": "なぜ誰も伝言を送れないのですか。"},
    )
    run(course)
    source = read_exercise(exercise(course))
    translation, problems = read(course)
    assert not problems
    texts = translation.cell_texts(source)
    visible = [cell for cell in source.cells if cell.kind not in {"essay", "rubric"}]
    assert translation.tally(visible) == Tally(messages=8, machine=3, stale=1, missing=3)
    title, note = texts[0].split("\n\n")[:2]
    assert title == "# 対"
    assert note.startswith("> この日本語版の 8 段落のうち 3 段落は機械翻訳")
    assert "1 段落は、英語の原文が変わった" in note
    assert "3 段落はまだ翻訳されておらず" in note
    assert texts[2].endswith("<small>（機械翻訳・未確認） （一部未翻訳）</small>")
    assert "訳が古い" in texts[5]
    assert texts[1] == source.cells[1].text, "code has no marks"
    assert "<small>" not in texts[6] + texts[7], "nor has what learners never see"


def test_a_notebook_that_is_machine_made_throughout_has_a_note_and_no_marks(course):
    file = polib.pofile(str(po(course)))
    fill(po(course), {entry.msgid: WORDS.get(entry.msgid, entry.msgid) for entry in file})
    texts = read(course)[0].cell_texts(read_exercise(exercise(course)))
    assert "8 段落のうち 8 段落は機械翻訳" in texts[0]
    assert not any("<small>" in text for text in texts)


def test_a_reviewed_notebook_has_no_note(course):
    file = polib.pofile(str(po(course, "ko")))
    words = {entry.msgid: entry.msgid for entry in file}
    fill(po(course, "ko"), words, "origin: machine; reviewed: yes")
    source = read_exercise(exercise(course))
    assert read(course, "ko")[0].cell_texts(source) == tuple(cell.text for cell in source.cells)


def test_english_has_no_note(course):
    source = read_exercise(exercise(course))
    assert Translation("en", {}).cell_texts(source) == tuple(cell.text for cell in source.cells)
