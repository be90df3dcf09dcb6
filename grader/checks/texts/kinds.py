"""What is said about the kind and the size of an answer."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "wrong_type": {
        "en": "the answer has the wrong type",
        "ja": "解答の型が違います",
        "ko": "답의 자료형이 다릅니다",
    },
    "wrong_size": {
        "en": "the answer has the wrong size",
        "ja": "解答の大きさが違います",
        "ko": "답의 크기가 다릅니다",
    },
    "wrong_length": {
        "en": "the answer has the wrong length",
        "ja": "解答の長さが違います",
        "ko": "답의 길이가 다릅니다",
    },
}

WORDINGS: Wordings = {
    "wrong_type": {
        "en": (
            "The answer is of type {got}; expected: {expected}.",
            "Look at what the last line returns: the task says what kind of object it asks for.",
        ),
        "ja": (
            "解答の型は {got} ですが、求められているのは {expected} です。",
            "最後の行が何を返しているかを確かめましょう。どの型を返すかは課題文に書かれています。",
        ),
        "ko": (
            "답의 자료형이 {got}입니다. 요구되는 것은 {expected}입니다.",
            "마지막 줄이 무엇을 반환하는지 살펴보십시오. 어떤 자료형이 필요한지는 과제에 적혀 있습니다.",
        ),
    },
    "wrong_type.none": {
        "en": (
            "The answer is None; expected: {expected}.",
            "Does your function end with `return`? Methods such as `circuit.h(0)` change the circuit and do not return it.",
        ),
        "ja": (
            "解答が None です。求められているのは {expected} です。",
            "関数の最後に `return` がありますか。`circuit.h(0)` などのメソッドは回路を書き換えるだけで、回路を返しません。",
        ),
        "ko": (
            "답이 None입니다. 요구되는 것은 {expected}입니다.",
            "함수가 `return`으로 끝납니까? `circuit.h(0)` 같은 메서드는 회로를 바꾸기만 하고 회로를 반환하지 않습니다.",
        ),
    },
    "wrong_type.function": {
        "en": (
            "The answer is a function or a class ({got}), not its result; expected: {expected}.",
            "Call it: write brackets after its name.",
        ),
        "ja": (
            "解答が、計算結果ではなく関数またはクラス({got})になっています。求められているのは {expected} です。",
            "名前の後ろに括弧を付けて呼び出しましょう。",
        ),
        "ko": (
            "답이 계산 결과가 아니라 함수 또는 클래스({got})입니다. 요구되는 것은 {expected}입니다.",
            "이름 뒤에 괄호를 붙여 호출하십시오.",
        ),
    },
    "wrong_type.unbound": {
        "en": (
            "The circuit still has free parameters: {names}.",
            "Give them values with `circuit.assign_parameters(...)`, or use the numbers directly.",
        ),
        "ja": (
            "回路に値の決まっていないパラメータが残っています:{names}。",
            "`circuit.assign_parameters(...)` で値を与えるか、数値を直接使いましょう。",
        ),
        "ko": (
            "회로에 값이 정해지지 않은 매개변수가 남아 있습니다: {names}.",
            "`circuit.assign_parameters(...)`로 값을 주거나 숫자를 직접 쓰십시오.",
        ),
    },
    "wrong_type.mid_circuit": {
        "en": (
            "The circuit contains `{name}` before its end, so it does not make one definite state.",
            "Measure only at the very end, and leave out resets and classical conditions.",
        ),
        "ja": (
            "回路の途中に `{name}` があるため、状態が一つに定まりません。",
            "測定は最後だけに行い、リセットや古典的な条件分岐は使わないでください。",
        ),
        "ko": (
            "회로 중간에 `{name}` 연산이 있어 상태가 하나로 정해지지 않습니다.",
            "측정은 맨 끝에서만 하고, 리셋과 고전 조건문은 쓰지 마십시오.",
        ),
    },
    "wrong_type.mid_circuit_unknown": {
        "en": (
            "The circuit contains `{name}`, whose outcomes cannot be computed exactly here.",
            "Try to build the same with gates, measurements and `if_test` on a bit or a register.",
        ),
        "ja": (
            "回路に `{name}` が含まれており、測定結果の確率を厳密に計算できません。",
            "ゲート、測定、そしてビットまたはレジスタに対する `if_test` だけで組み立ててみましょう。",
        ),
        "ko": (
            "회로에 `{name}` 연산이 있어 측정 결과의 확률을 정확히 계산할 수 없습니다.",
            "게이트와 측정, 그리고 비트나 레지스터에 대한 `if_test`만으로 만들어 보십시오.",
        ),
    },
    "wrong_type.opaque": {
        "en": (
            "The circuit contains an instruction whose action is not defined.",
            "Give every gate that you make yourself a definition, for example with `circuit.to_gate()`.",
        ),
        "ja": (
            "回路に、動作の定義されていない命令が含まれています。",
            "自分で作ったゲートには `circuit.to_gate()` などで定義を与えましょう。",
        ),
        "ko": (
            "회로에 동작이 정의되지 않은 명령이 있습니다.",
            "직접 만든 게이트에는 `circuit.to_gate()` 등으로 정의를 주십시오.",
        ),
    },
    "wrong_type.element": {
        "en": (
            "One entry is of type {got}, which is no number.",
            "Print the entries one by one and find the one that is no number.",
        ),
        "ja": (
            "要素の一つが {got} 型で、数ではありません。",
            "要素を一つずつ表示して、数でないものを探しましょう。",
        ),
        "ko": (
            "원소 하나의 자료형이 {got}이며 수가 아닙니다.",
            "원소를 하나씩 출력해 수가 아닌 것을 찾으십시오.",
        ),
    },
    "wrong_type.outcome": {
        "en": (
            "{got} is no measurement outcome.",
            "Outcomes are strings of 0 and 1, such as '01'.",
        ),
        "ja": (
            "{got} は測定結果の形をしていません。",
            "測定結果は '01' のような 0 と 1 の文字列です。",
        ),
        "ko": (
            "{got}: 측정 결과의 형식이 아닙니다.",
            "측정 결과는 '01'처럼 0과 1로 된 문자열입니다.",
        ),
    },
    "wrong_size": {
        "en": (
            "The answer acts on {got} qubit(s), but {expected} are asked for.",
            "Check the number of qubits when you create the circuit or the array: n qubits have 2**n amplitudes.",
        ),
        "ja": (
            "解答は {got} 量子ビットですが、求められているのは {expected} 量子ビットです。",
            "回路や配列を作るときの量子ビット数を確かめましょう。n 量子ビットの振幅は 2**n 個です。",
        ),
        "ko": (
            "답은 {got}큐비트이지만 요구되는 것은 {expected}큐비트입니다.",
            "회로나 배열을 만들 때 큐비트 수를 확인하십시오. n큐비트의 진폭은 2**n개입니다.",
        ),
    },
    "wrong_size.too_many": {
        "en": (
            "The answer uses {got} qubits; at most {limit} can be checked.",
            "Remove qubits that the task does not need.",
        ),
        "ja": (
            "解答は {got} 量子ビットを使っていますが、確認できるのは {limit} 量子ビットまでです。",
            "課題に必要のない量子ビットを取り除きましょう。",
        ),
        "ko": (
            "답이 {got}큐비트를 사용합니다. 확인할 수 있는 것은 {limit}큐비트까지입니다.",
            "과제에 필요하지 않은 큐비트를 빼십시오.",
        ),
    },
    "wrong_size.shape": {
        "en": (
            "A state is a list of amplitudes, but the array has the shape {got}.",
            "Use a one-dimensional array with 2**n amplitudes.",
        ),
        "ja": (
            "状態は振幅を並べたものですが、配列の形が {got} になっています。",
            "2**n 個の振幅を持つ1次元配列を使いましょう。",
        ),
        "ko": (
            "상태는 진폭을 나열한 것이지만 배열의 모양이 {got}입니다.",
            "진폭 2**n개를 담은 1차원 배열을 쓰십시오.",
        ),
    },
    "wrong_size.matrix": {
        "en": (
            "The array has the shape {got}, which is not that of a square matrix.",
            "The matrix of a gate on n qubits has 2**n rows and 2**n columns.",
        ),
        "ja": (
            "配列の形が {got} で、正方行列ではありません。",
            "n 量子ビットのゲートの行列は 2**n 行 2**n 列です。",
        ),
        "ko": (
            "배열의 모양이 {got}이며 정사각행렬이 아닙니다.",
            "n큐비트 게이트의 행렬은 2**n행 2**n열입니다.",
        ),
    },
    "wrong_size.length": {
        "en": (
            "The array has {got} entries along an axis, which is no power of two above 1.",
            "A state of n qubits has 2**n amplitudes.",
        ),
        "ja": (
            "配列の要素数 {got} が、2 以上の 2 のべき乗になっていません。",
            "n 量子ビットの状態の振幅は 2**n 個です。",
        ),
        "ko": (
            "배열의 원소 수 {got}개는 2 이상의 2의 거듭제곱이 아닙니다.",
            "n큐비트 상태의 진폭은 2**n개입니다.",
        ),
    },
    "wrong_size.ragged": {
        "en": ("The rows of the array differ in length.", "Count the entries of each row."),
        "ja": ("配列の行の長さがそろっていません。", "各行の要素数を数えてみましょう。"),
        "ko": ("배열의 행마다 길이가 다릅니다.", "각 행의 원소 수를 세어 보십시오."),
    },
    "wrong_size.too_long": {
        "en": (
            "The circuit has more gates than can be followed here.",
            "Build it from fewer gates: are there loops or definitions inside definitions that grow too fast?",
        ),
        "ja": (
            "回路のゲートが多すぎて、追うことができません。",
            "ゲートの数を減らしましょう。ループや、定義の中の定義が増えすぎていませんか。",
        ),
        "ko": (
            "회로의 게이트가 너무 많아 따라갈 수 없습니다.",
            "게이트의 수를 줄이십시오. 반복문이나 정의 속의 정의가 너무 빨리 늘어나지는 않습니까?",
        ),
    },
    "wrong_size.branches": {
        "en": (
            "The circuit measures so often before its end that its outcomes are too many to follow.",
            "Measure less often, or only at the end.",
        ),
        "ja": (
            "途中の測定が多すぎて、すべての結果を追うことができません。",
            "測定の回数を減らすか、最後にだけ測定しましょう。",
        ),
        "ko": (
            "중간 측정이 너무 많아 모든 결과를 따라갈 수 없습니다.",
            "측정 횟수를 줄이거나 맨 끝에서만 측정하십시오.",
        ),
    },
    "wrong_length": {
        "en": (
            "The answer has {got} entries, but {expected} are expected.",
            "Is one forgotten or one too many? Check where your loop starts and ends.",
        ),
        "ja": (
            "解答の要素は {got} 個ですが、求められているのは {expected} 個です。",
            "一つ足りない、または多いのではありませんか。ループの始まりと終わりを確かめましょう。",
        ),
        "ko": (
            "답의 원소는 {got}개이지만 요구되는 것은 {expected}개입니다.",
            "하나가 빠졌거나 남습니까? 반복문의 시작과 끝을 확인하십시오.",
        ),
    },
    "wrong_length.bits": {
        "en": (
            "An outcome has {got} bit(s), but {expected} are expected.",
            "Check how many classical bits you measure into.",
        ),
        "ja": (
            "測定結果が {got} ビットですが、求められているのは {expected} ビットです。",
            "いくつの古典ビットに測定結果を書き込んでいるかを確かめましょう。",
        ),
        "ko": (
            "측정 결과가 {got}비트이지만 요구되는 것은 {expected}비트입니다.",
            "몇 개의 고전 비트에 측정 결과를 기록하는지 확인하십시오.",
        ),
    },
}
