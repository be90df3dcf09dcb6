"""What is said about sets of vectors and about eigenvectors."""

from __future__ import annotations

from grader.checks.texts.wording import Titles, Wordings

TITLES: Titles = {
    "not_orthogonal": {
        "en": "two vectors are not orthogonal",
        "ja": "直交していないベクトルがあります",
        "ko": "직교하지 않는 벡터가 있습니다",
    },
    "wrong_span": {
        "en": "the vectors span another space",
        "ja": "ベクトルの張る空間が違います",
        "ko": "벡터들이 생성하는 공간이 다릅니다",
    },
    "not_eigenvector": {
        "en": "a vector is no eigenvector",
        "ja": "固有ベクトルでないベクトルがあります",
        "ko": "고유벡터가 아닌 벡터가 있습니다",
    },
    "not_independent": {
        "en": "the vectors are linearly dependent",
        "ja": "ベクトルが線形従属です",
        "ko": "벡터들이 선형 종속입니다",
    },
}

WORDINGS: Wordings = {
    "not_normalised.vector": {
        "en": (
            "The squared norm of vector {index} (counted from 0) is {got}, not 1.",
            "Divide each vector by its norm: `np.linalg.norm(v)`.",
        ),
        "ja": (
            "ベクトル {index}(0 から数えて)のノルムの2乗が 1 ではなく {got} です。",
            "各ベクトルをノルム `np.linalg.norm(v)` で割りましょう。",
        ),
        "ko": (
            "벡터 {index}번(0부터 셈)의 노름의 제곱이 1이 아니라 {got}입니다.",
            "각 벡터를 노름 `np.linalg.norm(v)`으로 나누십시오.",
        ),
    },
    "not_orthogonal": {
        "en": (
            "Vectors {first} and {second} (counted from 0) are not orthogonal: their inner product is {got}.",
            "Subtract from each vector its parts along the ones before; the left factor of `np.vdot` is conjugated.",
        ),
        "ja": (
            "ベクトル {first} と {second}(0 から数えて)が直交していません。内積が {got} です。",
            "各ベクトルから、前のベクトルに沿った成分を引きましょう。`np.vdot` は左側の複素共役を取ります。",
        ),
        "ko": (
            "벡터 {first}번과 {second}번(0부터 셈)이 직교하지 않습니다. 내적이 {got}입니다.",
            "각 벡터에서 앞 벡터들 방향의 성분을 빼십시오. `np.vdot`은 왼쪽에 켤레를 취합니다.",
        ),
    },
    "wrong_span": {
        "en": (
            "Vector {index} (counted from 0) leaves the space that is to be spanned: its part outside has the norm {got}.",
            "Build each new vector from the given ones alone, with coefficients that are inner products.",
        ),
        "ja": (
            "ベクトル {index}(0 から数えて)が、張るべき空間の外に出ています。外側の成分のノルムは {got} です。",
            "与えられたベクトルだけから、内積を係数として新しいベクトルを作りましょう。",
        ),
        "ko": (
            "벡터 {index}번(0부터 셈)이 생성해야 할 공간을 벗어납니다. 바깥 성분의 노름이 {got}입니다.",
            "주어진 벡터만으로, 내적을 계수로 하여 새 벡터를 만드십시오.",
        ),
    },
    "not_eigenvector": {
        "en": (
            "Vector {index} (counted from 0) is no eigenvector: the matrix turns it into another direction.",
            "Multiply the matrix with it and compare: A v must be a number times v.",
        ),
        "ja": (
            "ベクトル {index}(0 から数えて)は固有ベクトルではありません。行列を掛けると向きが変わります。",
            "行列を掛けて比べてみましょう。A v は v の数倍になるはずです。",
        ),
        "ko": (
            "벡터 {index}번(0부터 셈)은 고유벡터가 아닙니다. 행렬을 곱하면 방향이 바뀝니다.",
            "행렬을 곱해 비교해 보십시오. A v는 v에 수를 곱한 것이어야 합니다.",
        ),
    },
    "not_eigenvector.rows": {
        "en": (
            "The rows of your array are the eigenvectors, but its columns are asked for.",
            "`np.linalg.eigh` gives column k, `vectors[:, k]`, for eigenvalue k; transpose your array.",
        ),
        "ja": (
            "配列の行が固有ベクトルになっていますが、求められているのは列です。",
            "`np.linalg.eigh` では固有値 k の固有ベクトルは列 `vectors[:, k]` です。配列を転置しましょう。",
        ),
        "ko": (
            "배열의 행이 고유벡터이지만 요구되는 것은 열입니다.",
            "`np.linalg.eigh`에서 고윳값 k의 고유벡터는 열 `vectors[:, k]`입니다. 배열을 전치하십시오.",
        ),
    },
    "wrong_value.eigenvalue": {
        "en": (
            "Vector {index} (counted from 0) is an eigenvector, but {got} is not its eigenvalue.",
            "Are values and vectors in the same order? The eigenvalue is <v|A|v>.",
        ),
        "ja": (
            "ベクトル {index}(0 から数えて)は固有ベクトルですが、{got} はその固有値ではありません。",
            "固有値と固有ベクトルの順序はそろっていますか。固有値は <v|A|v> です。",
        ),
        "ko": (
            "벡터 {index}번(0부터 셈)은 고유벡터이지만 {got}은(는) 그 고윳값이 아닙니다.",
            "고윳값과 고유벡터의 순서가 같습니까? 고윳값은 <v|A|v>입니다.",
        ),
    },
    "not_independent": {
        "en": (
            "Vector {index} (counted from 0) is a combination of the ones before it.",
            "An eigenvalue that occurs twice needs two independent eigenvectors: a multiple of the first is not enough.",
        ),
        "ja": (
            "ベクトル {index}(0 から数えて)は、それより前のベクトルの線形結合になっています。",
            "二重の固有値には線形独立な固有ベクトルが二つ必要です。一つ目の定数倍では足りません。",
        ),
        "ko": (
            "벡터 {index}번(0부터 셈)은 앞 벡터들의 선형 결합입니다.",
            "두 번 나타나는 고윳값에는 선형 독립인 고유벡터 두 개가 필요합니다. 첫째의 배수로는 부족합니다.",
        ),
    },
    "wrong_length.vectors": {
        "en": (
            "There are {got} vectors, but {expected} are needed to span the space.",
            "Independent vectors each give one; a vector that depends on the others gives none.",
        ),
        "ja": (
            "ベクトルは {got} 個ですが、空間を張るには {expected} 個必要です。",
            "線形独立なベクトルはそれぞれ一つを与えます。ほかに従属するベクトルからは得られません。",
        ),
        "ko": (
            "벡터가 {got}개이지만 공간을 생성하려면 {expected}개가 필요합니다.",
            "선형 독립인 벡터는 각각 하나를 줍니다. 다른 벡터에 종속인 벡터에서는 나오지 않습니다.",
        ),
    },
    "wrong_length.pairs": {
        "en": (
            "There are {got} eigenvalues, but {expected} are asked for, each as often as it occurs.",
            "A matrix with d rows that can be diagonalised has d eigenvectors; count a double eigenvalue twice.",
        ),
        "ja": (
            "固有値は {got} 個ですが、重複も数えて {expected} 個求められています。",
            "対角化できる d 行の行列には固有ベクトルが d 個あります。二重の固有値は二つと数えましょう。",
        ),
        "ko": (
            "고윳값이 {got}개이지만 중복을 세어 {expected}개가 요구됩니다.",
            "대각화할 수 있는 d행 행렬에는 고유벡터가 d개 있습니다. 이중 고윳값은 두 번 세십시오.",
        ),
    },
    "wrong_size.vectors": {
        "en": (
            "Vectors are expected, but the array has the shape {got}.",
            "Give a list of vectors of one length, or an array with one vector in each column.",
        ),
        "ja": (
            "ベクトルが求められていますが、配列の形が {got} です。",
            "同じ長さのベクトルのリスト、または各列が一つのベクトルである配列を渡しましょう。",
        ),
        "ko": (
            "벡터가 필요하지만 배열의 모양이 {got}입니다.",
            "길이가 같은 벡터의 리스트나, 각 열이 벡터 하나인 배열을 주십시오.",
        ),
    },
    "wrong_size.dimension": {
        "en": (
            "The vectors have {got} entries, but {expected} are expected.",
            "Compare with the length of the vectors in the task.",
        ),
        "ja": (
            "ベクトルの成分は {got} 個ですが、求められているのは {expected} 個です。",
            "課題にあるベクトルの長さと比べましょう。",
        ),
        "ko": (
            "벡터의 성분이 {got}개이지만 요구되는 것은 {expected}개입니다.",
            "과제에 있는 벡터의 길이와 비교하십시오.",
        ),
    },
    "wrong_size.pairs": {
        "en": (
            "Eigenvalues with eigenvectors are expected, but the answer has {got} part(s) of another form.",
            "Give (values, vectors) as `np.linalg.eigh` does, or a list of pairs (value, vector).",
        ),
        "ja": (
            "固有値と固有ベクトルが求められていますが、解答は別の形の {got} 個の要素からなっています。",
            "`np.linalg.eigh` のように (values, vectors) を返すか、(固有値, 固有ベクトル) の組のリストを返しましょう。",
        ),
        "ko": (
            "고윳값과 고유벡터가 필요하지만 답이 다른 형식의 {got}개 부분으로 되어 있습니다.",
            "`np.linalg.eigh`처럼 (values, vectors)를 주거나 (고윳값, 고유벡터) 쌍의 리스트를 주십시오.",
        ),
    },
}
