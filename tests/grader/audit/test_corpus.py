"""The files of the corpus: what they must say, and what is said when they do not."""

from __future__ import annotations

import pytest

from grader.audit.attack import FOLDER, AuditError, read_attack, read_attacks
from grader.audit.plain import Plain
from grader.audit.run import AttackResult
from grader.audit.table import head, row, summary
from grader.audit.target import OWN, Target, handed_in, source_notebook
from grader.course import release_notebook
from grader.execution.limits import Limits
from grader.notebooks import parse_notebook
from tests.grader.audit.conftest import ROOT

SOUND = """# attack: A title
# tries: One thing,
#     and another.
# honest: number 1
# code: parity time_limit|died
# limits: cell_seconds 2, processes 9

# %% answer="number"
amplitudes = 128

# %% cell before="parity"
early = 1

# %% cell
first = 1

# %% file="a/b.py"
beside = 1

# %% link="c" to="../d"

# %% transform
def transform(notebook, files):
    files["e"] = b"1"
"""


@pytest.fixture(scope="module")
def target():
    source = source_notebook("", ROOT)
    return Target(OWN, source, release_notebook(source))


def written(tmp_path, text):
    path = tmp_path / "one.attack.py"
    path.write_text(text)
    return path


def test_a_file_is_read_and_handed_in(tmp_path, target):
    attack = read_attack(written(tmp_path, SOUND))
    assert (attack.name, attack.title, attack.tries) == (
        "one",
        "A title",
        "One thing, and another.",
    )
    assert attack.honest == {"number": 1.0}
    assert attack.codes == {"parity": frozenset(("time_limit", "died"))}
    assert attack.limits == Limits(cell_seconds=2.0, processes=9)
    assert attack.links == {"c": "../d"}
    files = handed_in(attack, target)
    assert files.keys() == {"red_team.ipynb", "a/b.py", "e"}
    texts = [cell.source for cell in parse_notebook(files["red_team.ipynb"].decode()).cells]
    assert texts[0] == "first = 1"
    assert texts[texts.index("early = 1") + 1].startswith("def parity")
    assert "amplitudes = 128" in texts


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# attack: A title\n", "", "lacks ['attack']"),
        ("# honest: number 1", "# honest: number", "task value"),
        ("cell_seconds 2", "seconds 2", "limits of"),
        ("# code:", "# codes:", "unknown words"),
        ('# %% answer="number"', "# %% answers", "no header"),
        ("# tries: One thing,", "tries", "expected `# word: text`"),
    ],
)
def test_a_file_of_another_form_is_refused_with_the_reason(tmp_path, old, new, said):
    with pytest.raises(AuditError, match=r"one\.attack\.py") as raised:
        read_attack(written(tmp_path, SOUND.replace(old, new)))
    assert said in str(raised.value)


def test_a_name_that_is_no_attack_is_refused_with_those_there_are():
    with pytest.raises(AuditError, match=r"no attack nonsense; there are .*exit_now"):
        read_attacks(("nonsense",))


def test_every_attack_names_tasks_of_what_it_attacks(target):
    for attack in read_attacks():
        source = target.source if not attack.target else source_notebook(attack.target, ROOT)
        tasks = Target("", source, source).maximum()
        named = {*attack.answers, *attack.honest, *attack.codes} - {"*"}
        assert named <= tasks.keys(), attack.name
        assert all(points <= tasks[task] for task, points in attack.honest.items()), attack.name
        assert attack.answers or attack.cells or attack.files or attack.links or attack.transform


def test_titles_are_unique():
    titles = [attack.title for attack in read_attacks()]
    assert len(set(titles)) == len(titles)


def test_the_table_tells_wins_and_losses(tmp_path):
    attack = read_attack(written(tmp_path, SOUND))
    won = AttackResult(attack, {}, {"number": 1.0, "parity": 2.0}, plain=Plain({"number": 1.0}))
    lost = AttackResult(attack, {}, {}, refused="no", plain=Plain(reason="not run: it hangs"))
    assert head(plain=True).split() == ["attack", "honest", "Qampus", "nbgrader"]
    assert row(won).split() == ["one", "1", "3", "1", "WINS", "parity", "+2"]
    assert row(lost).split() == ["one", "1", "refused", "not", "run", "loses", "number", "-1"]
    assert "2 attacks, 1 win against Qampus; 0 of the 1" in summary([won, lost])


def test_attack_files_are_out_of_reach_of_imports():
    assert all(path.stem.count(".") for path in FOLDER.glob("*.py"))
