"""What is said about oracles."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "misses_input": {
        "en": "the oracle does not mark every input that it should",
        "ja": "マークすべき入力の一部がオラクルにマークされていません",
        "ko": "오라클이 표시해야 할 입력을 모두 표시하지 않습니다",
    },
    "marks_too_many": {
        "en": "the oracle marks an input that it should not",
        "ja": "マークすべきでない入力までオラクルがマークしています",
        "ko": "오라클이 표시하지 말아야 할 입력까지 표시합니다",
    },
    "marks_other": {
        "en": "the oracle marks other inputs",
        "ja": "オラクルが別の入力をマークしています",
        "ko": "오라클이 다른 입력을 표시합니다",
    },
    "marks_complement": {
        "en": "the oracle marks exactly the other inputs",
        "ja": "オラクルが、マークすべきでない入力のほうをすべてマークしています",
        "ko": "오라클이 표시할 입력과 그렇지 않은 입력을 맞바꾸어 표시합니다",
    },
    "oracle_phase": {
        "en": "the oracle gives a wrong phase",
        "ja": "オラクルの与える位相が違います",
        "ko": "오라클이 주는 위상이 다릅니다",
    },
    "not_an_oracle": {
        "en": "the circuit changes what an oracle must leave alone",
        "ja": "オラクルが変えてはならないものを回路が変えています",
        "ko": "오라클이 그대로 두어야 할 것을 회로가 바꿉니다",
    },
}

WORDINGS: Wordings = {
    "misses_input": {
        "en": (
            "The oracle does not mark the input |{input}⟩; it misses {number} in all.",
            "Check which qubits the controls are on, and the X gates that turn a 0 into a control.",
        ),
        "ja": (
            "オラクルは入力 |{input}⟩ をマークしていません。マークされていない入力は全部で {number} 個です。",
            "制御をどの量子ビットに置いたか、0 で制御するための X ゲートが正しいかを確かめましょう。",
        ),
        "ko": (
            "오라클이 입력 |{input}⟩을 표시하지 않습니다. 빠진 입력은 모두 {number}개입니다.",
            "제어를 어느 큐비트에 두었는지, 0에서 작동하게 하는 X 게이트가 맞는지 확인하십시오.",
        ),
    },
    "misses_input.all": {
        "en": (
            "The oracle marks no input at all.",
            "A phase oracle turns the sign of the marked inputs, a bit oracle flips the target: make sure which one is asked for.",
        ),
        "ja": (
            "オラクルはどの入力もマークしていません。",
            "位相オラクルはマークする入力の符号を反転し、ビットオラクルは標的量子ビットを反転します。どちらが求められているか確かめましょう。",
        ),
        "ko": (
            "오라클이 어떤 입력도 표시하지 않습니다.",
            "위상 오라클은 표시할 입력의 부호를 바꾸고, 비트 오라클은 표적 큐비트를 뒤집습니다. 어느 쪽이 요구되는지 확인하십시오.",
        ),
    },
    "marks_too_many": {
        "en": (
            "The oracle marks the input |{input}⟩, which it should not; it marks {number} too many in all.",
            "A control is missing: every qubit that decides needs one.",
        ),
        "ja": (
            "オラクルは、マークすべきでない入力 |{input}⟩ をマークしています。余分なマークは全部で {number} 個です。",
            "制御が足りません。判定に関わる量子ビットにはすべて制御が必要です。",
        ),
        "ko": (
            "오라클이 표시하지 말아야 할 입력 |{input}⟩을 표시합니다. 잘못 표시한 입력은 모두 {number}개입니다.",
            "제어가 모자랍니다. 판정에 관여하는 큐비트마다 제어가 필요합니다.",
        ),
    },
    "marks_other": {
        "en": (
            "The oracle marks |{input}⟩, which it should not, and does not mark |{missing}⟩.",
            "Try your circuit on these two inputs by hand. Qubit 0 is the rightmost bit.",
        ),
        "ja": (
            "オラクルは、マークすべきでない |{input}⟩ をマークし、|{missing}⟩ をマークしていません。",
            "この2つの入力で回路を手でたどってみましょう。量子ビット 0 が右端のビットです。",
        ),
        "ko": (
            "오라클이 표시하지 말아야 할 |{input}⟩을 표시하고 |{missing}⟩은 표시하지 않습니다.",
            "이 두 입력으로 회로를 손으로 따라가 보십시오. 큐비트 0이 맨 오른쪽 비트입니다.",
        ),
    },
    "marks_complement": {
        "en": (
            "The oracle marks exactly those inputs that it should not mark.",
            "One X on the target too many or too few flips the answer for every input.",
        ),
        "ja": (
            "オラクルは、マークすべきでない入力だけをちょうどマークしています。",
            "標的量子ビットの X が1つ多いか足りないと、すべての入力で答えが反転します。",
        ),
        "ko": (
            "오라클이 표시하지 말아야 할 입력만 정확히 표시합니다.",
            "표적 큐비트에 X가 하나 많거나 모자라면 모든 입력에서 답이 뒤집힙니다.",
        ),
    },
    "marks_complement.phase": {
        "en": (
            "The unmarked inputs get the factor -1 instead of the marked ones.",
            "As a whole this is a global phase of -1, but here it counts, as it does when the oracle is controlled.",
        ),
        "ja": (
            "マークする入力ではなく、それ以外の入力に因子 -1 が付いています。",
            "全体としてはグローバル位相 -1 ですが、この課題では区別します。オラクルを制御付きにすると違いが現れます。",
        ),
        "ko": (
            "표시할 입력이 아니라 나머지 입력에 인자 -1이 붙습니다.",
            "전체로 보면 전역 위상 -1이지만 여기서는 구별합니다. 오라클에 제어를 붙이면 차이가 나타납니다.",
        ),
    },
    "oracle_phase": {
        "en": (
            "On the input |{input}⟩ the oracle gives the phase {angle}.",
            "A phase oracle gives π to the marked inputs and 0 to the others.",
        ),
        "ja": (
            "入力 |{input}⟩ に対してオラクルが位相 {angle} を与えています。",
            "位相オラクルは、マークする入力に π、それ以外の入力に 0 の位相を与えます。",
        ),
        "ko": (
            "입력 |{input}⟩에서 오라클이 위상 {angle}을(를) 줍니다.",
            "위상 오라클은 표시할 입력에 π, 나머지 입력에 0의 위상을 줍니다.",
        ),
    },
    "oracle_phase.bit": {
        "en": (
            "The target is flipped where it should be, but on the input |{input}⟩ with the target in |{target}⟩ there is the phase {angle} as well.",
            "Such a phase stays unseen in a measurement and spoils interference: look for a Z or a phase that is not undone.",
        ),
        "ja": (
            "標的量子ビットは正しく反転していますが、標的が |{target}⟩ のときの入力 |{input}⟩ に余分な位相 {angle} が付いています。",
            "このような位相は測定では見えませんが、干渉を壊します。打ち消されていない Z や位相ゲートを探しましょう。",
        ),
        "ko": (
            "표적 큐비트는 맞게 뒤집히지만, 표적이 |{target}⟩일 때 입력 |{input}⟩에 위상 {angle}이(가) 더 붙습니다.",
            "이런 위상은 측정에서는 보이지 않지만 간섭을 망칩니다. 되돌리지 않은 Z나 위상 게이트를 찾으십시오.",
        ),
    },
    "not_an_oracle": {
        "en": (
            "The circuit changes the register: the input |{input}⟩ does not come out as it was.",
            "Undo every gate on the register after the marking, in reverse order.",
        ),
        "ja": (
            "回路がレジスタを変えています。入力 |{input}⟩ がそのまま出てきません。",
            "マークした後、レジスタにかけたゲートを逆順にすべて取り消しましょう。",
        ),
        "ko": (
            "회로가 레지스터를 바꿉니다. 입력 |{input}⟩이 그대로 나오지 않습니다.",
            "표시한 뒤에 레지스터에 건 게이트를 모두 역순으로 되돌리십시오.",
        ),
    },
    "not_an_oracle.register": {
        "en": (
            "The circuit changes the register: of the input |{input}⟩ a part comes out as |{basis}⟩.",
            "Undo every gate on the register after the marking, in reverse order.",
        ),
        "ja": (
            "回路がレジスタを変えています。入力 |{input}⟩ の一部が |{basis}⟩ になって出てきます。",
            "マークした後、レジスタにかけたゲートを逆順にすべて取り消しましょう。",
        ),
        "ko": (
            "회로가 레지스터를 바꿉니다. 입력 |{input}⟩의 일부가 |{basis}⟩(으)로 나옵니다.",
            "표시한 뒤에 레지스터에 건 게이트를 모두 역순으로 되돌리십시오.",
        ),
    },
    "not_an_oracle.target": {
        "en": (
            "On the input |{input}⟩ the target is neither kept nor flipped, but left in between.",
            "Every gate on the target but the flip itself has to be undone: an H that turns a phase into a flip comes twice.",
        ),
        "ja": (
            "入力 |{input}⟩ に対して、標的量子ビットが保たれも反転もせず、重ね合わせのまま残ります。",
            "反転以外に標的にかけたゲートは元に戻す必要があります。位相を反転に変える H は前後に1回ずつかけます。",
        ),
        "ko": (
            "입력 |{input}⟩에서 표적 큐비트가 그대로도 아니고 뒤집힌 것도 아닌 중간 상태로 남습니다.",
            "뒤집는 것 말고 표적에 건 게이트는 되돌려야 합니다. 위상을 뒤집기로 바꾸는 H는 앞뒤로 한 번씩 겁니다.",
        ),
    },
    "dirty_ancilla.oracle": {
        "en": (
            "On the input |{input}⟩ an ancilla does not come back to |0⟩.",
            "What was computed into an ancilla has to be uncomputed after the marking, in reverse order.",
        ),
        "ja": (
            "入力 |{input}⟩ に対して、補助量子ビットが |0⟩ に戻っていません。",
            "補助量子ビットに計算した値は、マークした後に逆順の操作で消す必要があります。",
        ),
        "ko": (
            "입력 |{input}⟩에서 보조 큐비트가 |0⟩으로 돌아오지 않습니다.",
            "보조 큐비트에 계산해 둔 값은 표시한 뒤에 역순으로 지워야 합니다.",
        ),
    },
    "qubit_order_reversed.oracle": {
        "en": (
            "Right up to bit order: your oracle marks the inputs asked for when they are read in reverse.",
            "Qiskit's qubit 0 is the rightmost bit of a bit string.",
        ),
        "ja": (
            "ビットの並び順を除けば正解です。ビット列を逆順に読むと、求める入力がマークされています。",
            "Qiskit では量子ビット 0 がビット列の右端です。",
        ),
        "ko": (
            "비트 순서를 빼면 맞습니다. 비트열을 거꾸로 읽으면 요구되는 입력이 표시됩니다.",
            "Qiskit에서는 큐비트 0이 비트열의 맨 오른쪽입니다.",
        ),
    },
    "wrong_size.oracle": {
        "en": (
            "The answer calls an oracle of {got} qubit(s), but the one it was given has {expected}.",
            "Use the oracle as it was given, as a whole.",
        ),
        "ja": (
            "解答が呼び出すオラクルは {got} 量子ビットですが、与えられたものは {expected} 量子ビットです。",
            "与えられたオラクルをそのまま使いましょう。",
        ),
        "ko": (
            "답이 호출하는 오라클은 {got}큐비트이지만 주어진 것은 {expected}큐비트입니다.",
            "주어진 오라클을 그대로 쓰십시오.",
        ),
    },
}
