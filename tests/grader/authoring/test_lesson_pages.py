"""Lessons as pages: headings, code, what it printed, pictures with captions, formulas, in three languages."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

from grader.authoring.lesson_page import lesson_pages
from grader.authoring.lesson_run import lesson_outputs
from grader.authoring.po import read_translation
from grader.authoring.sections import section_titles
from grader.authoring.source import Source, read_lesson
from grader.authoring.translation import Rendering, State, Translation
from grader.errors import SourceError
from tests.portal.lessons.published import png

ROOT = Path(__file__).parents[3]
LESSON = r"""# %% [markdown]
# # Pairs
#
# Two qubits share a state.
#
# ## 1. States, $T_1$ and `code`
#
# | a | b |
# | --- | --- |
# | 1 | $x^2$ |
#
# ### A case

# %%
print("<b>1 & 2</b>")
draw()

# %% [markdown]
# *Figure 1. The state $|\psi\rangle$ as an arrow. More about it.*
#
# The rule is $$y = x^2$$ for all numbers.
#
# ### Another case
#
# ## 2. Gates
#
# ## Summary
#
# ### Words
"""
CAPTION = "*Figure 1. The state $|\\psi\\rangle$ as an arrow. More about it.*"
TRANSLATED = {
    "# Pairs": "# 対",
    "## 1. States, $T_1$ and `code`": "## 1. 状態、$T_1$と`code`",
    CAPTION: "*図1. 状態$|\\psi\\rangle$の矢印です。詳しくは後で。*",
}


def stream(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def picture() -> dict[str, Any]:
    data = {"image/png": base64.b64encode(png()).decode(), "text/plain": "<Figure>"}
    return {
        "output_type": "display_data",
        "data": data,
        "metadata": {"image/png": {"width": 8, "height": 6}},
    }


OUTPUTS = [[stream("<b>1 & 2</b>\n"), stream("50%|####", "stderr"), picture()]]


@pytest.fixture
def lesson(tmp_path: Path) -> Source:
    return written(tmp_path, LESSON)


def written(folder: Path, text: str) -> Source:
    path = folder / "lesson.py"
    path.write_text(text, encoding="utf-8")
    return read_lesson(path)


def japanese() -> Translation:
    return Translation(
        "ja", {english: Rendering(text, State.SOUND) for english, text in TRANSLATED.items()}
    )


def made(lesson: Source, outputs: Any = None) -> dict[str, Any]:
    translations = {"en": Translation("en", {}), "ja": japanese()}
    return lesson_pages(lesson, translations, OUTPUTS if outputs is None else outputs)


def test_headings_have_the_same_anchors_in_all_languages_and_the_title_is_left_to_the_page(
    lesson: Source,
) -> None:
    pages = made(lesson)["pages"]
    ids = ["section-1", "section-1-1", "section-1-2", "section-2", "part-1", "part-1-1"]
    for page in pages.values():
        assert [one["id"] for one in page["headings"]] == ids
        assert re.findall(r'<h[23] id="([^"]+)"', page["html"]) == ids
        assert "<h1" not in page["html"]
    assert [one["level"] for one in pages["en"]["headings"]] == [2, 3, 3, 2, 2, 3]
    assert "状態" in pages["ja"]["headings"][0]["html"]
    assert "<code>code</code>" in pages["ja"]["headings"][0]["html"]


def test_code_is_coloured_by_classes_and_output_is_text(lesson: Source) -> None:
    html = made(lesson)["pages"]["en"]["html"]
    assert '<span class="nb">print</span>' in html
    assert "style=" not in html
    assert "<samp>&lt;b&gt;1 &amp; 2&lt;/b&gt;</samp>" in html
    assert "####" not in html, "progress bars are for who waits"


def test_a_picture_has_its_caption_and_says_it_in_words_in_each_language(lesson: Source) -> None:
    pages = made(lesson)
    (file,) = pages["pictures"]
    assert base64.b64decode(file["content"]) == png()
    english, translated = (pages["pages"][language]["html"] for language in ("en", "ja"))
    assert f'<img src="pictures/{file["name"]}" alt="Figure 1. The state ' in english
    assert 'width="8" height="6"' in english
    assert "More about it" in re.search("<figcaption>(.*?)</figcaption>", english)[1]
    assert "More about it" not in re.search('alt="(.*?)"', english)[1]
    assert 'alt="図1. 状態' in translated
    assert english.count("More about it") == 1


def test_pictures_without_a_caption_are_described_all_the_same(tmp_path: Path) -> None:
    lesson = written(tmp_path, "# %% [markdown]\n# # Pairs\n\n# %%\ndraw()\n")
    html = made(lesson, [[picture(), picture()]])["pages"]
    assert 'alt="(1/2) Picture drawn by the code above"' in html["en"]["html"]
    assert 'alt="(2/2) 上のコードが描いた図"' in html["ja"]["html"]
    assert html["en"]["html"].count("<figure>") == 1


def test_formulas_and_tables(lesson: Source) -> None:
    html = made(lesson)["pages"]["en"]["html"]
    assert '<span class="formula"><math' in html
    assert 'display="block"' in html
    assert '<div class="scroll"><table>' in html
    assert "$" not in re.sub("<pre.*?</pre>", "", html, flags=re.DOTALL)


def test_results_that_are_tables_or_formulas_are_shown_as_such(tmp_path: Path) -> None:
    lesson = written(tmp_path, "# %% [markdown]\n# # Pairs\n\n# %%\nx\n")

    def shown(**data: str) -> str:
        kinds = {"text/plain": "plain words"} | {
            f"text/{kind}": text for kind, text in data.items()
        }
        output = {"output_type": "execute_result", "data": kinds, "metadata": {}}
        return str(made(lesson, [[output]])["pages"]["en"]["html"])

    assert "<table><tr><td>1</td></tr></table>" in shown(html="<table><tr><td>1</td></tr></table>")
    assert "<math" in shown(latex="$$x^2$$")
    assert "<samp>plain words</samp>" in shown(latex=r"$$\unheardof$$")
    assert "<samp>plain words</samp>" in shown()


def test_a_formula_that_cannot_be_shown_is_a_problem_of_its_cell(tmp_path: Path) -> None:
    lesson = written(
        tmp_path, "# %% [markdown]\n# # Pairs\n\n# %% [markdown]\n# See $\\unheardof x$.\n"
    )
    with pytest.raises(SourceError) as caught:
        made(lesson, [])
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (lesson.path, 4)
    assert r"\unheardof" in problem.message


def test_the_version_says_whether_anything_is_different(lesson: Source, tmp_path: Path) -> None:
    version = made(lesson)["version"]
    assert made(lesson)["version"] == version
    other = [[stream("2\n"), picture()]]
    assert made(lesson, other)["version"] != version


def test_sections_have_plain_titles_in_each_language(lesson: Source) -> None:
    assert section_titles(lesson) == {1: "States, T₁ and code", 2: "Gates"}
    assert section_titles(lesson, japanese()) == {1: "状態、T₁とcode", 2: "Gates"}


def test_a_lesson_of_the_course_is_a_whole_page_in_three_languages() -> None:
    source = read_lesson(ROOT / "curriculum/04_entanglement/lesson.py")
    translations = {"en": Translation("en", {})}
    for language in ("ja", "ko"):
        path = ROOT / f"curriculum/locale/{language}/04_entanglement.po"
        translations[language], problems = read_translation(path, language, source)
        assert not problems
    found = lesson_pages(source, translations, lesson_outputs(source))
    names = {one["name"] for one in found["pictures"]}
    assert len(names) >= 10
    for page in found["pages"].values():
        assert set(re.findall(r'src="pictures/([^"]+)"', page["html"])) == names
        assert page["html"].count("<figcaption>") >= 10
        assert [one["id"] for one in page["headings"] if one["id"].startswith("section-")]
    anchors = {tuple(one["id"] for one in page["headings"]) for page in found["pages"].values()}
    assert len(anchors) == 1
    assert len(json.dumps(found)) < 8 * 2**20
