"""Import this first in a program that handles notebooks: it saves about a second of start.

nbformat imports jsonschema, which imports `rfc3987_syntax` when it is installed (JupyterLab's event log asks for it);
that package compiles a grammar of international addresses at import, 0.9 s on two cores. No notebook has such addresses
checked, and jsonschema does without when the package is absent.
"""

from __future__ import annotations

import sys
from typing import Any

_absent: Any = None
sys.modules.setdefault("rfc3987_syntax", _absent)
