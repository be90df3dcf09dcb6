"""What is said about costs and gates."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "budget_exceeded": {
        "en": "the circuit is larger than allowed",
        "ja": "回路が許された大きさを超えています",
        "ko": "회로가 허용된 크기를 넘습니다",
    },
    "forbidden_gate": {
        "en": "the circuit has a gate that is not allowed",
        "ja": "許されていないゲートが含まれています",
        "ko": "허용되지 않은 게이트가 있습니다",
    },
}

WORDINGS: Wordings = {
    "budget_exceeded": {
        "en": (
            "The circuit uses {got}, but at most {limit} are allowed.",
            "Look for gates that cancel each other or can be merged.",
        ),
        "ja": (
            "使用数が {got} ですが、上限は {limit} です。",
            "打ち消し合うゲートや、まとめられるゲートを探しましょう。",
        ),
        "ko": (
            "사용량이 {got}이지만 상한은 {limit}입니다.",
            "서로 상쇄되거나 합칠 수 있는 게이트를 찾으십시오.",
        ),
    },
    "budget_exceeded.qubits": {
        "en": (
            "The circuit has {got} qubits, but at most {limit} are allowed.",
            "Do without extra qubits.",
        ),
        "ja": (
            "回路は {got} 量子ビットですが、上限は {limit} 量子ビットです。",
            "余分な量子ビットを使わずに組み立てましょう。",
        ),
        "ko": (
            "회로가 {got}큐비트이지만 상한은 {limit}큐비트입니다.",
            "여분의 큐비트 없이 만들어 보십시오.",
        ),
    },
    "budget_exceeded.gates": {
        "en": (
            "The circuit has {got} gates, but at most {limit} are allowed.",
            "Look for gates that cancel each other or can be merged.",
        ),
        "ja": (
            "回路のゲート数は {got} ですが、上限は {limit} です。",
            "打ち消し合うゲートや、まとめられるゲートを探しましょう。",
        ),
        "ko": (
            "회로의 게이트가 {got}개이지만 상한은 {limit}개입니다.",
            "서로 상쇄되거나 합칠 수 있는 게이트를 찾으십시오.",
        ),
    },
    "budget_exceeded.two_qubit_gates": {
        "en": (
            "The circuit has {got} two-qubit gates, but at most {limit} are allowed.",
            "Two equal CX in a row cancel. A gate on three or more qubits counts as the two-qubit gates inside it.",
        ),
        "ja": (
            "回路の2量子ビットゲートは {got} 個ですが、上限は {limit} 個です。",
            "続けて並んだ同じ CX は打ち消し合います。3量子ビット以上のゲートは、それを構成する2量子ビットゲートの数で数えます。",
        ),
        "ko": (
            "회로의 2큐비트 게이트가 {got}개이지만 상한은 {limit}개입니다.",
            "같은 CX가 연달아 있으면 상쇄됩니다. 3큐비트 이상의 게이트는 그것을 이루는 2큐비트 게이트의 수로 셉니다.",
        ),
    },
    "budget_exceeded.depth": {
        "en": (
            "The circuit has depth {got}, but at most {limit} is allowed.",
            "Gates on different qubits can share a layer: a tree is shallower than a chain.",
        ),
        "ja": (
            "回路の深さは {got} ですが、上限は {limit} です。",
            "異なる量子ビットへのゲートは同じ層に並べられます。鎖状よりも木状のほうが浅くなります。",
        ),
        "ko": (
            "회로 깊이가 {got}이지만 상한은 {limit}입니다.",
            "서로 다른 큐비트의 게이트는 같은 층에 놓을 수 있습니다. 사슬 모양보다 나무 모양이 얕습니다.",
        ),
    },
    "forbidden_gate": {
        "en": (
            "The gate `{name}` is not allowed in this task.",
            "Build it from the gates that the task allows.",
        ),
        "ja": (
            "この課題ではゲート `{name}` を使えません。",
            "課題で許されているゲートから組み立てましょう。",
        ),
        "ko": (
            "이 과제에서는 게이트 `{name}`의 사용이 허용되지 않습니다.",
            "과제에서 허용하는 게이트로 만들어 보십시오.",
        ),
    },
}
