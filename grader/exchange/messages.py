"""What the exchange says to a learner when something cannot be done: one text per reason and language.

The portal's own refusals come over HTTP in the learner's language; these are the ones that this side finds. Which
language it is says the environment variable QAMPUS_LANGUAGE.
"""

from __future__ import annotations

import os

from nbgrader.exchange import ExchangeError

TEXTS: dict[str, dict[str, str]] = {
    "unreachable": {
        "en": "The portal at {url} does not answer ({reason}). "
        "Nothing was sent or lost: check the connection and try again.",
        "ja": "ポータル({url})が応答しません({reason})。何も送信されておらず、失われたものもありません。"
        "接続を確認して、もう一度お試しください。",
        "ko": "포털({url})이 응답하지 않습니다({reason}). 전송되거나 사라진 것은 없습니다. "
        "연결을 확인하고 다시 시도하십시오.",
    },
    "interrupted": {
        "en": "The connection to the portal at {url} broke before its answer was there ({reason}). "
        "Do it again: what was already stored is not stored twice.",
        "ja": "ポータル({url})との接続が応答の前に切れました({reason})。もう一度行ってください。"
        "保存済みの内容が二重に保存されることはありません。",
        "ko": "포털({url})의 응답이 오기 전에 연결이 끊겼습니다({reason}). 다시 시도하십시오. "
        "이미 저장된 내용이 두 번 저장되지는 않습니다.",
    },
    "not_a_portal": {
        "en": "{url} answered with HTTP {status} and no Qampus message. "
        "Check that the address is that of the portal, and try again later.",
        "ja": "{url} の応答(HTTP {status})は Qampus のものではありません。"
        "アドレスがポータルのものか確認し、しばらくしてからもう一度お試しください。",
        "ko": "{url}의 응답(HTTP {status})은 Qampus의 것이 아닙니다. "
        "주소가 포털의 주소인지 확인하고 잠시 후 다시 시도하십시오.",
    },
    "not_configured": {
        "en": "JupyterLab does not know the portal yet. Set QAMPUS_PORTAL_URL and QAMPUS_TOKEN_FILE, "
        "or portal_url and token_file of c.QampusExchange in nbgrader_config.py.",
        "ja": "JupyterLab にポータルが設定されていません。QAMPUS_PORTAL_URL と QAMPUS_TOKEN_FILE、または "
        "nbgrader_config.py の c.QampusExchange の portal_url と token_file を設定してください。",
        "ko": "JupyterLab에 포털이 설정되어 있지 않습니다. QAMPUS_PORTAL_URL과 QAMPUS_TOKEN_FILE, 또는 "
        "nbgrader_config.py의 c.QampusExchange에 portal_url과 token_file을 설정하십시오.",
    },
    "unreadable_token": {
        "en": "Your token cannot be read from {file}: {reason}. Put a new token from the portal there.",
        "ja": "トークンを {file} から読み込めません({reason})。ポータルで発行した新しいトークンを置いてください。",
        "ko": "토큰을 {file}에서 읽을 수 없습니다({reason}). 포털에서 새로 발급한 토큰을 넣으십시오.",
    },
    "no_course": {
        "en": "No course was named. `nbgrader list` shows your courses; name one with --course.",
        "ja": "コースが指定されていません。`nbgrader list` でコースを確認し、--course で指定してください。",
        "ko": "강좌가 지정되지 않았습니다. `nbgrader list`로 강좌를 확인하고 --course로 지정하십시오.",
    },
    "bad_name": {
        "en": "{name!r} is no name of a course or an exercise. Choose the exercise from the Assignment List.",
        "ja": "{name!r} はコースや演習の名前として使えません。演習は Assignment List から選んでください。",
        "ko": "{name!r}은(는) 강좌나 실습의 이름으로 쓸 수 없습니다. 실습은 Assignment List에서 고르십시오.",
    },
    "bad_file_name": {
        "en": "The portal sent a file named {name!r}; it was not written. Please tell your instructor.",
        "ja": "ポータルから送られたファイルの名前 {name!r} が不正なため、保存しませんでした。教員に連絡してください。",
        "ko": "포털이 보낸 파일 이름 {name!r}이(가) 올바르지 않아 저장하지 않았습니다. 교수자에게 알려 주십시오.",
    },
    "odd_name": {
        "en": "The file {name} has signs in its name that cannot be sent. Rename or remove it; nothing was sent.",
        "ja": "ファイル {name} の名前に送信できない文字が含まれています。名前を変えるか削除してください。"
        "何も送信されていません。",
        "ko": "파일 {name}의 이름에 보낼 수 없는 문자가 있습니다. 이름을 바꾸거나 지우십시오. "
        "전송된 것은 없습니다.",
    },
    "outside": {
        "en": "{name} leads out of the exercise's folder. Put a copy of the file in its place; nothing was sent.",
        "ja": "{name} は演習フォルダーの外を指しています。ファイルのコピーに置き換えてください。"
        "何も送信されていません。",
        "ko": "{name}이(가) 실습 폴더 밖을 가리킵니다. 파일의 복사본으로 바꾸십시오. 전송된 것은 없습니다.",
    },
    "not_fetched": {
        "en": "There is no folder {folder}. Fetch the exercise first.",
        "ja": "フォルダー {folder} がありません。先に演習を取得(Fetch)してください。",
        "ko": "{folder} 폴더가 없습니다. 먼저 실습을 가져오십시오(Fetch).",
    },
    "too_large": {
        "en": "{name} has {size} MiB; at most {maximum} MiB can be handed in. "
        "Clear large outputs and save it; nothing was sent.",
        "ja": "{name} は {size} MiB あります。提出できるのは {maximum} MiB までです。"
        "大きな出力を消して保存してください。何も送信されていません。",
        "ko": "{name}의 크기는 {size} MiB입니다. {maximum} MiB까지 제출할 수 있습니다. "
        "큰 출력을 지우고 저장하십시오. 전송된 것은 없습니다.",
    },
    "too_large_together": {
        "en": "The files in {folder} have {size} MiB together; at most {maximum} MiB can be handed in. "
        "Take out what is not part of the answer; nothing was sent.",
        "ja": "{folder} のファイルは合計 {size} MiB あります。提出できるのは合計 {maximum} MiB までです。"
        "解答に不要なものを取り除いてください。何も送信されていません。",
        "ko": "{folder}의 파일은 모두 {size} MiB입니다. 합해서 {maximum} MiB까지 제출할 수 있습니다. "
        "답안이 아닌 것을 빼십시오. 전송된 것은 없습니다.",
    },
    "disk": {
        "en": "{path} cannot be read or written: {reason}. Mend that and try again.",
        "ja": "{path} を読み書きできません({reason})。原因を取り除いて、もう一度お試しください。",
        "ko": "{path}을(를) 읽거나 쓸 수 없습니다({reason}). 원인을 해결하고 다시 시도하십시오.",
    },
    "no_notebook": {
        "en": "{name} is not in {folder}. Give the notebook its name back, or remove the folder and fetch again.",
        "ja": "{folder} に {name} がありません。"
        "ノートブックの名前を元に戻すか、フォルダーを削除して取得し直してください。",
        "ko": "{folder}에 {name}이(가) 없습니다. 노트북 이름을 되돌리거나 폴더를 지우고 다시 가져오십시오.",
    },
    "feedback_not_ready": {
        "en": "There is no feedback for {exercise} yet. It comes when what you handed in is graded.",
        "ja": "{exercise} のフィードバックはまだありません。提出物が採点されると届きます。",
        "ko": "{exercise}의 피드백이 아직 없습니다. 제출물이 채점되면 도착합니다.",
    },
    "released_by_date": {
        "en": "Qampus releases exercises by their dates: see the portal.",
        "ja": "Qampus では演習は公開日時に従って公開されます。ポータルをご覧ください。",
        "ko": "Qampus에서는 실습이 공개 날짜에 따라 공개됩니다. 포털을 보십시오.",
    },
    "graded_by_itself": {
        "en": "There is nothing to do: submissions are collected and graded, and feedback is returned, by itself.",
        "ja": "操作は不要です。提出物の回収と採点、フィードバックの返却は自動で行われます。",
        "ko": "할 일이 없습니다. 제출물의 수집과 채점, 피드백 전달은 자동으로 이루어집니다.",
    },
    "kept": {
        "en": "What was handed in stays: the portal keeps every attempt.",
        "ja": "提出したものは取り消せません。ポータルはすべての提出を保管します。",
        "ko": "제출한 것은 취소할 수 없습니다. 포털은 모든 시도를 보관합니다.",
    },
}


class PortalRefusal(ExchangeError):
    """Something that the learner asked for cannot be done. Its text is meant for her.

    Attributes:
        code: a key of `TEXTS`, or the portal's own word (`unknown_course`, `too_large` ...).
        message: one sentence or two: what is wrong and what to do.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def refusal(code: str, **facts: object) -> PortalRefusal:
    """Return the refusal of that code, in the learner's language.

    Args:
        code: a key of `TEXTS`.
        facts: what its text names.
    """
    texts = TEXTS[code]
    language = os.environ.get("QAMPUS_LANGUAGE", "en")
    return PortalRefusal(code, texts.get(language, texts["en"]).format(**facts))
