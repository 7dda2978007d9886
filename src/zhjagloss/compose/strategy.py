"""How a rendering is made of its term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhjagloss.model import Strategy
from zhjagloss.script.language import all_han, has_han

if TYPE_CHECKING:
    from zhjagloss.compose.composer import Composer
    from zhjagloss.model import Term
    from zhjagloss.script.fold import Folder


def strategy(term: Term, ja: str, composer: Composer, folder: Folder) -> Strategy:
    """Tell how a rendering is made: the first that holds, in the order of `Strategy`.

    >>> from zhjagloss.compose.composer import Composer
    >>> from zhjagloss.model import Morpheme, Term
    >>> from zhjagloss.script.fold import Folder
    >>> composer = Composer([Morpheme("委", "委員会", "last")], Folder({}))
    >>> strategy(Term("物联网"), "IoT", composer, Folder({})).value
    'loanword'
    """
    if folder.key(term.zh) == folder.key(ja):
        return Strategy.BORROWING
    if term.full and composer.composes(term.full, ja):
        return Strategy.EXPANSION
    if not has_han(ja):
        return Strategy.LOANWORD
    bare = ja.replace("の", "")
    if all_han(bare) and composer.composes(term.zh, ja):
        return Strategy.CALQUE
    if not all_han(bare) and re.search(r"[ァ-ヺA-Za-zＡ-Ｚａ-ｚ]", ja) and not re.search(r"[ぁ-ゖ]", bare):
        return Strategy.MIXED
    return Strategy.PARAPHRASE
