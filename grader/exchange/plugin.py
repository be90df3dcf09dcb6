"""What all exchange classes share: the portal's address, the token, the learner's folder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from nbgrader.exchange.abc import Exchange
from traitlets import Unicode, default

from grader.exchange.client import ExchangeClient
from grader.exchange.folder import ExerciseFolder
from grader.exchange.messages import PortalRefusal, refusal

_TOKEN = re.compile(rb"[\x21-\x7e]+")


class QampusExchange(Exchange):
    """An nbgrader exchange whose other end is the portal.

    `portal_url` and `token_file` come from the environment (QAMPUS_PORTAL_URL, QAMPUS_TOKEN_FILE) or from
    `nbgrader_config.py`. The token is read from a file at each use, so that a renewed token needs no restart and no
    process list shows it.
    """

    portal_url = Unicode(help="Address of the portal, such as http://127.0.0.1:8800").tag(
        config=True
    )
    token_file = Unicode(help="File that holds the personal token").tag(config=True)

    @default("portal_url")
    def _portal_url_from_environment(self) -> str:
        return os.environ.get("QAMPUS_PORTAL_URL", "")

    @default("token_file")
    def _token_file_from_environment(self) -> str:
        return os.environ.get("QAMPUS_TOKEN_FILE", "")

    def client(self) -> ExchangeClient:
        """Return a client for the portal.

        Raises:
            PortalRefusal: address or token are not configured, or the token cannot be read.
        """
        if not self.portal_url or not self.token_file:
            raise refusal("not_configured")
        try:
            token = Path(self.token_file).read_bytes().strip()
        except OSError as error:
            raise refusal(
                "unreadable_token", file=self.token_file, reason=error.strerror
            ) from error
        if not _TOKEN.fullmatch(token):  # otherwise the complaint of the HTTP library would show it
            reason = "empty" if not token else "not one line of plain letters"
            raise refusal("unreadable_token", file=self.token_file, reason=reason)
        return ExchangeClient(self.portal_url, token.decode())

    @property
    def home(self) -> Path:
        """The folder in which JupyterLab works."""
        return Path(self.assignment_dir).absolute()

    def folder(self) -> ExerciseFolder:
        """Return the folder of the exercise that nbgrader was asked for.

        Raises:
            PortalRefusal: course or exercise are missing or no plain names.
        """
        return ExerciseFolder(self.home, self.coursedir.course_id, self.coursedir.assignment_id)

    def start(self) -> Any:
        """Do what this class is for, and say in the log why it cannot be done: nbgrader's commands show no more.

        Raises:
            PortalRefusal: it cannot be done; also when the disk refuses.
        """
        try:
            return super().start()
        except PortalRefusal as error:
            self.log.critical("%s", error.message)
            raise
        except OSError as error:
            refused = refusal("disk", path=error.filename or self.home, reason=error.strerror)
            self.log.critical("%s", refused.message)
            raise refused from error

    def init_src(self) -> None:
        """Nothing lies on a shared disk."""

    def init_dest(self) -> None:
        """Nothing lies on a shared disk."""
