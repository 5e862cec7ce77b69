"""Counts in both languages, with small ones hidden."""

from dataclasses import dataclass

from outreach_app.i18n import Language, isolate
from outreach_app.rules.masking import MIN_SHOWN, Count, Hidden
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, bare_count, count
from outreach_app.summaries.prose.letters import in_letters
from outreach_app.summaries.prose.numbers import PARTIAL, digits

NOTHING = "—"
_AR, _FR = Language.ARABIC, Language.FRENCH
_MIN = isolate(str(MIN_SHOWN))
_WORDS = {
    _AR: {Hidden.FEW: f"أقل من {_MIN}", Hidden.WITHHELD: "غير منشور"},
    _FR: {Hidden.FEW: f"moins de\u00a0{MIN_SHOWN}", Hidden.WITHHELD: "non publié"},
}
_FEW_OF = {_AR: "أقل من {counted}", _FR: "moins de {counted}"}
_LEAST = {page: in_letters(MIN_SHOWN, page, feminine=False) for page in Language}
# In letters: no figure under five stands on such a page.
_NOTE = {
    _AR: f"لا تُنشر الأعداد التي تقل عن {_LEAST[_AR]}، ولا ما يسمح باستنتاجها.",
    _FR: f"Les nombres inférieurs à {_LEAST[_FR]}, ainsi que ceux qui permettraient de les déduire,"
    " ne sont pas publiés.",
}
# Why a paper that replaces another one, or whose period before went out, has no breakdowns.
TOTALS_ALONE = {
    _AR: "سبق نشر أرقام هذه الفترة أو أرقام الفترة السابقة، ثم تغيرت؛ لذلك لا تُنشر هنا إلا"
    " المجاميع، دون توزيعها ودون مقارنة.",
    _FR: "Les chiffres de cette période, ou ceux de la précédente, ont déjà été publiés et ont"
    " changé depuis\u00a0; ne figurent donc ici que les totaux, sans répartition ni comparaison.",
}
_ON_CHANGES = {
    _AR: f" ويُنشر التغير، وإن قل عن {_LEAST[_AR]}، ما لم يسمح باستنتاج هذه الأعداد.",
    _FR: f" Les évolutions sont publiées, même inférieures à {_LEAST[_FR]}, sauf si elles"
    " permettent de déduire ces nombres.",
}
_ON_DIFFERENCES = {
    _AR: _ON_CHANGES[_AR].replace("التغير", "الفرق"),
    _FR: f" Les écarts sont publiés, même inférieurs à {_LEAST[_FR]}, sauf s’ils permettent de"
    " déduire ces nombres.",
}


def hidden_note(page: Language, *, is_compared: bool) -> str:
    """Return the line under published figures; those compared with a period show changes too."""
    return _NOTE[page] + (_ON_CHANGES[page] if is_compared else "")


def hidden_difference_note(page: Language, *, is_compared: bool) -> str:
    """Return the same line where the column of changes is one of differences."""
    return _NOTE[page] + (_ON_DIFFERENCES[page] if is_compared else "")


@dataclass(frozen=True, slots=True)
class MaskedFigures:
    """Prints the figures of one language; hidden ones as a phrase."""

    language: Language

    def number(self, value: Count | None, fact: str, *, is_partial: bool = False) -> Text:
        """Return a count, or the phrase for a hidden one, with a mark if some was not counted."""
        if value is None:
            return text(Span(NOTHING))
        if isinstance(value, Hidden):
            # A small number that may be large in truth is no small number.
            mark = PARTIAL if is_partial and value is Hidden.FEW else ""
            return text(Span(_WORDS[self.language][value], fact), mark)
        return text(Span(digits(value, self.language), fact), PARTIAL if is_partial else "")

    @property
    def withheld(self) -> str:
        """The phrase for what would reveal a small count."""
        return _WORDS[self.language][Hidden.WITHHELD]

    def percent(self, value: Count | None, fact: str) -> Text:
        """Return « 91 % », from left to right in either language."""
        if value is None or isinstance(value, Hidden):
            return self.number(value, fact)
        return text(Span(self.in_order(f"{value}\u00a0%"), fact))

    def of(self, part: Text, whole: Text) -> Text:
        """Return « 414/454 », from left to right in either language."""
        if self.language is not Language.ARABIC:
            return text(part, "/", whole)
        return text("\u2066", part, "/", whole, "\u2069")

    def signed(self, value: int, fact: str, unit: str = "") -> Text:
        """Return `+2`, `−1`, `0`, with a unit after it."""
        sign = {True: "+", False: "\u2212"}[value > 0] if value else ""
        return text(Span(self.in_order(f"{sign}{digits(abs(value), Language.FRENCH)}{unit}"), fact))

    def counted(self, noun: Noun, value: Count, case: Case, fact: str) -> Span:
        """Write a count with its noun; a hidden one as « moins de 5 points »."""
        if isinstance(value, Hidden):
            words = count(noun, MIN_SHOWN, Case.GENITIVE, self.language)
            return Span(_FEW_OF[self.language].format(counted=words), fact)
        return Span(count(noun, value, case, self.language), fact)

    def bare(self, noun: Noun, value: Count, fact: str) -> Text:
        """Write a count whose noun was just said, in Arabic one and two as words: «اثنين»."""
        if self.language is Language.ARABIC and not isinstance(value, Hidden):
            return text(Span(bare_count(noun, value), fact))
        return self.number(value, fact)

    def in_order(self, words: str) -> str:
        """Return figures and codes, from left to right in either language."""
        return isolate(words) if self.language is Language.ARABIC else words
