"""What is said about families of circuits that depend on angles."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "wrong_parameters": {
        "en": "the free parameters differ",
        "ja": "自由パラメータが違います",
        "ko": "자유 매개변수가 다릅니다",
    },
    "wrong_angle": {
        "en": "an angle is used with the wrong factor or sign",
        "ja": "角度の係数または符号が違います",
        "ko": "각도의 배수나 부호가 다릅니다",
    },
    "parameters_exchanged": {
        "en": "parameters are exchanged",
        "ja": "パラメータが入れ替わっています",
        "ko": "매개변수가 뒤바뀌었습니다",
    },
    "special_angles_only": {
        "en": "it is right at special angles only",
        "ja": "特別な角度でしか正しくありません",
        "ko": "특별한 각도에서만 맞습니다",
    },
}

_NAMES_HINT = {
    "en": 'Make each one once with `Parameter("...")`, letter by letter as in the task, and use the same object everywhere.',
    "ja": '課題文のとおりの名前で `Parameter("...")` を一度だけ作り、同じオブジェクトを使い回しましょう。',
    "ko": '과제에 적힌 이름 그대로 `Parameter("...")`를 한 번만 만들고 같은 객체를 계속 쓰십시오.',
}
_HALF_ANGLE_HINT = {
    "en": "The rotations RX(θ), RY(θ), RZ(θ) turn the Bloch sphere by θ; amplitudes hold cos(θ/2) and sin(θ/2).",
    "ja": "回転 RX(θ)、RY(θ)、RZ(θ) はブロッホ球を θ だけ回し、振幅には cos(θ/2) と sin(θ/2) が現れます。",
    "ko": "회전 RX(θ), RY(θ), RZ(θ)는 블로흐 구를 θ만큼 돌리며 진폭에는 cos(θ/2)와 sin(θ/2)가 나타납니다.",
}

WORDINGS: Wordings = {
    "wrong_parameters": {
        "en": ("The free parameters are not the ones that are asked for.", _NAMES_HINT["en"]),
        "ja": ("自由パラメータが求められているものと違います。", _NAMES_HINT["ja"]),
        "ko": ("자유 매개변수가 요구되는 것과 다릅니다.", _NAMES_HINT["ko"]),
    },
    "wrong_parameters.constant": {
        "en": (
            "Nothing depends on a parameter: the result is the same at every angle.",
            "Use the angle in a gate, as a `Parameter` or as the argument of your function, and not a number.",
        ),
        "ja": (
            "パラメータに依存していません。どの角度でも結果が同じです。",
            "数値ではなく、`Parameter` や関数の引数で渡された角度をゲートに使いましょう。",
        ),
        "ko": (
            "매개변수에 전혀 의존하지 않습니다. 어느 각도에서나 결과가 같습니다.",
            "숫자 대신 `Parameter`나 함수의 인수로 받은 각도를 게이트에 쓰십시오.",
        ),
    },
    "wrong_parameters.few": {
        "en": (
            "The circuit has {got} free parameter(s) ({names}), but {expected} are asked for.",
            "Is a number written where an angle should stay free, or one parameter used twice?",
        ),
        "ja": (
            "回路の自由パラメータは {got} 個({names})ですが、求められているのは {expected} 個です。",
            "自由にしておくべき角度に数値を書いたり、同じパラメータを二度使ったりしていませんか。",
        ),
        "ko": (
            "회로의 자유 매개변수는 {got}개({names})이지만 요구되는 것은 {expected}개입니다.",
            "자유로 두어야 할 각도에 숫자를 썼거나 같은 매개변수를 두 번 쓰지 않았습니까?",
        ),
    },
    "wrong_parameters.many": {
        "en": (
            "The circuit has {got} free parameters ({names}), but only {expected} are asked for.",
            "Give the others a value, or use one parameter in several gates.",
        ),
        "ja": (
            "回路の自由パラメータは {got} 個({names})ですが、求められているのは {expected} 個だけです。",
            "余分なものに値を与えるか、一つのパラメータを複数のゲートで使いましょう。",
        ),
        "ko": (
            "회로의 자유 매개변수는 {got}개({names})이지만 요구되는 것은 {expected}개뿐입니다.",
            "나머지에는 값을 주거나 한 매개변수를 여러 게이트에서 쓰십시오.",
        ),
    },
    "wrong_parameters.renamed": {
        "en": (
            "The circuit's free parameters are named otherwise: {names} in place of {missing}.",
            _NAMES_HINT["en"],
        ),
        "ja": (
            "自由パラメータの名前が違います。{missing} ではなく {names} になっています。",
            _NAMES_HINT["ja"],
        ),
        "ko": (
            "자유 매개변수의 이름이 다릅니다. 요구되는 이름: {missing}, 지금 이름: {names}.",
            _NAMES_HINT["ko"],
        ),
    },
    "wrong_parameters.missing": {
        "en": ("The circuit has no free parameter {missing}.", _NAMES_HINT["en"]),
        "ja": ("回路に自由パラメータ {missing} がありません。", _NAMES_HINT["ja"]),
        "ko": ("회로에 자유 매개변수 {missing}이(가) 없습니다.", _NAMES_HINT["ko"]),
    },
    "wrong_parameters.extra": {
        "en": (
            "The circuit has a free parameter too many: {names}.",
            "Give it a value, or use one of the parameters that the task names in its place.",
        ),
        "ja": (
            "回路に余分な自由パラメータがあります:{names}。",
            "値を与えるか、課題文にあるパラメータに置き換えましょう。",
        ),
        "ko": (
            "회로에 남는 자유 매개변수가 있습니다: {names}.",
            "값을 주거나 과제에 적힌 매개변수로 바꾸십시오.",
        ),
    },
    "wrong_parameters.idle": {
        "en": (
            "The parameter {names} changes nothing.",
            "Is it used in a gate, and on a qubit where the gate matters? RZ on |0⟩ gives a global phase only.",
        ),
        "ja": (
            "パラメータ {names} を変えても何も変わりません。",
            "そのパラメータをゲートに使っていますか。|0⟩ に対する RZ のように、大域位相しか変えない位置ではありませんか。",
        ),
        "ko": (
            "매개변수 {names}을(를) 바꾸어도 아무것도 바뀌지 않습니다.",
            "그 매개변수를 게이트에 썼습니까? |0⟩에 대한 RZ처럼 전역 위상만 바꾸는 자리는 아닙니까?",
        ),
    },
    "wrong_angle": {
        "en": ("The angle {names} is used wrongly.", _HALF_ANGLE_HINT["en"]),
        "ja": ("角度 {names} の使い方が違います。", _HALF_ANGLE_HINT["ja"]),
        "ko": ("각도 {names}을(를) 쓰는 방식이 다릅니다.", _HALF_ANGLE_HINT["ko"]),
    },
    "wrong_angle.doubled": {
        "en": (
            "Right if {names} were half as large: your angle is doubled.",
            _HALF_ANGLE_HINT["en"],
        ),
        "ja": (
            "{names} を半分にすると正解です。角度が2倍になっています。",
            _HALF_ANGLE_HINT["ja"],
        ),
        "ko": (
            "{names}을(를) 절반으로 하면 맞습니다. 각도가 두 배로 들어갔습니다.",
            _HALF_ANGLE_HINT["ko"],
        ),
    },
    "wrong_angle.halved": {
        "en": (
            "Right if {names} were twice as large: your angle is halved.",
            _HALF_ANGLE_HINT["en"],
        ),
        "ja": (
            "{names} を2倍にすると正解です。角度が半分になっています。",
            _HALF_ANGLE_HINT["ja"],
        ),
        "ko": (
            "{names}을(를) 두 배로 하면 맞습니다. 각도가 절반으로 들어갔습니다.",
            _HALF_ANGLE_HINT["ko"],
        ),
    },
    "wrong_angle.negated": {
        "en": (
            "Right if {names} had the other sign.",
            "Which way does the rotation turn? RZ(θ) is exp(-iθZ/2): its sign is a common trap.",
        ),
        "ja": (
            "{names} の符号を逆にすると正解です。",
            "回転の向きを確かめましょう。RZ(θ) は exp(-iθZ/2) で、符号を間違えやすいところです。",
        ),
        "ko": (
            "{names}의 부호를 반대로 하면 맞습니다.",
            "회전의 방향을 확인하십시오. RZ(θ)는 exp(-iθZ/2)이며 부호를 틀리기 쉽습니다.",
        ),
    },
    "wrong_angle.degrees": {
        "en": (
            "The angle {names} is converted between degrees and radians.",
            "Angles are in radians everywhere: do not convert.",
        ),
        "ja": (
            "角度 {names} に度とラジアンの変換が入っています。",
            "角度はすべてラジアンです。変換は要りません。",
        ),
        "ko": (
            "각도 {names}이(가) 도와 라디안 사이에서 변환되었습니다.",
            "각도는 모두 라디안입니다. 변환하지 마십시오.",
        ),
    },
    "parameters_exchanged": {
        "en": (
            "Right if these parameters change places: {names}.",
            "Which angle belongs to which gate? `circuit.parameters` is sorted by name, not by first use.",
        ),
        "ja": (
            "次のパラメータを入れ替えると正解です:{names}。",
            "どの角度がどのゲートのものかを確かめましょう。`circuit.parameters` は使った順ではなく名前の順です。",
        ),
        "ko": (
            "다음 매개변수의 자리를 바꾸면 맞습니다: {names}.",
            "어느 각도가 어느 게이트의 것인지 확인하십시오. `circuit.parameters`는 쓴 순서가 아니라 이름 순서입니다.",
        ),
    },
    "special_angles_only": {
        "en": (
            "Right at 0, π/2 and π, but not at a general angle, for example at {point}.",
            "Try an angle such as 0.3: sin, cos and powers of them agree at special angles only.",
        ),
        "ja": (
            "0、π/2、π では正しいのですが、{point} のような一般の角度では違います。",
            "0.3 のような角度で試しましょう。特別な角度でだけ値が一致する式は少なくありません。",
        ),
        "ko": (
            "0, π/2, π에서는 맞지만 {point} 같은 일반적인 각도에서는 다릅니다.",
            "0.3 같은 각도로 시험해 보십시오. 특별한 각도에서만 값이 같아지는 식이 많습니다.",
        ),
    },
}
