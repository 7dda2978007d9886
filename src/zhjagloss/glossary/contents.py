"""A stack of glossaries read: what their files say, as far as somebody asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from zhjagloss.glossary import folder, knowledge
from zhjagloss.glossary.decisions import Decisions

if TYPE_CHECKING:
    from zhjagloss.glossary.folder import GlossaryFolder
    from zhjagloss.glossary.stack import Stack
    from zhjagloss.model import Head, Morpheme
    from zhjagloss.script.fold import Folder


class Contents:
    """Everything that a stack of glossaries says; each part is read when it is first asked for.

    Reading raises DamagedGlossaryError with every fault of a folder, or UnreadableInputError.
    """

    def __init__(self, stack: Stack) -> None:
        self.stack = stack

    @cached_property
    def layers(self) -> tuple[GlossaryFolder, ...]:
        """The folders read, highest first."""
        return tuple(folder.read(path) for path in self.stack.paths)

    @cached_property
    def folder(self) -> Folder:
        """The folding of characters that these glossaries agree on."""
        return knowledge.read_folder(self.stack.knowing)

    @cached_property
    def morphemes(self) -> tuple[Morpheme, ...]:
        """The morphemes these glossaries know, the user's before the shipped ones."""
        return knowledge.read_morphemes(self.stack.knowing)

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """The last words of names these glossaries know."""
        return knowledge.read_heads(self.stack.knowing)

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided, over all layers."""
        return Decisions(self.layers, self.folder)
