"""Finds, keeps and looks up the Japanese renderings of Chinese institutional terms.

>>> from zhjagloss import Glossary
>>> Glossary.open().lookup("国务院")[0].answer
'国務院'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhjagloss.lookup.glossary import Glossary

__all__ = ["Glossary"]


def __getattr__(name: str) -> object:
    if name == "Glossary":
        # late: the commands import this package too, and most of them look nothing up
        from zhjagloss.lookup.glossary import Glossary

        return Glossary
    raise AttributeError(name)
