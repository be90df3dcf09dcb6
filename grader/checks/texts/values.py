"""What is said about plain values."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "wrong_value": {
        "en": "a value differs",
        "ja": "値が違います",
        "ko": "값이 다릅니다",
    },
    "wrong_sign": {
        "en": "a sign differs",
        "ja": "符号が違います",
        "ko": "부호가 다릅니다",
    },
    "out_of_range": {
        "en": "a number is outside its bounds",
        "ja": "数値が範囲の外にあります",
        "ko": "수가 범위를 벗어났습니다",
    },
}

WORDINGS: Wordings = {
    "wrong_value": {
        "en": (
            "The value is {got}, which is not what is expected.",
            "Work out the smallest case by hand and compare each step.",
        ),
        "ja": (
            "値が {got} で、求める値と違います。",
            "最も小さい場合を手で計算し、一段階ずつ比べてみましょう。",
        ),
        "ko": (
            "값이 {got}이며 요구되는 값과 다릅니다.",
            "가장 작은 경우를 손으로 계산해 단계마다 비교하십시오.",
        ),
    },
    "wrong_value.expectation": {
        "en": (
            "The expectation value of {observable} is {got}, which is not what is expected.",
            "Which states have the expectation values +1 and -1 for this observable? Compare with yours.",
        ),
        "ja": (
            "{observable} の期待値が {got} で、求める値と違います。",
            "このオブザーバブルの期待値が +1 や -1 になるのはどの状態でしょうか。自分の状態と比べてみましょう。",
        ),
        "ko": (
            "{observable}의 기댓값이 {got}이며 요구되는 값과 다릅니다.",
            "이 관측가능량의 기댓값이 +1과 -1인 상태는 무엇입니까? 자신의 상태와 비교하십시오.",
        ),
    },
    "wrong_value.not_finite": {
        "en": (
            "A value is infinite or not a number (nan).",
            "Look for a division by zero, or a root or logarithm of a number that has none.",
        ),
        "ja": (
            "無限大または数でない値(nan)が含まれています。",
            "ゼロによる割り算や、定義できない平方根・対数がないかを探しましょう。",
        ),
        "ko": (
            "무한대이거나 수가 아닌 값(nan)이 있습니다.",
            "0으로 나누는 곳이나 정의되지 않는 제곱근·로그가 있는지 찾으십시오.",
        ),
    },
    "wrong_value.negative": {
        "en": (
            "{got} is neither a probability nor a count.",
            "Probabilities and counts are finite and never negative.",
        ),
        "ja": (
            "{got} は確率でもカウントでもありません。",
            "確率とカウントは有限で、負になることはありません。",
        ),
        "ko": (
            "{got}: 확률도 카운트도 될 수 없는 값입니다.",
            "확률과 카운트는 유한하며 음수가 될 수 없습니다.",
        ),
    },
    "wrong_value.extra_key": {
        "en": (
            "The key {key} is not expected.",
            "Compare the keys with the ones that the task names, letter by letter.",
        ),
        "ja": ("キー {key} は求められていません。", "課題文にあるキーと一文字ずつ比べましょう。"),
        "ko": ("키 {key}: 요구되지 않은 키입니다.", "과제에 적힌 키와 한 글자씩 비교하십시오."),
    },
    "wrong_value.missing_key": {
        "en": (
            "A key is missing.",
            "Compare the keys with the ones that the task names, letter by letter.",
        ),
        "ja": ("足りないキーがあります。", "課題文にあるキーと一文字ずつ比べましょう。"),
        "ko": ("빠진 키가 있습니다.", "과제에 적힌 키와 한 글자씩 비교하십시오."),
    },
    "wrong_sign": {
        "en": (
            "The value {got} has the wrong sign.",
            "Look for a minus that was lost or is one too many.",
        ),
        "ja": (
            "値 {got} の符号が逆です。",
            "マイナスが抜けている、または一つ多い箇所を探しましょう。",
        ),
        "ko": (
            "값 {got}의 부호가 반대입니다.",
            "빠졌거나 하나 더 들어간 마이너스 부호를 찾으십시오.",
        ),
    },
    "wrong_sign.expectation": {
        "en": (
            "The expectation value of {observable} is {got}: the sign is wrong.",
            "The eigenstate of the other eigenvalue has the opposite sign: |0⟩ and |1⟩ for Z, |+⟩ and |-⟩ for X.",
        ),
        "ja": (
            "{observable} の期待値が {got} で、符号が逆です。",
            "もう一方の固有値に属する固有状態では符号が逆になります。Z では |0⟩ と |1⟩、X では |+⟩ と |-⟩ です。",
        ),
        "ko": (
            "{observable}의 기댓값이 {got}이며 부호가 반대입니다.",
            "다른 고윳값의 고유상태에서는 부호가 반대입니다. Z에서는 |0⟩과 |1⟩, X에서는 |+⟩와 |-⟩입니다.",
        ),
    },
    "out_of_range": {
        "en": (
            "The value {got} is outside the bounds of the task.",
            "Read in the task which values are accepted, and in which unit.",
        ),
        "ja": (
            "値 {got} が課題の範囲に入っていません。",
            "どの値が認められるか、単位は何かを課題文で確かめましょう。",
        ),
        "ko": (
            "값 {got}: 과제의 범위를 벗어났습니다.",
            "어떤 값이 인정되는지, 단위는 무엇인지 과제에서 확인하십시오.",
        ),
    },
    "out_of_range.low": {
        "en": (
            "The value {got} is too small.",
            "Read in the task which values are accepted; what in your method makes the value smaller than it could be?",
        ),
        "ja": (
            "値 {got} は小さすぎます。",
            "どの値が認められるかを課題文で確かめましょう。値を小さくしている原因は何でしょうか。",
        ),
        "ko": (
            "값 {got}: 너무 작습니다.",
            "어떤 값이 인정되는지 과제에서 확인하십시오. 값을 작게 만드는 원인은 무엇입니까?",
        ),
    },
    "out_of_range.high": {
        "en": (
            "The value {got} is too large.",
            "Read in the task which values are accepted; what in your method makes the value larger than it should be?",
        ),
        "ja": (
            "値 {got} は大きすぎます。",
            "どの値が認められるかを課題文で確かめましょう。値を大きくしている原因は何でしょうか。",
        ),
        "ko": (
            "값 {got}: 너무 큽니다.",
            "어떤 값이 인정되는지 과제에서 확인하십시오. 값을 크게 만드는 원인은 무엇입니까?",
        ),
    },
}
