"""What is said about costs and gates."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "budget_exceeded": {
        "en": "the circuit costs more than allowed",
        "ja": "回路のコストが上限を超えています",
        "ko": "회로의 비용이 상한을 넘습니다",
    },
    "too_many_calls": {
        "en": "the oracle is called too often",
        "ja": "オラクルの呼び出し回数が多すぎます",
        "ko": "오라클을 너무 많이 호출합니다",
    },
    "forbidden_gate": {
        "en": "the circuit has a gate that is not allowed",
        "ja": "許されていないゲートが含まれています",
        "ko": "허용되지 않은 게이트가 있습니다",
    },
    "forbidden_pair": {
        "en": "a gate joins qubits that are not connected",
        "ja": "接続されていない量子ビットどうしにゲートがかかっています",
        "ko": "연결되지 않은 큐비트 사이에 게이트가 있습니다",
    },
    "not_clifford_t": {
        "en": "the circuit is not made of Clifford gates and T",
        "ja": "回路がクリフォードゲートと T ゲートだけでできていません",
        "ko": "회로가 클리퍼드 게이트와 T 게이트만으로 되어 있지 않습니다",
    },
    "unbounded_loop": {
        "en": "the circuit has a loop without a bound",
        "ja": "回路に上限のないループがあります",
        "ko": "회로에 상한이 없는 반복문이 있습니다",
    },
}

WORDINGS: Wordings = {
    "budget_exceeded": {
        "en": (
            "Used: {got}, which is {excess} more than the budget of {limit}.",
            "Look for gates that cancel each other or can be merged.",
        ),
        "ja": (
            "使用数は {got} で、上限の {limit} を {excess} だけ超えています。",
            "打ち消し合うゲートや、まとめられるゲートを探しましょう。",
        ),
        "ko": (
            "사용량: {got}. 상한 {limit}을(를) {excess}만큼 넘습니다.",
            "서로 상쇄되거나 합칠 수 있는 게이트를 찾으십시오.",
        ),
    },
    "budget_exceeded.qubits": {
        "en": (
            "Qubits: {got}, which is {excess} more than the budget of {limit}.",
            "Do without extra qubits.",
        ),
        "ja": (
            "量子ビット数は {got} で、上限の {limit} を {excess} だけ超えています。",
            "余分な量子ビットを使わずに組み立てましょう。",
        ),
        "ko": (
            "큐비트 수: {got}. 상한 {limit}을(를) {excess}만큼 넘습니다.",
            "여분의 큐비트 없이 만들어 보십시오.",
        ),
    },
    "budget_exceeded.ancillas": {
        "en": (
            "Ancillas: {got}, which is {excess} more than the budget of {limit}.",
            "An ancilla that is back in |0⟩ can be used again.",
        ),
        "ja": (
            "補助量子ビット数は {got} で、上限の {limit} を {excess} だけ超えています。",
            "|0⟩ に戻した補助量子ビットは、もう一度使えます。",
        ),
        "ko": (
            "보조 큐비트 수: {got}. 상한 {limit}을(를) {excess}만큼 넘습니다.",
            "|0⟩으로 되돌린 보조 큐비트는 다시 쓸 수 있습니다.",
        ),
    },
    "budget_exceeded.gates": {
        "en": (
            "Gates: {got}, which is {excess} more than the budget of {limit}.",
            "Look for gates that cancel each other or can be merged.",
        ),
        "ja": (
            "ゲート数は {got} で、上限の {limit} を {excess} だけ超えています。",
            "打ち消し合うゲートや、まとめられるゲートを探しましょう。",
        ),
        "ko": (
            "게이트 수: {got}. 상한 {limit}을(를) {excess}만큼 넘습니다.",
            "서로 상쇄되거나 합칠 수 있는 게이트를 찾으십시오.",
        ),
    },
    "budget_exceeded.two_qubit_gates": {
        "en": (
            "Two-qubit gates: {got}, which is {excess} more than the budget of {limit}.",
            "Two equal CX in a row cancel. A gate on three or more qubits counts as the two-qubit gates inside it.",
        ),
        "ja": (
            "2量子ビットゲートの数は {got} で、上限の {limit} を {excess} だけ超えています。",
            "続けて並んだ同じ CX は打ち消し合います。3量子ビット以上のゲートは、それを構成する2量子ビットゲートの数で数えます。",
        ),
        "ko": (
            "2큐비트 게이트 수: {got}. 상한 {limit}을(를) {excess}만큼 넘습니다.",
            "같은 CX가 연달아 있으면 상쇄됩니다. 3큐비트 이상의 게이트는 그것을 이루는 2큐비트 게이트의 수로 셉니다.",
        ),
    },
    "budget_exceeded.depth": {
        "en": (
            "Depth: {got}, which is {excess} more than the budget of {limit}.",
            "Gates on different qubits can share a layer: a tree is shallower than a chain.",
        ),
        "ja": (
            "回路の深さは {got} で、上限の {limit} を {excess} だけ超えています。",
            "異なる量子ビットへのゲートは同じ層に並べられます。鎖状よりも木状のほうが浅くなります。",
        ),
        "ko": (
            "회로 깊이: {got}. 상한 {limit}을(를) {excess}만큼 넘습니다.",
            "서로 다른 큐비트의 게이트는 같은 층에 놓을 수 있습니다. 사슬 모양보다 나무 모양이 얕습니다.",
        ),
    },
    "budget_exceeded.two_qubit_depth": {
        "en": (
            "Depth in two-qubit gates: {got}, which is {excess} more than the budget of {limit}.",
            "Gates on different qubits can share a layer: a tree is shallower than a chain.",
        ),
        "ja": (
            "2量子ビットゲートだけで数えた深さは {got} で、上限の {limit} を {excess} だけ超えています。",
            "異なる量子ビットへのゲートは同じ層に並べられます。鎖状よりも木状のほうが浅くなります。",
        ),
        "ko": (
            "2큐비트 게이트만 센 깊이: {got}. 상한 {limit}을(를) {excess}만큼 넘습니다.",
            "서로 다른 큐비트의 게이트는 같은 층에 놓을 수 있습니다. 사슬 모양보다 나무 모양이 얕습니다.",
        ),
    },
    "budget_exceeded.t_count": {
        "en": (
            "T gates: {got}, which is {excess} more than the budget of {limit}.",
            "Two T on the same qubit with nothing in between are one S, which costs no T. CCX alone takes seven.",
        ),
        "ja": (
            "T ゲートの数は {got} で、上限の {limit} を {excess} だけ超えています。",
            "同じ量子ビットに続けて T を2回かけると S になり、T の数には入りません。CCX は1個で T を7個使います。",
        ),
        "ko": (
            "T 게이트 수: {got}. 상한 {limit}을(를) {excess}만큼 넘습니다.",
            "같은 큐비트에 T를 연달아 두 번 걸면 S가 되고, S는 T 수에 들어가지 않습니다. CCX 하나에는 T가 일곱 개 듭니다.",
        ),
    },
    "too_many_calls": {
        "en": (
            "The circuit calls `{name}` {got} times, which is {excess} more than the {limit} allowed.",
            "A call of the inverse and a controlled call count as well.",
        ),
        "ja": (
            "回路は `{name}` を {got} 回呼び出しており、上限の {limit} 回を {excess} 回超えています。",
            "逆演算や制御付きの呼び出しも1回と数えます。",
        ),
        "ko": (
            "회로가 `{name}`을(를) {got}번 호출하여 상한 {limit}번을 {excess}번 넘습니다.",
            "역연산이나 제어가 붙은 호출도 한 번으로 셉니다.",
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
    "forbidden_pair": {
        "en": (
            "A two-qubit gate acts on qubits {first} and {second}, which are not connected.",
            "Bring the states together with SWAP, or choose another qubit for each role. A gate on three or more qubits counts as the two-qubit gates inside it.",
        ),
        "ja": (
            "量子ビット {first} と {second} は接続されていませんが、2量子ビットゲートがかかっています。",
            "SWAP で状態を隣に移すか、役割を割り当てる量子ビットを選び直しましょう。3量子ビット以上のゲートは、それを構成する2量子ビットゲートとして調べます。",
        ),
        "ko": (
            "큐비트 {first}과(와) {second}은(는) 연결되어 있지 않은데 2큐비트 게이트가 걸려 있습니다.",
            "SWAP으로 상태를 이웃으로 옮기거나 역할을 맡을 큐비트를 다시 고르십시오. 3큐비트 이상의 게이트는 그것을 이루는 2큐비트 게이트로 살펴봅니다.",
        ),
    },
    "forbidden_pair.direction": {
        "en": (
            "A two-qubit gate acts from qubit {first} to qubit {second}; this pair is connected only the other way round.",
            "Hadamard gates on both qubits, before and after, turn a CX around.",
        ),
        "ja": (
            "量子ビット {first} から {second} への2量子ビットゲートがありますが、この組は逆向きにしか接続されていません。",
            "CX の前後で両方の量子ビットにアダマールゲートをかけると、向きを逆にできます。",
        ),
        "ko": (
            "큐비트 {first}에서 {second}(으)로 가는 2큐비트 게이트가 있지만, 이 쌍은 반대 방향으로만 연결되어 있습니다.",
            "CX의 앞뒤로 두 큐비트에 아다마르 게이트를 걸면 방향을 바꿀 수 있습니다.",
        ),
    },
    "not_clifford_t": {
        "en": (
            "The gate `{name}` is not made of Clifford gates and T, so its T gates cannot be counted.",
            "Build it from H, S, CX and T, whose count you know.",
        ),
        "ja": (
            "ゲート `{name}` はクリフォードゲートと T ゲートに分解できないため、T ゲートの数を数えられません。",
            "H、S、CX、T を使って組み立てましょう。",
        ),
        "ko": (
            "게이트 `{name}`은(는) 클리퍼드 게이트와 T 게이트로 나눌 수 없어 T 게이트의 수를 셀 수 없습니다.",
            "H, S, CX, T를 써서 만들어 보십시오.",
        ),
    },
    "not_clifford_t.angle": {
        "en": (
            "The gate `{name}` turns by an angle that is no multiple of π/4, so its T gates cannot be counted.",
            "Build the turn from H, S and T, or write the angle exactly: `np.pi / 4`, not 0.785.",
        ),
        "ja": (
            "ゲート `{name}` の回転角が π/4 の整数倍ではないため、T ゲートの数を数えられません。",
            "H、S、T を使って回転を組み立てるか、角度を 0.785 ではなく `np.pi / 4` のように正確に書きましょう。",
        ),
        "ko": (
            "게이트 `{name}`의 회전각이 π/4의 정수배가 아니어서 T 게이트의 수를 셀 수 없습니다.",
            "H, S, T로 회전을 만들거나, 각도를 0.785가 아니라 `np.pi / 4`처럼 정확하게 쓰십시오.",
        ),
    },
    "unbounded_loop": {
        "en": (
            "A while loop can run any number of times, so the cost of the circuit has no bound.",
            "Use a for loop, or write the steps out.",
        ),
        "ja": (
            "while ループは何回でも繰り返せるため、回路のコストに上限がありません。",
            "for ループを使うか、手順を展開して書きましょう。",
        ),
        "ko": (
            "while 반복문은 몇 번이고 되풀이될 수 있으므로 회로의 비용에 상한이 없습니다.",
            "for 반복문을 쓰거나 단계를 풀어서 쓰십시오.",
        ),
    },
}
