"""The controls of work with text: bounds come from the spec, words from FIELDS, values from the visitor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.ui import refused, state, widgets
from pages.ui.language import _, tell
from pages.ui.text import choices, works
from pages.ui.text.address import COMPARED, DATA, usual
from rnn_core.errors import SpecError
from rnn_core.records.kinds import KINDS
from rnn_core.spec import FieldWords, Spec
from rnn_core.text.field_words import CHOICES, FIELDS


@dataclass(frozen=True)
class Form:
    """The form of one `kind` of work; each of its controls says the value of the setting that it is named after."""

    kind: str

    @property
    def spec(self) -> type[Spec]:
        """The type of the specs that it makes."""
        return KINDS[self.kind].spec

    def remembered(self, name: str) -> Any:
        """What was chosen last, else what is usual."""
        return choices.settings(self.kind).get(name, usual(self.kind, name))

    def whole(self, name: str, *, most: int) -> int:
        """A whole number, by a slider up to `most`: further a try takes too long. A link may go as far as the spec."""
        low, high = self.spec.bounds(name)
        value = self.remembered(name)
        words = self._words(name)
        top = max(min(high, most), value)
        return int(st.slider(_(words.label), low, top, key=self._key(name, value), help=_(words.help)))

    def share(self, name: str) -> float:
        """A share of something, by a slider in whole percents; one between them stays until the slider is moved."""
        low, high = self.spec.bounds(name)
        words, value = self._words(name), self.remembered(name)
        percent = round(100 * value)
        found = st.slider(
            _(words.label),
            round(100 * low),
            round(100 * high),
            key=self._key(name, percent),
            format="%d %%",
            help=_(words.help),
        )
        return float(value if found == percent else found / 100)

    def number(self, name: str, *, step: float, digits: int) -> float:
        """A number with so many `digits` after the point, as a box."""
        low, high = self.spec.bounds(name)
        words, key = self._words(name), self._key(name, self.remembered(name))
        shown = f"%.{digits}f"
        return float(st.number_input(_(words.label), low, high, key=key, step=step, format=shown, help=_(words.help)))

    def switch(self, name: str) -> bool:
        """Yes or no."""
        words = self._words(name)
        return bool(st.toggle(_(words.label), key=self._key(name, self.remembered(name)), help=_(words.help)))

    def choice(self, name: str, options: Mapping[str, str] | None = None) -> str:
        """One of `options`, values and their words; without them those that the setting is known to have."""
        words, options = self._words(name), options or CHOICES[name]
        found = st.pills(
            _(words.label),
            list(options),
            format_func=lambda option: _(options[option]),
            key=self._key(name, self.remembered(name)),
            help=_(words.help),
            required=True,
            wrap=True,
        )
        return str(found)

    def several(self, options: Mapping[Any, str]) -> tuple[Any, ...]:
        """The values of the setting that is compared, of `options` with their words, in their order; none at worst."""
        name = COMPARED[self.kind]
        words = self._words(name)
        chosen = st.pills(
            _(words.label),
            list(options),
            selection_mode="multi",
            format_func=lambda option: _(options[option]),
            key=self._key(name, [option for option in options if option in self.remembered(name)]),
            help=_(words.help),
            wrap=True,
        )
        return tuple(option for option in options if option in chosen)

    def specs(self, chosen: Mapping[str, Any]) -> list[Any]:
        """A spec for each compared value; none, and a sentence, where there is none or settings contradict each other.

        What was chosen is remembered: it survives a change of page and stands in the address.
        """
        compared = COMPARED[self.kind]
        settings = choices.settings(self.kind) | dict(chosen)
        choices.set_settings(self.kind, settings)
        if not chosen[compared]:
            st.warning(_("Choose at least one."), icon=":material/warning:")
            return []
        try:
            # What a link has brought along and has no control here holds too.
            given = {name: value for name, value in settings.items() if name != DATA}
            return [self.spec.make(**{**given, compared: value}) for value in chosen[compared]]
        except SpecError as error:
            st.warning(tell(error), icon=":material/warning:")
            return []

    def train_button(self, jobs: Sequence[Any]) -> None:
        """Train them, where there are any; what is refused is said here.

        A click in the middle of typing comes with what was typed: so it is only remembered, and done once the form has
        been read anew. Where another run of the page overtakes this one, that one does it.
        """
        wanted = f"{self.kind}_wanted"
        st.button(
            _("Train"),
            type="primary",
            width="stretch",
            disabled=not jobs,
            icon=":material/play_arrow:",
            key=f"{self.kind}_train",
            on_click=state.keep,
            args=(wanted, True),
        )
        if state.kept(wanted, False):
            refused.attempt(self.kind, works.start, self.kind, jobs)
            state.keep(wanted, False)
        refused.show(self.kind)

    def _words(self, name: str) -> FieldWords:
        return FIELDS[self.kind][name]

    def _key(self, name: str, value: Any) -> str:
        return widgets.primed(f"{self.kind}_{name}", value)
