"""Parentheses, told apart by what they hold: コミュニティ(社区) the original, 比亜迪(BYD) an abbreviation.

Amounts (約15.5億円), dates, lists, remarks and places (江蘇省蘇州市) say nothing of the words before
them and give no statement. A definition in brackets (以下「Y」という) is left to `definitions`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from zhjagloss.align.statements.statement import Manner, Statement, before
from zhjagloss.model import Evidence, Span
from zhjagloss.script.language import has_han, has_kana

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The innermost brackets of a text.
PARENTHESIS = re.compile(r"[(（]([^()（）]{1,80})[)）]")


class Held(StrEnum):
    """What a parenthesis holds."""

    ORIGINAL = "original"
    ABBREVIATION = "abbreviation"
    GLOSS = "gloss"
    PLACE = "place"
    AMOUNT = "amount"
    LIST = "list"
    DEFINITION = "definition"
    REMARK = "remark"


_DEFINITION = re.compile(
    r"以下|略称|略して|略す|通称|俗称|別名|旧称|旧名|正式名|正式には|中国語|中国名|中文|原語|原文|英語|英文|英名|日本語訳|和訳|邦訳"
)
_AMOUNT = re.compile(
    r"^[約計延べ同年月約→▲+＋-－\s]*[0-9０-９一二三四五六七八九十百千][0-9０-９,，.．〜～~一二三四五六七八九十百千万億兆年月日時分\s/:：-]*"
    r"(?:年|月|日|円|元|米?ドル|ユーロ|香港ドル|％|%|ポイント|人|社|件|[カか]国|[カかヶケヵ箇]所|名|台|戸|位|倍|歳|代|版|面|号|割|分|時|平方\S*|[㎡㎢a-zA-Z]{1,3})?"
    r"(?:[^\u4e00-\u9fff]|現在|増|減|時点|前後|以上|以下|余り|換算|当時|付|相当|間)*$"
)
_COUNTED = re.compile(
    r"[0-9０-９][万億兆]*(?:円|元|米?ドル|ユーロ|[%％]|ポイント|平方|キロ|トン|人|件|社|[カかヶケヵ箇]所)"
)
_PLACE = re.compile(r"[^、。のとはがをに]{1,9}?(?:省|自治区|自治州|特別行政区|東京都|北海道|府|県|州|市)")
_PLACE_END = re.compile(
    r"(?:省|自治区|自治州|特別行政区|都|北海道|府|県|州|(?<![城都])市|区|町|村|鎮|郷|街道)$"
)
_PARTICLE = re.compile(r"[、。のとはがをに]")
_LIST = re.compile(r"[、，,；;／]|など|[^ァ-ヺー]等(?:$|を)|を含む|を除く|その他")
_REMARK = re.compile(
    r"^(?:写真|画像|図|表|注|訳注|編注|笑|出典|出所|資料|提供|撮影|前列|右|左|中央|敬称略|抜粋|抄訳|抄|同|当時|故|仮|仮称|予定|上|中|下|後述|前述|参照|続く|完|現在?の?(?=[^代行地])|旧|元(?=[^素])|新たな|のち|後に|後の)"
    r"|(?:ベース|込み|建て|換算|除く|含む)$|記者|特約|撮影|提供|参照|参考|敬称略|(?:第?[0-9一二三四五六七八九十]+(?:条|項|号|章|節|回|期|版|面))$"
)
_LATIN = re.compile(
    r"^[A-Za-z0-9Ａ-Ｚａ-ｚ０-９&＆.\-‐+ 　/]*[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９&＆.\-‐+ 　/]*$"
)

_MANNERS = {
    Held.ORIGINAL: Manner.ORIGINAL,
    Held.ABBREVIATION: Manner.ABBREVIATION,
    Held.GLOSS: Manner.GLOSS,
}


def kind(inside: str) -> Held:
    """Tell what a parenthesis holds, from the text inside it alone.

    >>> [kind(text).value for text in ("社区", "BYD", "約15.5億円", "江蘇省蘇州市", "デジタル農村")]
    ['original', 'abbreviation', 'amount', 'place', 'gloss']
    """
    bare = inside.strip(' 　「」『』“”"')
    if _DEFINITION.search(bare):
        return Held.DEFINITION
    if _REMARK.search(bare):
        return Held.REMARK
    if _AMOUNT.match(bare) or _COUNTED.search(bare):
        return Held.AMOUNT
    if _LIST.search(bare):
        return Held.LIST
    if _PLACE.match(bare) and _PLACE_END.search(bare) and not _PARTICLE.search(bare):
        return Held.PLACE
    if _LATIN.match(bare):
        return Held.ABBREVIATION
    if not has_han(bare) and not has_kana(bare):
        return Held.REMARK
    return Held.GLOSS if has_kana(bare) else Held.ORIGINAL


def find(text: str) -> Iterator[Statement]:
    """Yield what the parentheses of a sentence state.

    >>> [(one.left, one.right, one.manner.value) for one in find("江渓街道のコミュニティ(社区)には")]
    [('江渓街道のコミュニティ', '社区', 'original')]
    """
    for found in PARENTHESIS.finditer(text):
        manner = _MANNERS.get(kind(found[1]))
        if manner:
            left, is_open = before(text, found.start())
            right = found[1].strip(' 　「」『』“”"')
            if len(left) > 1 and len(right) > 1:
                yield Statement(Evidence.PARENTHESIS, manner, left, right, is_open)


def originals(text: str) -> Iterator[Span]:
    """Yield where parentheses hold what may be the Chinese of the words before them.

    >>> list(originals("コミュニティ(社区)"))
    [Span(start=7, end=9)]
    """
    for found in PARENTHESIS.finditer(text):
        if kind(found[1]) is Held.ORIGINAL:
            yield Span(*found.span(1))
