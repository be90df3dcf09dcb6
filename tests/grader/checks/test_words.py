import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks import TargetError, assert_word
from tests.grader.checks.failing import code, failure


@given(st.lists(st.sampled_from(["h", "s", "cx"]), max_size=8), st.integers(0, 8))
def test_words_over_the_alphabet_pass_up_to_the_longest(word, longest):
    assert_word(word, ["h", "s", "cx"])
    assert_word(tuple(word), {"h", "s", "cx"}, longest=len(word))
    if len(word) > longest:
        told = failure(assert_word, word, ["h", "s", "cx"], longest=longest)
        assert told.code == "word_too_long"
        assert told.parameters == {"got": len(word), "extra": len(word) - longest}


def test_a_text_is_a_word_of_letters():
    assert_word("hssh", "hs", longest=4)
    assert_word("", "hs", longest=0)
    assert code(assert_word, "hxsh", "hs") == "foreign_letter"


@given(st.lists(st.sampled_from("hs"), max_size=6), st.data())
def test_the_first_foreign_letter_is_named(word, data):
    position = data.draw(st.integers(0, len(word)))
    spoiled = [*word[:position], "t", *word[position:], "z"]
    told = failure(assert_word, spoiled, "hs")
    assert (told.code, told.parameters) == (
        "foreign_letter",
        {"letter": "'t'", "position": position},
    )


@pytest.mark.parametrize("answer", [None, 5, {"h": 1}, ["h", 1], [["h"]], abs])
def test_other_values_are_no_words(answer):
    assert code(assert_word, answer, "hs") == "wrong_type"


def test_lies_of_an_answer_are_not_believed():
    class Letter(str):
        def __hash__(self):
            return hash("h")

        def __eq__(self, other):
            return True

    class Short(list):
        def __len__(self):
            return 0

        def __iter__(self):
            return iter([])

    assert code(assert_word, [Letter("x")], "hs") == "foreign_letter"
    assert code(assert_word, Short("hhh"), "hs", longest=2) == "word_too_long"


def test_an_empty_alphabet_is_the_fault_of_the_check():
    with pytest.raises(TargetError):
        assert_word([], "")
