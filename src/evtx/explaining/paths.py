"""Where a rule stands, as short as it can be said."""

from __future__ import annotations

import os

from evtx.explaining.values import RuleName
from evtx.rules.locate import builtin_rules


def where(rule: RuleName) -> str:
    """File and line of a rule: from the folder one is in, or from the folder of the built-in rules."""
    for folder in (os.getcwd(), os.path.dirname(builtin_rules())):
        if os.path.abspath(rule.file).startswith(os.path.join(folder, "")):
            return f"{os.path.relpath(rule.file, folder)}:{rule.line}"
    return f"{rule.file}:{rule.line}"
