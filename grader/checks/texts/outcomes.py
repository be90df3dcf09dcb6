"""What is said about measurement outcomes."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "missing_measurement": {
        "en": "a measurement is missing",
        "ja": "測定が足りません",
        "ko": "측정이 빠져 있습니다",
    },
    "impossible_outcome": {
        "en": "an outcome appears that should never appear",
        "ja": "現れないはずの測定結果が現れます",
        "ko": "나오지 않아야 할 측정 결과가 나옵니다",
    },
    "wrong_distribution": {
        "en": "the distribution of the outcomes differs",
        "ja": "測定結果の分布が違います",
        "ko": "측정 결과의 분포가 다릅니다",
    },
}

WORDINGS: Wordings = {
    "missing_measurement": {
        "en": (
            "The circuit measures nothing.",
            "Add `circuit.measure_all()`, or `circuit.measure(qubit, bit)`.",
        ),
        "ja": (
            "回路に測定がありません。",
            "`circuit.measure_all()` または `circuit.measure(qubit, bit)` を加えましょう。",
        ),
        "ko": (
            "회로에 측정이 없습니다.",
            "`circuit.measure_all()` 또는 `circuit.measure(qubit, bit)`를 추가하십시오.",
        ),
    },
    "missing_measurement.bits": {
        "en": (
            "{got} classical bit(s) are never written by a measurement.",
            "Measure every qubit that the task asks about.",
        ),
        "ja": (
            "測定結果が書き込まれていない古典ビットが {got} 個あります。",
            "課題で問われている量子ビットをすべて測定しましょう。",
        ),
        "ko": (
            "측정 결과가 기록되지 않는 고전 비트가 {got}개 있습니다.",
            "과제에서 묻는 큐비트를 모두 측정하십시오.",
        ),
    },
    "missing_measurement.empty": {
        "en": (
            "There are no counts.",
            "Run the circuit with at least one shot, and measure in it.",
        ),
        "ja": ("カウントが空です。", "回路に測定を入れ、1ショット以上で実行しましょう。"),
        "ko": ("카운트가 비어 있습니다.", "회로에 측정을 넣고 샷 한 번 이상으로 실행하십시오."),
    },
    "impossible_outcome": {
        "en": (
            "The outcome {outcome} must never occur, but it has the probability {got}.",
            "Which gate lets this outcome in? Remember that bit 0 is rightmost.",
        ),
        "ja": (
            "測定結果 {outcome} は決して現れないはずですが、確率が {got} あります。",
            "どのゲートがこの結果を生んでいるでしょうか。ビット 0 が右端であることに注意しましょう。",
        ),
        "ko": (
            "측정 결과 {outcome}은(는) 절대 나오지 않아야 하지만 확률이 {got}입니다.",
            "어느 게이트 때문에 이 결과가 나옵니까? 비트 0이 맨 오른쪽임을 기억하십시오.",
        ),
    },
    "impossible_outcome.counts": {
        "en": (
            "The outcome {outcome} must never occur, but it occurred {got} time(s).",
            "Which gate lets this outcome in? Remember that bit 0 is rightmost.",
        ),
        "ja": (
            "測定結果 {outcome} は決して現れないはずですが、{got} 回現れました。",
            "どのゲートがこの結果を生んでいるでしょうか。ビット 0 が右端であることに注意しましょう。",
        ),
        "ko": (
            "측정 결과 {outcome}은(는) 절대 나오지 않아야 하지만 {got}번 나왔습니다.",
            "어느 게이트 때문에 이 결과가 나옵니까? 비트 0이 맨 오른쪽임을 기억하십시오.",
        ),
    },
    "wrong_distribution": {
        "en": (
            "The outcome {outcome} has the probability {got}, which is not what is expected.",
            "A probability is the squared magnitude of an amplitude: check angles and factors of √2.",
        ),
        "ja": (
            "測定結果 {outcome} の確率が {got} で、求める値と違います。",
            "確率は振幅の絶対値の2乗です。角度や √2 の因子を確かめましょう。",
        ),
        "ko": (
            "측정 결과 {outcome}의 확률이 {got}이며 요구되는 값과 다릅니다.",
            "확률은 진폭 절댓값의 제곱입니다. 각도와 √2 인수를 확인하십시오.",
        ),
    },
    "wrong_distribution.counts": {
        "en": (
            "The outcome {outcome} occurred {got} times in {shots} shots; chance alone does not explain that.",
            "A probability is the squared magnitude of an amplitude: check angles and factors of √2.",
        ),
        "ja": (
            "測定結果 {outcome} が {shots} ショット中 {got} 回現れました。偶然だけでは説明できません。",
            "確率は振幅の絶対値の2乗です。角度や √2 の因子を確かめましょう。",
        ),
        "ko": (
            "측정 결과 {outcome}이(가) {shots}샷 중 {got}번 나왔습니다. 우연만으로는 설명되지 않습니다.",
            "확률은 진폭 절댓값의 제곱입니다. 각도와 √2 인수를 확인하십시오.",
        ),
    },
    "wrong_distribution.too_few_shots": {
        "en": (
            "{got} shot(s) are too few to tell; at least {needed} are needed.",
            "Run the circuit with more shots.",
        ),
        "ja": (
            "{got} ショットでは少なすぎて判定できません。少なくとも {needed} ショット必要です。",
            "ショット数を増やして実行しましょう。",
        ),
        "ko": (
            "{got}샷은 너무 적어 판단할 수 없습니다. 적어도 {needed}샷이 필요합니다.",
            "샷 수를 늘려 실행하십시오.",
        ),
    },
    "wrong_length.shots": {
        "en": (
            "The counts sum to {got} shot(s), but {expected} are asked for.",
            "Run with exactly the number of shots that is given, and return all counts.",
        ),
        "ja": (
            "カウントの合計は {got} ショットですが、求められているのは {expected} ショットです。",
            "与えられたショット数で実行し、すべてのカウントを返しましょう。",
        ),
        "ko": (
            "카운트의 합이 {got}샷이지만 요구되는 것은 {expected}샷입니다.",
            "주어진 샷 수로 실행하고 카운트를 모두 반환하십시오.",
        ),
    },
}
