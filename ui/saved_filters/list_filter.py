"""The widgets above a list as a filter of its query, and back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic

from outreach_app.queries.saved_filters import FilterT, KeptFilter
from ui.forms.choice_editor import ChoiceEditor
from ui.saved_filters.words import field_words, not_offered, set_fields
from ui.widgets.narrowing_line import Narrowing, NarrowingLine
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Text


@dataclass(frozen=True)
class FieldChoice:
    """The choice of one field of the filter; `values` if its codes are not the values."""

    choice: ChoiceEditor
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def value(self) -> object:
        code = self.choice.value()
        return self.values.get(code, code) if isinstance(code, str) else None

    def show(self, value: object) -> bool:
        """Show a value; return False, and choose nothing, if it is not offered."""
        codes = [code for code, meant in self.values.items() if meant == value]
        return _choose(self.choice, codes[0] if codes else value)


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class RelativeField(Generic[FilterT]):
    """A field stored by a code, because its value depends on the day or the office.

    `words` describes it if there is no choice for it above the list.
    """

    narrowed: Callable[[FilterT, str], FilterT]
    choice: ChoiceEditor | None = None
    words: Text | None = None


class ListFilter(Generic[FilterT]):
    """The widgets above one list. The narrowing line shows what none of them can show.

    `every` is the empty filter; `fields` are by its field names.
    `related` finds relative fields in the filter of another page.
    """

    def __init__(
        self,
        every: FilterT,
        narrowing: NarrowingLine,
        fields: Mapping[str, FieldChoice],
        *,
        text: SearchLine | None = None,
        relative: Mapping[str, RelativeField[FilterT]] | None = None,
        related: Callable[[FilterT], KeptFilter[FilterT]] = KeptFilter,
    ) -> None:
        self.every = KeptFilter(every)
        self._narrowing = narrowing
        self._fields = fields
        self._text = text
        self._relative = relative or {}
        self._related = related
        for choice in self._choices():
            choice.activated.connect(self._settle)

    @property
    def is_of_another_page(self) -> bool:
        """Whether another page set the filter."""
        given = self._narrowing.wanted
        return given is not None and not isinstance(given, KeptFilter)

    def kept(self) -> KeptFilter[FilterT]:
        """Return the filter on the screen, in its stored form."""
        beyond = self._beyond()
        chosen = {name: each.value for name, each in self._fields.items()}
        changes = {name: value for name, value in chosen.items() if value is not None}
        if self._text is not None:
            changes["text"] = self._text.text()
        codes = {name: each.choice.value() for name, each in self._relative.items() if each.choice}
        relative = {name: code for name, code in codes.items() if isinstance(code, str)}
        return KeptFilter(_with(beyond.wanted, **changes), {**beyond.relative, **relative})

    def lasting(self) -> KeptFilter[FilterT]:
        """Return the filter on the screen without the words typed."""
        kept = self.kept()
        if self._text is None:
            return kept
        return KeptFilter(_with(kept.wanted, text=""), kept.relative)

    def wanted(self) -> FilterT:
        """Return the filter on the screen, for a query today."""
        kept = self.kept()
        wanted = kept.wanted
        for name, code in kept.relative.items():
            if name in self._relative:
                wanted = self._relative[name].narrowed(wanted, code)
        return wanted

    def show(self, kept: KeptFilter[FilterT]) -> None:
        """Show a filter; values that are no longer offered are kept."""
        shown = {name for name, each in self._fields.items() if each.show(_field(kept, name))}
        wanted = _with(kept.wanted, **{name: _field(self.every, name) for name in shown})
        relative = {
            name: code
            for name, code in kept.relative.items()
            if name not in self._relative or not _choose(self._relative[name].choice, code)
        }
        for name, each in self._relative.items():
            if name not in kept.relative:
                _choose(each.choice, None)
        if self._text is not None:
            self._text.setText(str(_field(kept, "text")))
            wanted = _with(wanted, text="")
        beyond = KeptFilter(wanted, relative)
        given = Narrowing(beyond, lambda: self._words(beyond))
        self._narrowing.show_narrowing(given if beyond != self.every else None)

    def narrow(self, given: Narrowing) -> None:
        """Apply the filter of another page, replacing the current one."""
        self.clear()
        self._narrowing.show_narrowing(given)
        if self._text is not None and isinstance(given.wanted, type(self.every.wanted)):
            self._text.setText(str(_field(KeptFilter(given.wanted), "text")))

    def clear(self) -> None:
        """Clear the filter."""
        self.show(self.every)

    def text(self) -> str:
        """Return the search words."""
        return self._text.text() if self._text is not None else ""

    def clear_text(self) -> None:
        """Clear the search words; the rest stays."""
        if self._text is not None:
            self._text.clear()

    def _beyond(self) -> KeptFilter[FilterT]:
        """Return what filters besides the choices: from another page, or saved."""
        given = self._narrowing.wanted
        kind = type(self.every.wanted)
        if isinstance(given, KeptFilter) and isinstance(given.wanted, kind):
            return KeptFilter(given.wanted, given.relative)
        return self._related(given) if isinstance(given, kind) else self.every

    def _choices(self) -> Iterator[ChoiceEditor]:
        yield from (each.choice for each in self._fields.values())
        yield from (each.choice for each in self._relative.values() if each.choice)

    def _settle(self) -> None:
        """Let a new choice replace a value that is no longer offered."""
        if isinstance(self._narrowing.wanted, KeptFilter):
            self.show(self.kept())

    def _words(self, beyond: KeptFilter[FilterT]) -> str:
        """Return what the list is filtered by; then, as sentences, what is no longer offered."""
        parts, gone = [], []
        for name, value in set_fields(beyond.wanted).items():
            words = field_words(name, value)
            if name in self._fields:
                gone.append(not_offered(self._fields[name].choice, words))
            else:
                parts.append(words)
        for name in beyond.relative:
            each: RelativeField[FilterT] | None = self._relative.get(name)
            if each is not None and each.words is not None:
                parts.append(each.words())
            else:
                gone.append(not_offered(each.choice if each else None))
        return " · ".join([*parts, *gone])


def _with(wanted: FilterT, **changes: object) -> FilterT:
    """Return the filter with fields given by name."""
    return replace(wanted, **changes)


def _field(kept: KeptFilter[FilterT], name: str) -> object:
    value: object = getattr(kept.wanted, name)
    return value


def _choose(choice: ChoiceEditor | None, code: object) -> bool:
    """Choose a code, or nothing if it is not offered; return whether it was."""
    if choice is None:
        return False
    is_offered = choice.findData(code) >= 0
    choice.set_value(code if is_offered else None)
    return is_offered
