"""What is said about energies."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "below_ground": {
        "en": "an energy below the ground energy is impossible",
        "ja": "基底エネルギーより低いエネルギーはあり得ません",
        "ko": "바닥 에너지보다 낮은 에너지는 있을 수 없습니다",
    },
    "wrong_energy": {
        "en": "this is not the ground energy",
        "ja": "基底エネルギーではありません",
        "ko": "바닥 에너지가 아닙니다",
    },
}

WORDINGS: Wordings = {
    "below_ground": {
        "en": (
            "The energy {got} lies below the ground energy, which no state can reach: the variational principle forbids it.",
            "This is a mistake in the calculation, not a good result: check coefficients, signs and the norm of the state.",
        ),
        "ja": (
            "エネルギー {got} は基底エネルギーより低く、変分原理によりどの状態でも実現できません。",
            "良い結果ではなく計算の誤りです。係数、符号、状態の規格化を確かめましょう。",
        ),
        "ko": (
            "에너지 {got}: 바닥 에너지보다 낮으며, 변분 원리에 따라 어떤 상태도 이 값을 가질 수 없습니다.",
            "좋은 결과가 아니라 계산의 오류입니다. 계수와 부호, 상태의 정규화를 확인하십시오.",
        ),
    },
    "wrong_energy": {
        "en": (
            "The energy {got} is above the ground energy by more than the task allows.",
            "Has the optimisation converged? Try other starting angles, or an ansatz that can reach the ground state.",
        ),
        "ja": (
            "エネルギー {got} は基底エネルギーより高く、許される誤差を超えています。",
            "最適化は収束していますか。初期角度を変えるか、基底状態を表せるアンザッツを試しましょう。",
        ),
        "ko": (
            "에너지 {got}: 바닥 에너지보다 높으며 허용된 오차를 넘습니다.",
            "최적화가 수렴했습니까? 시작 각도를 바꾸거나 바닥 상태를 나타낼 수 있는 안자츠를 시도하십시오.",
        ),
    },
    "wrong_energy.excited": {
        "en": (
            "The energy {got} belongs to an excited state, not to the ground state.",
            "Take the lowest eigenvalue; an optimisation can also stop at an excited state: start it elsewhere.",
        ),
        "ja": (
            "エネルギー {got} は基底状態ではなく励起状態のものです。",
            "最も小さい固有値を取りましょう。最適化が励起状態で止まることもあるので、別の初期値から始めましょう。",
        ),
        "ko": (
            "에너지 {got}: 바닥 상태가 아니라 들뜬 상태의 에너지입니다.",
            "가장 작은 고윳값을 택하십시오. 최적화가 들뜬 상태에서 멈출 수도 있으니 다른 값에서 시작하십시오.",
        ),
    },
}
