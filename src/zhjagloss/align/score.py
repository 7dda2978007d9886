"""How far a pair is to be believed: one score from its evidence, 0–1, and the evidence in words."""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import TYPE_CHECKING

from zhjagloss.align.statements.statement import Manner
from zhjagloss.model import Evidence, Label
from zhjagloss.script.language import all_han

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhjagloss.align.patterns import Explanation
    from zhjagloss.align.statements.statement import Told

#: The chance that a pair is right, by what explains it: `benchmarks/quality.py renderings` prints
#: the share of right pairs for each class, and docs/method.md the figures that chose these.
SAME_FORM = 0.9
COMPOSITION = 0.92
COMPOSITION_LINKED = 0.8

#: と and ・ link parts of a name, and stand in lists between any two words: 産業と園区 is no 产业园.
LIST_LINKS = ("と", "・")
COMPOSITION_LISTED = 0.6

#: The chance that a text which sets a term and a rendering beside one another means that pair.
SAID = {
    Manner.ORIGINAL: 0.85,
    Manner.ABBREVIATION: 0.8,
    Manner.GLOSS: 0.65,
    Manner.SHORT: 0.8,
    Manner.NAMED: 0.85,
    Manner.CALLED: 0.8,
    Manner.NAMELY: 0.7,
    Manner.DESCRIBED: 0.55,
    Manner.HEADLINE: 0.65,
    Manner.VARIED: 0.55,
    Manner.REPEATED: 0.6,
    Manner.SHARED: 0.55,
}

#: What remains where the rendering is a clause, 資本を招くこと: an explanation as often as a rendering.
CLAUSE_FACTOR = 0.65

#: What remains of a form that only stands where the text quotes the Chinese: in brackets behind
#: its rendering, in a quoted headline.
CITED_FACTOR = 0.6

#: What remains of the chance where other words may stand behind the same Japanese: one of up to
#: three Han characters (会長, 副会長, 措置) is anybody's, a longer one or a loanword is said of less.
RIVAL_SHORT_FACTOR = 0.5
RIVAL_FACTOR = 0.7

#: What remains where one morpheme of two Han characters is all the evidence: 指導 and 幹部 are
#: words of the language, whoever leads.
COMMON_WORD_FACTOR = 0.65

#: Two characters meet by chance far more often than three.
SHORT = 2
SHORT_FACTOR = 0.9

#: A rendering that never stands for itself, only inside longer names.
NESTED_ONLY_FACTOR = 0.95

#: The same of a term that nobody listed: デルタ, only ever seen in 長江デルタ, is half a name.
NESTED_DISCOVERY_FACTOR = 0.7

#: A rendering whose every hit cuts a word: believed only when it is long.
DOUBTFUL_FACTOR = 0.6
DOUBTFUL_SHORT_FACTOR = 0.3


def score(explanation: Explanation, key: str, labels: Mapping[Label, int], *, cited: bool = False) -> float:
    """Give the chance, 0–1, that a key found in texts renders the term as explained.

    What texts state and what the characters show are taken as independent. `cited` says that the
    key stands only where a text quotes the Chinese.

    >>> from zhjagloss.align.patterns import Explanation
    >>> from zhjagloss.model import Term
    >>> score(Explanation(Term("党工委"), Evidence.SAME_FORM), "党工委", {Label.WHOLE: 2})
    0.9
    """
    doubt = prod(1 - _told(told) for told in explanation.said)
    if explanation.evidence in (Evidence.SAME_FORM, Evidence.COMPOSITION):
        doubt *= 1 - _shown(explanation, key)
    chance = 1 - doubt
    if cited and explanation.evidence is Evidence.SAME_FORM:
        chance *= CITED_FACTOR
    if not is_sure(labels):
        chance *= DOUBTFUL_SHORT_FACTOR if len(key) <= SHORT else DOUBTFUL_FACTOR
    elif not labels.get(Label.WHOLE):
        chance *= NESTED_DISCOVERY_FACTOR if explanation.certainty else NESTED_ONLY_FACTOR
    return round(chance, 3)


def _told(told: Told) -> float:
    """Give the chance that one manner of statement makes a pair right."""
    return SAID[told.manner] * (1 if told.is_name else CLAUSE_FACTOR)


def _shown(explanation: Explanation, key: str) -> float:
    """Give the chance that the characters themselves make a pair right."""
    if explanation.certainty:
        return explanation.certainty
    if explanation.evidence is Evidence.SAME_FORM:
        chance = SAME_FORM
    else:
        chance = COMPOSITION_LINKED if explanation.link else COMPOSITION
        if any(link in explanation.link for link in LIST_LINKS):
            chance = COMPOSITION_LISTED
    short = len(key) <= SHORT
    if explanation.rivals:
        common = len(key) <= SHORT + 1 and all_han(key)
        chance *= RIVAL_SHORT_FACTOR if common else RIVAL_FACTOR
    if short:
        chance *= SHORT_FACTOR
        if explanation.evidence is Evidence.COMPOSITION and "+" not in explanation.detail and all_han(key):
            chance *= COMMON_WORD_FACTOR
    return chance


def describe(explanation: Explanation, labels: Mapping[Label, int]) -> str:
    """Put the evidence in words: `composition(党+工+委)`, `same-form(5) nested(1)`.

    >>> from zhjagloss.align.patterns import Explanation
    >>> from zhjagloss.model import Term
    >>> why = Explanation(Term("党工委"), Evidence.COMPOSITION, "党+工+委")
    >>> describe(why, {Label.WHOLE: 2, Label.NESTED: 1})
    'composition(党+工+委) nested(1)'
    """
    told: Counter[Evidence] = Counter()
    for one in explanation.said:
        told[one.evidence] += one.documents
    words = [f"discovered({explanation.look})"] if explanation.look else []
    words += [f"{evidence}({told[evidence]})" for evidence in Evidence if told[evidence]]
    if explanation.evidence in (Evidence.SAME_FORM, Evidence.COMPOSITION):
        detail = explanation.detail or labels.get(Label.WHOLE)
        words.append(f"{explanation.evidence}({detail})" if detail else explanation.evidence.value)
    words += [f"{label}({labels[label]})" for label in (Label.NESTED, Label.DOUBTFUL) if labels.get(label)]
    return " ".join(words)


def is_sure(labels: Mapping[Label, int]) -> bool:
    """Say whether any hit is whole or nested."""
    return bool(labels.get(Label.WHOLE) or labels.get(Label.NESTED))


def count(labels: Mapping[Label, int]) -> int:
    """Count the mentions: whole and nested hits, or, where there are none, the doubtful ones.

    >>> count({Label.WHOLE: 2, Label.DOUBTFUL: 1}), count({Label.DOUBTFUL: 1})
    (2, 1)
    """
    sure = labels.get(Label.WHOLE, 0) + labels.get(Label.NESTED, 0)
    return sure or labels.get(Label.DOUBTFUL, 0)
