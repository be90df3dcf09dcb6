"""What of a cell is translated, and what a translation must leave alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.authoring.paragraphs import has_words, rewritten, segments, untouchables

CELL = r"""# Title
Text at once,
on two lines.

$$E = mc^2$$

$$
a

b
$$

- one
- two

```python
x = 1

y = 2
```
After the fence.

<details><summary>A nudge</summary>

Inside.

</details>

![a picture](bloch.png)
### BEGIN SOLUTION
Model.
### END SOLUTION"""


def texts(cell):
    return [part.text for part in segments(cell) if part.is_message]


def test_messages():
    assert texts(CELL) == [
        "# Title", "Text at once,\non two lines.", "- one\n- two", "After the fence.",
        "A nudge", "Inside.", "Model.",
    ]  # fmt: skip


def test_offsets_are_lines():
    lines = CELL.split("\n")
    for part in segments(CELL):
        assert (part.before + part.text + part.after).split("\n")[0] == lines[part.offset]


@given(st.lists(st.sampled_from([*CELL.split("\n"), "<summary>", "~~~", "$$ x", "x $$", " "])))
def test_nothing_is_lost(lines):
    cell = "\n".join(lines)
    assert rewritten(cell, lambda text: text) == cell


def test_only_messages_are_rewritten():
    changed = rewritten(CELL, lambda text: text.upper())
    assert "<summary>A NUDGE</summary>" in changed
    assert "x = 1\n\ny = 2" in changed
    assert "# TITLE\nTEXT AT ONCE" in changed


@pytest.mark.parametrize(
    "text",
    ["$x$", "`code`", "![alt text](a.png)", "<br>", "---", "1, 2, 3", "$$\\sin x$$", "<!-- no -->"],
)
def test_without_words(text):
    assert not has_words(text)


@pytest.mark.parametrize("text", ["word", "$x$ is", "`f` 는", "角", "<b>bold</b>"])
def test_with_words(text):
    assert has_words(text)


def test_untouchables():
    found = untouchables(
        r"## See `f(x)` and $a_1$, $b$ at [here](https://x.example/a) <b>now</b> for \$5"
    )
    assert found == {
        "code": {"f(x)"},
        "formula": {"$a_1$", "$b$"},
        "link": {"https://x.example/a"},
        "tag": {"<b>", "</b>"},
        "heading": {"##"},
    }
