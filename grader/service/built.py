"""What is built of the course: published as soon as it changes, and how each exercise is judged."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from grader.build_folder import BuiltModule, Stamp, catalog_stamp, read_catalog
from grader.cluster import Cluster
from grader.errors import CatalogError, PortalRefusedError
from grader.judge.plan import Plan
from grader.judge.protection import plan_for
from grader.notebooks import read_notebook
from grader.portal_client import PortalClient
from grader.service.chores import Chores

LOG = logging.getLogger(__name__)


class Built:
    """The build folder as the service last saw it.

    Args:
        portal: the portal's API, with the grader's token.
        cluster: where the reference solution of an exercise without a plan is judged.
        build: what `qampus build` made.
        chores: where lessons wait to be published.
    """

    def __init__(self, portal: PortalClient, cluster: Cluster, build: Path, chores: Chores) -> None:
        self._portal = portal
        self._chores = chores
        self._cluster = cluster
        self._folder = build
        self._modules: dict[str, BuiltModule] = {}
        self._plans: dict[str, Plan] = {}
        self._stamp: Stamp = ()

    @property
    def modules(self) -> Mapping[str, BuiltModule]:
        """All modules by name."""
        return self._modules

    def look(self) -> bool:
        """Publish what was built since the last look; return whether there is something new to install.

        Raises:
            CatalogError: the first build that is seen cannot be read; a later one is left aside.
            PortalRefusedError: the portal does not take the first one.
        """
        stamp = catalog_stamp(self._folder)
        if stamp == self._stamp:
            return False
        try:
            modules = read_catalog(self._folder)
            for name, module in modules.items():
                before = self._modules.get(name)
                if before is None or before.manifest != module.manifest:
                    self._portal.publish(name, module.manifest, module.releases(), module.text())
                    LOG.info("published %s, version %s", name, module.version)
            shown = self._portal.lessons()
        except (CatalogError, PortalRefusedError):
            if not self._modules:
                raise
            LOG.exception("the new build is left aside")
            self._stamp = stamp
            return False
        self._modules = modules
        self._plans.clear()
        self._stamp = stamp
        for name, module in modules.items():
            self._chores.add(
                ("lesson", name), partial(self._publish_lesson, module, shown.get(name))
            )
        return True

    def plan(self, module: BuiltModule) -> Plan:
        """Return how an exercise is judged: as the build found out, or found out now by its reference solution."""
        if module.module not in self._plans:
            self._plans[module.module] = plan_for(
                read_notebook(module.source / f"{module.module}.ipynb"),
                module.given_files(),
                self._cluster,
                self._folder / "plans",
                module.module,
            )
        return self._plans[module.module]

    def _publish_lesson(self, module: BuiltModule, shown: str | None) -> None:
        """Publish the lesson of a module, unless the portal shows this version."""
        pages = module.pages()
        if pages is None or shown == pages["version"]:
            return
        try:
            self._portal.put_lesson(module.module, pages)
        except PortalRefusedError:
            LOG.exception("lesson %s is left aside", module.module)
        else:
            LOG.info("published lesson %s, version %s", module.module, pages["version"])
