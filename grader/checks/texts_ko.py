"""Texts of verdicts in Korean: key -> (what differs, what to try next)."""

IN_CALL = "{call}의 경우: "
AT = "{where} 위치: "

TEXTS: dict[str, tuple[str, str]] = {
    # kind and size of the answer
    "wrong_type": (
        "답의 자료형이 {got}입니다. 요구되는 것은 {expected}입니다.",
        "마지막 줄이 무엇을 반환하는지 살펴보십시오. 어떤 자료형이 필요한지는 과제에 적혀 있습니다.",
    ),
    "wrong_type.none": (
        "답이 None입니다. 요구되는 것은 {expected}입니다.",
        "함수가 `return`으로 끝납니까? `circuit.h(0)` 같은 메서드는 회로를 바꾸기만 하고 회로를 반환하지 않습니다.",
    ),
    "wrong_type.function": (
        "답이 계산 결과가 아니라 함수 또는 클래스({got})입니다. 요구되는 것은 {expected}입니다.",
        "이름 뒤에 괄호를 붙여 호출하십시오.",
    ),
    "wrong_type.unbound": (
        "회로에 값이 정해지지 않은 매개변수가 남아 있습니다: {names}.",
        "`circuit.assign_parameters(...)`로 값을 주거나 숫자를 직접 쓰십시오.",
    ),
    "wrong_type.mid_circuit": (
        "회로 중간에 `{name}` 연산이 있어 상태가 하나로 정해지지 않습니다.",
        "측정은 맨 끝에서만 하고, 리셋과 고전 조건문은 쓰지 마십시오.",
    ),
    "wrong_type.mid_circuit_unknown": (
        "회로에 `{name}` 연산이 있어 측정 결과의 확률을 정확히 계산할 수 없습니다.",
        "게이트와 측정, 그리고 비트나 레지스터에 대한 `if_test`만으로 만들어 보십시오.",
    ),
    "wrong_type.element": (
        "원소 하나의 자료형이 {got}이며 수가 아닙니다.",
        "원소를 하나씩 출력해 수가 아닌 것을 찾으십시오.",
    ),
    "wrong_type.outcome": (
        "{got}: 측정 결과의 형식이 아닙니다.",
        "측정 결과는 '01'처럼 0과 1로 된 문자열입니다.",
    ),
    "wrong_size": (
        "답은 {got}큐비트이지만 요구되는 것은 {expected}큐비트입니다.",
        "회로나 배열을 만들 때 큐비트 수를 확인하십시오. n큐비트의 진폭은 2**n개입니다.",
    ),
    "wrong_size.too_many": (
        "답이 {got}큐비트를 사용합니다. 확인할 수 있는 것은 {limit}큐비트까지입니다.",
        "과제에 필요하지 않은 큐비트를 빼십시오.",
    ),
    "wrong_size.shape": (
        "상태는 진폭을 나열한 것이지만 배열의 모양이 {got}입니다.",
        "진폭 2**n개를 담은 1차원 배열을 쓰십시오.",
    ),
    "wrong_size.matrix": (
        "배열의 모양이 {got}이며 정사각행렬이 아닙니다.",
        "n큐비트 게이트의 행렬은 2**n행 2**n열입니다.",
    ),
    "wrong_size.length": (
        "배열의 원소 수 {got}개는 2 이상의 2의 거듭제곱이 아닙니다.",
        "n큐비트 상태의 진폭은 2**n개입니다.",
    ),
    "wrong_size.ragged": (
        "배열의 행마다 길이가 다릅니다.",
        "각 행의 원소 수를 세어 보십시오.",
    ),
    "wrong_size.branches": (
        "중간 측정이 너무 많아 모든 결과를 따라갈 수 없습니다.",
        "측정 횟수를 줄이거나 맨 끝에서만 측정하십시오.",
    ),
    "wrong_length": (
        "답의 원소는 {got}개이지만 요구되는 것은 {expected}개입니다.",
        "하나가 빠졌거나 남습니까? 반복문의 시작과 끝을 확인하십시오.",
    ),
    "wrong_length.bits": (
        "측정 결과가 {got}비트이지만 요구되는 것은 {expected}비트입니다.",
        "몇 개의 고전 비트에 측정 결과를 기록하는지 확인하십시오.",
    ),
    "not_normalised": (
        "진폭 절댓값의 제곱의 합이 1이 아니라 {got}입니다.",
        "그 합의 제곱근으로 나누어 정규화하십시오.",
    ),
    "not_normalised.probabilities": (
        "확률의 합이 1이 아니라 {got}입니다.",
        "각각을 합으로 나누거나 빠진 확률이 있는지 살펴보십시오.",
    ),
    "not_unitary": (
        "행렬이 유니터리가 아닙니다. 열벡터들이 정규직교를 이루지 않습니다.",
        "각 열의 노름이 1이고 서로 다른 열의 내적이 0인지 확인하십시오.",
    ),
    # states
    "wrong_amplitudes": (
        "나타나는 기저 상태는 맞지만 가중치가 다릅니다. |{basis}⟩의 진폭이 {got}입니다(확률 {probability}).",
        "회전각을 확인하십시오. RY(θ)는 |0⟩을 cos(θ/2)|0⟩ + sin(θ/2)|1⟩로 바꿉니다. 각도는 절반이 됩니다.",
    ),
    "relative_phase": (
        "절댓값은 모두 맞지만 상대 위상이 다릅니다.",
        "항 사이의 위상은 의미가 있습니다. Z, S, T, P 같은 게이트를 살펴보십시오.",
    ),
    "relative_phase.state": (
        "확률은 모두 맞지만 |{reference}⟩에 대한 |{basis}⟩의 상대 위상이 다릅니다. 지금 답에서는 {angle}입니다.",
        "항 사이의 부호나 인수 i를 확인하십시오. |1⟩의 위상을 Z는 π, S는 π/2, T는 π/4만큼 돌립니다.",
    ),
    "relative_phase.unitary": (
        "입력 |{input}⟩에서 확률은 모두 맞지만 |{reference}⟩에 대한 |{basis}⟩의 상대 위상이 다릅니다. "
        "지금 답에서는 {angle}입니다.",
        "항 사이의 부호나 인수 i가 원인입니다. Z, S, T, P 게이트와 회전각의 부호를 확인하십시오.",
    ),
    "relative_phase.inputs": (
        "기저 상태를 하나씩 입력하면 맞지만 |{reference}⟩에 대한 |{input}⟩의 위상이 다릅니다. "
        "두 상태의 중첩을 입력하면 차이가 드러납니다.",
        "기저 상태만으로 시험하는 것은 충분하지 않습니다. 모든 큐비트에 H를 작용시킨 뒤처럼 중첩을 입력해 보십시오.",
    ),
    "global_phase": (
        "전역 위상을 빼면 맞지만, 이 과제에서는 전역 위상도 따집니다. {angle}만큼 다릅니다.",
        "RZ와 P처럼 위상만 다른 게이트를 비교하거나 `circuit.global_phase`를 설정하십시오.",
    ),
    "qubit_order_reversed": (
        "큐비트의 순서를 빼면 맞습니다.",
        "Qiskit에서는 큐비트 0이 맨 오른쪽 비트입니다.",
    ),
    "qubit_order_reversed.state": (
        "비트 순서를 빼면 맞습니다. 큐비트를 거꾸로 읽으면 요구되는 상태가 됩니다.",
        "Qiskit에서는 큐비트 0이 켓의 맨 오른쪽입니다. |01⟩에서 1인 것은 큐비트 0입니다.",
    ),
    "qubit_order_reversed.unitary": (
        "비트 순서를 빼면 맞습니다. 큐비트 번호를 거꾸로 매기면 요구되는 게이트가 됩니다.",
        "Qiskit에서는 큐비트 0이 맨 오른쪽입니다. 텐서곱 `np.kron(b, a)`에서 a가 큐비트 0에 해당합니다.",
    ),
    "qubit_order_reversed.outcomes": (
        "비트 순서를 빼면 맞습니다. 측정 결과를 오른쪽에서 왼쪽으로 읽으면 요구되는 분포가 됩니다.",
        "Qiskit은 비트 0을 맨 오른쪽에 씁니다. 어느 큐비트를 어느 비트에 측정하는지 확인하십시오.",
    ),
    "conjugate": (
        "요구되는 것의 켤레복소수입니다. 모든 i의 부호가 반대입니다.",
        "허수부의 부호를 확인하십시오. S와 S†, 양의 각과 음의 각을 혼동하지 않았습니까?",
    ),
    "conjugate.value": (
        "값 {got}: 요구되는 값의 켤레복소수입니다.",
        "내적에서는 왼쪽 벡터에 켤레를 취합니다. `np.vdot(a, b)`는 a에 켤레를 취합니다.",
    ),
    "wrong_state": (
        "요구되는 상태와 다른 상태입니다.",
        "종이 위에서 게이트마다 상태를 따라가거나, 게이트마다 `Statevector(circuit)`를 출력해 보십시오.",
    ),
    "wrong_state.extra": (
        "|{basis}⟩은 나타나지 않아야 하지만 지금 상태에서 진폭이 {got}입니다.",
        "종이 위에서 게이트마다 상태를 따라가거나, 게이트마다 `Statevector(circuit)`를 출력해 보십시오.",
    ),
    "wrong_state.missing": (
        "|{basis}⟩이 나타나야 하지만 지금 상태에는 없습니다.",
        "종이 위에서 게이트마다 상태를 따라가거나, 게이트마다 `Statevector(circuit)`를 출력해 보십시오.",
    ),
    # unitaries
    "control_target_swapped": (
        "큐비트 {first}번과 {second}번을 맞바꾸면 맞습니다. 제어 큐비트와 표적 큐비트가 뒤바뀌었습니다.",
        "`circuit.cx(a, b)`에서 첫째가 제어 큐비트, 둘째가 표적 큐비트입니다.",
    ),
    "inverse": (
        "요구되는 연산의 역연산입니다.",
        "게이트의 순서를 뒤집고 각각의 역을 취하거나 `.inverse()`를 쓰십시오. S와 S†, θ와 -θ는 서로 역입니다.",
    ),
    "wrong_unitary": (
        "입력 |{input}⟩에서 |{basis}⟩의 진폭이 {got}이며 요구되는 값과 다릅니다.",
        "X 게이트로 이 입력을 준비하고 게이트마다 상태를 따라가 보십시오.",
    ),
    # outcomes
    "missing_measurement": (
        "회로에 측정이 없습니다.",
        "`circuit.measure_all()` 또는 `circuit.measure(qubit, bit)`를 추가하십시오.",
    ),
    "missing_measurement.bits": (
        "측정 결과가 기록되지 않는 고전 비트가 {got}개 있습니다.",
        "과제에서 묻는 큐비트를 모두 측정하십시오.",
    ),
    "missing_measurement.empty": (
        "카운트가 비어 있습니다.",
        "회로에 측정을 넣고 샷 한 번 이상으로 실행하십시오.",
    ),
    "impossible_outcome": (
        "측정 결과 {outcome}은(는) 절대 나오지 않아야 하지만 확률이 {got}입니다.",
        "어느 게이트 때문에 이 결과가 나옵니까? 비트 0이 맨 오른쪽임을 기억하십시오.",
    ),
    "impossible_outcome.counts": (
        "측정 결과 {outcome}은(는) 절대 나오지 않아야 하지만 {got}번 나왔습니다.",
        "어느 게이트 때문에 이 결과가 나옵니까? 비트 0이 맨 오른쪽임을 기억하십시오.",
    ),
    "wrong_distribution": (
        "측정 결과 {outcome}의 확률이 {got}이며 요구되는 값과 다릅니다.",
        "확률은 진폭 절댓값의 제곱입니다. 각도와 √2 인수를 확인하십시오.",
    ),
    "wrong_distribution.counts": (
        "측정 결과 {outcome}이(가) {shots}샷 중 {got}번 나왔습니다. 우연만으로는 설명되지 않습니다.",
        "확률은 진폭 절댓값의 제곱입니다. 각도와 √2 인수를 확인하십시오.",
    ),
    "wrong_distribution.too_few_shots": (
        "{got}샷은 너무 적어 판단할 수 없습니다. 적어도 {needed}샷이 필요합니다.",
        "샷 수를 늘려 실행하십시오.",
    ),
    # values
    "wrong_value": (
        "값이 {got}이며 요구되는 값과 다릅니다.",
        "가장 작은 경우를 손으로 계산해 단계마다 비교하십시오.",
    ),
    "wrong_value.expectation": (
        "{observable}의 기댓값이 {got}이며 요구되는 값과 다릅니다.",
        "이 관측가능량의 기댓값이 +1과 -1인 상태는 무엇입니까? 자신의 상태와 비교하십시오.",
    ),
    "wrong_value.not_finite": (
        "무한대이거나 수가 아닌 값(nan)이 있습니다.",
        "0으로 나누는 곳이나 정의되지 않는 제곱근·로그가 있는지 찾으십시오.",
    ),
    "wrong_value.negative": (
        "{got}: 확률도 카운트도 될 수 없는 값입니다.",
        "확률과 카운트는 유한하며 음수가 될 수 없습니다.",
    ),
    "wrong_value.extra_key": (
        "키 {key}: 요구되지 않은 키입니다.",
        "과제에 적힌 키와 한 글자씩 비교하십시오.",
    ),
    "wrong_value.missing_key": (
        "빠진 키가 있습니다.",
        "과제에 적힌 키와 한 글자씩 비교하십시오.",
    ),
    "wrong_sign": (
        "값 {got}의 부호가 반대입니다.",
        "빠졌거나 하나 더 들어간 마이너스 부호를 찾으십시오.",
    ),
    "wrong_sign.expectation": (
        "{observable}의 기댓값이 {got}이며 부호가 반대입니다.",
        "다른 고윳값의 고유상태에서는 부호가 반대입니다. Z에서는 |0⟩과 |1⟩, X에서는 |+⟩와 |-⟩입니다.",
    ),
    # budgets
    "budget_exceeded": (
        "사용량이 {got}이지만 상한은 {limit}입니다.",
        "서로 상쇄되거나 합칠 수 있는 게이트를 찾으십시오.",
    ),
    "budget_exceeded.qubits": (
        "회로가 {got}큐비트이지만 상한은 {limit}큐비트입니다.",
        "여분의 큐비트 없이 만들어 보십시오.",
    ),
    "budget_exceeded.gates": (
        "회로의 게이트가 {got}개이지만 상한은 {limit}개입니다.",
        "서로 상쇄되거나 합칠 수 있는 게이트를 찾으십시오.",
    ),
    "budget_exceeded.two_qubit_gates": (
        "회로의 2큐비트 게이트가 {got}개이지만 상한은 {limit}개입니다.",
        "같은 CX가 연달아 있으면 상쇄됩니다. 3큐비트 이상의 게이트는 그것을 이루는 2큐비트 게이트의 수로 셉니다.",
    ),
    "budget_exceeded.depth": (
        "회로 깊이가 {got}이지만 상한은 {limit}입니다.",
        "서로 다른 큐비트의 게이트는 같은 층에 놓을 수 있습니다. 사슬 모양보다 나무 모양이 얕습니다.",
    ),
    "forbidden_gate": (
        "이 과제에서는 게이트 `{name}`의 사용이 허용되지 않습니다.",
        "과제에서 허용하는 게이트로 만들어 보십시오.",
    ),
    # given by the grader where no assertion spoke
    "passed": ("모든 확인을 통과했습니다.", ""),
    "not_answered": (
        "이 과제에는 아직 답이 없습니다.",
        "답 셀의 임시 코드를 자신의 코드로 바꾸어 실행한 뒤 다시 제출하십시오.",
    ),
    "error": (
        "코드가 {name} 오류로 멈췄습니다: {message}",
        "커널을 다시 시작하고 처음부터 모든 셀을 실행한 뒤, 오류의 마지막 줄부터 읽으십시오.",
    ),
    "assertion": (
        "확인이 성립하지 않았습니다: {message}",
        "노트북에서 확인 셀을 실행하고 자신의 결과를 과제의 요구와 비교하십시오.",
    ),
    "time_limit": (
        "실행이 {seconds}초를 넘어 중단되었습니다.",
        "끝나지 않는 반복문이나 입력에 따라 너무 빠르게 늘어나는 계산을 찾으십시오.",
    ),
    "needs_person": ("이 과제는 사람이 채점합니다.", ""),
    "unknown": ("확인을 통과하지 못했습니다({code}).", ""),
}
