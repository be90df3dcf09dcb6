"""nbgrader's exchange over HTTP: JupyterLab's own Assignment List talks to the portal.

Runs on the learner's side, inside JupyterLab or the `nbgrader` command, with her personal token. `configure` names the
classes to nbgrader; `grader.exchange.extension` is the server extension that gives the Assignment List clear messages.
"""

from __future__ import annotations

from traitlets.config import Config

__all__ = ["configure"]


def configure(config: Config) -> None:
    """Make nbgrader use the portal as its exchange.

    To be called from `nbgrader_config.py`:

        from grader.exchange import configure
        configure(get_config())

    Args:
        config: the traitlets configuration that nbgrader reads.
    """
    plugins = {
        "list": "grader.exchange.listing.QampusList",
        "fetch_assignment": "grader.exchange.transfer.QampusFetchAssignment",
        "fetch_feedback": "grader.exchange.transfer.QampusFetchFeedback",
        "submit": "grader.exchange.transfer.QampusSubmit",
        "release_assignment": "grader.exchange.instructor.QampusReleaseAssignment",
        "release_feedback": "grader.exchange.instructor.QampusReleaseFeedback",
        "collect": "grader.exchange.instructor.QampusCollect",
    }
    for name, class_name in plugins.items():
        setattr(config.ExchangeFactory, name, class_name)
