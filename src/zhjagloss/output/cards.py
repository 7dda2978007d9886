"""Answers of a look-up laid out for a person: a card for each concept, what is only near below."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from zhjagloss.output.terminal import console, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, TextIO

    Answer = Mapping[str, Any]

#: Documents named under a rendering; the rest are counted.
DOCUMENTS_SHOWN = 3

_SAME = ("exact", "variant", "abbreviation", "full-form")


def write_cards(answers: Iterable[Answer], stream: TextIO, color: str = "auto") -> None:
    """Draw each query's matches: the same thing in full, parts and near forms a line each."""
    drawn = console(stream, color)
    for answer in answers:
        matches = answer["matches"]
        if not matches:
            drawn.print(styled(answer["query"], "bold") + Text("  nothing found", "dim"))
        same = [match for match in matches if match["relation"] in _SAME]
        for (relation, zh, full), group in groupby(
            same, lambda one: (one["relation"], one["zh"], one["full"])
        ):
            drawn.print(_head(answer["query"], relation, zh, full))
            for match in group:
                for line in _card(match):
                    drawn.print(line)
        others = [match for match in matches if match["relation"] not in _SAME]
        for match in others:
            drawn.print(_neighbour(match))
        drawn.print()


def _head(query: str, relation: str, zh: str, full: str) -> Text:
    line = styled(zh, "bold") + Text(" = " if full else "") + styled(full)
    return line if relation == "exact" else line + Text(f"  {relation} of ", "dim") + styled(query, "dim")


def _card(match: Answer) -> Iterable[Padding]:
    words = [match["status"], match["strategy"]]
    used = f"{match['count']}× in {match['documents']} document{'s' * (match['documents'] != 1)}"
    line = styled(match["ja"], "bold") + Text("  ")
    line += styled(match["status"]) + Text(
        f" · {words[1]} · {used if match['count'] else 'not met in the corpus'}"
    )
    yield Padding(line, (0, 0, 0, 2))
    yield Padding(styled(match["why"], "dim"), (0, 0, 0, 6))
    for usage in match["usage"][:DOCUMENTS_SHOWN]:
        where = ", ".join(filter(None, (usage["publisher"], usage["date"])))
        place = f"{usage['document']}:{usage['line']}"
        yield Padding(styled(f"{usage['count']}×  {place}" + (f"  ({where})" if where else "")), (0, 0, 0, 6))
    if len(match["usage"]) > DOCUMENTS_SHOWN:
        yield Padding(
            Text(f"… and {len(match['usage']) - DOCUMENTS_SHOWN} more documents", "dim"), (0, 0, 0, 6)
        )
    if match["usage"]:
        yield Padding(_marked(match["usage"][0]["example"], match["ja"]), (0, 0, 0, 6))


def _marked(example: str, rendering: str) -> Text:
    text = styled("「" + example + "」", "italic")
    text.highlight_words([rendering], "bold italic")
    return text


def _neighbour(match: Answer) -> Padding:
    line = Text(f"{match['relation']:<6}", "dim") + styled(match["zh"]) + Text(" → ") + styled(match["ja"])
    line += Text("  ") + styled(match["status"]) + Text("  ") + styled(match["why"].split("; ")[0], "dim")
    return Padding(line, (0, 0, 0, 2))
