"""What the name of a file says: how to show it, its language, the stem it shares with its pair."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from zhjagloss.model import Language

if TYPE_CHECKING:
    from pathlib import PurePath, PurePosixPath

#: zh, zh-CN, zh_Hant-TW, cn; ja, ja-JP, jp.
_TAG = r"(?P<tag>(?:zh(?:[-_](?:hans|hant))?(?:[-_](?:cn|tw|hk|mo|sg))?)|cn|(?:ja(?:[-_]jp)?)|jp)"
_FOLDER = re.compile(_TAG, re.IGNORECASE)
_FILE = re.compile(rf"(?:(?P<stem>.+?)[._-])?{_TAG}", re.IGNORECASE)


def shown(path: PurePath | str) -> str:
    r"""Write a path so that it fits one line of UTF-8: what does not is escaped.

    >>> import os
    >>> shown("議事\t録.txt"), shown(os.fsdecode(b"a\xff.txt"))
    ('議事\\t録.txt', 'a\\xff.txt')
    """
    try:
        # The bytes of the name, whatever the locale took them for.
        text = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        text = str(path)
    return "".join(_escaped(char) for char in text)


def language_of(path: PurePosixPath) -> Language | None:
    """Read the language off a file name, else off the innermost folder that names one.

    >>> from pathlib import PurePosixPath
    >>> language_of(PurePosixPath("zh/report.jp.txt")), language_of(PurePosixPath("zh-CN/report.txt"))
    (<Language.JA: 'ja'>, <Language.ZH: 'zh'>)
    >>> language_of(PurePosixPath("report.txt")) is None
    True
    """
    found = _FILE.fullmatch(path.stem)
    for match in (found, *(_FOLDER.fullmatch(part) for part in reversed(path.parts[:-1]))):
        if match:
            return Language.ZH if match["tag"][0] in "zZcC" else Language.JA
    return None


def stem_of(path: PurePosixPath) -> str:
    """Give what a Chinese and a Japanese file of one text have in common.

    A file named by its language alone takes the name of its folder.

    >>> from pathlib import PurePosixPath
    >>> stem_of(PurePosixPath("sub/x.zh-Hant.txt")), stem_of(PurePosixPath("ja/a.txt"))
    ('sub/x', 'a')
    >>> stem_of(PurePosixPath("minutes/zh.md"))
    'minutes'
    """
    found = _FILE.fullmatch(path.stem)
    last = (found["stem"] or "") if found else path.stem
    folders = [part for part in path.parts[:-1] if not _FOLDER.fullmatch(part)]
    return "/".join(part for part in (*folders, last) if part) or "."


def _escaped(char: str) -> str:
    if char.isprintable() or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp"):
        return char
    return char.encode("unicode_escape").decode("ascii")
