"""Which of the two languages a text is written in."""

from __future__ import annotations

import re

from zhjagloss.model import Language

_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_HAN = re.compile(r"[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

#: Japanese prose is about half kana, and its densest headlines a tenth; a Chinese text that
#: quotes a Japanese name stays far below this share.
KANA_SHARE = 0.05


def language(text: str) -> Language | None:
    """Tell the language of a text from its characters, or None where it has neither kana nor Han.

    >>> language("蘇州ハイテク産業開発区"), language("苏州高新区党工委"), language("high-tech zone")
    (<Language.JA: 'ja'>, <Language.ZH: 'zh'>, None)
    """
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    if not kana + han:
        return None
    return Language.JA if kana > KANA_SHARE * (kana + han) else Language.ZH


def has_kana(text: str) -> bool:
    """Say whether any kana occurs.

    >>> has_kana("工業インターネット"), has_kana("工業互聯網")
    (True, False)
    """
    return _KANA.search(text) is not None


def has_han(text: str) -> bool:
    """Say whether any Han character occurs.

    >>> has_han("スマート製造"), has_han("IoT")
    (True, False)
    """
    return _HAN.search(text) is not None


def all_han(text: str) -> bool:
    """Say whether a text is Han characters and nothing else.

    >>> all_han("党工委"), all_han("中国共産党の"), all_han("")
    (True, False, False)
    """
    return bool(text) and len(_HAN.findall(text)) == len(text)
