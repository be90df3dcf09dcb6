"""What is said about words of gate names."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "foreign_letter": {
        "en": "a letter is not in the alphabet",
        "ja": "使えない文字が含まれています",
        "ko": "쓸 수 없는 글자가 있습니다",
    },
    "word_too_long": {
        "en": "the word is too long",
        "ja": "語が長すぎます",
        "ko": "단어가 너무 깁니다",
    },
}

WORDINGS: Wordings = {
    "foreign_letter": {
        "en": (
            "At position {position} (counted from 0) stands {letter}, which the task does not allow.",
            "Write what you need with the allowed gates: S† is S three times, Z is S twice.",
        ),
        "ja": (
            "位置 {position}(0 から数えて)に {letter} がありますが、課題では使えません。",
            "使えるゲートだけで書き直しましょう。S† は S を3回、Z は S を2回作用させたものです。",
        ),
        "ko": (
            "위치 {position}(0부터 셈)에 {letter}이(가) 있습니다. 과제에서 쓸 수 없는 글자입니다.",
            "쓸 수 있는 게이트만으로 다시 쓰십시오. S†는 S를 세 번, Z는 S를 두 번 작용시킨 것입니다.",
        ),
    },
    "word_too_long": {
        "en": (
            "The word has {got} letters, {extra} more than allowed.",
            "Look for neighbours that cancel or merge: hh is nothing, ssss is nothing.",
        ),
        "ja": (
            "語の長さが {got} 文字で、上限を {extra} 文字超えています。",
            "打ち消し合う、またはまとめられる並びを探しましょう。hh や ssss は何もしないのと同じです。",
        ),
        "ko": (
            "단어가 {got}글자이며 허용된 것보다 {extra}글자 깁니다.",
            "서로 지워지거나 합쳐지는 이웃을 찾으십시오. hh와 ssss는 아무것도 하지 않은 것과 같습니다.",
        ),
    },
    "wrong_type.letter": {
        "en": (
            "At position {position} (counted from 0) stands a value of type {got}, not a name.",
            "A word is a list of texts, such as ['h', 's'].",
        ),
        "ja": (
            "位置 {position}(0 から数えて)にあるのは {got} 型の値で、名前ではありません。",
            "語は ['h', 's'] のような文字列のリストです。",
        ),
        "ko": (
            "위치 {position}(0부터 셈)에 있는 값의 자료형이 {got}이며 이름이 아닙니다.",
            "단어는 ['h', 's'] 같은 문자열의 리스트입니다.",
        ),
    },
}
