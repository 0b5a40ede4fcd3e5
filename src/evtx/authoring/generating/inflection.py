"""Forms of words by lemma: the full-form lexicon read the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evtx.language.lexicon import Lexicon

_GENDERS = ("mas", "fem", "epi")
_ANY = {"mas": "epi", "fem": "epi", "sg": "inv", "pl": "inv"}

# Where forms are sought: by three beginnings of the lemma, among irregular forms, by three letters and by the first.
_STAGES, _IRREGULAR = 6, 3
_Ending = tuple[int, str, frozenset[str]]

Tagged = tuple[str, frozenset[str]]
"""A form, and the tags with which it is one of its lemma."""


class Inflector:
    """Gives forms of lemmas; `irregular` are forms that may share no letter with their lemma."""

    def __init__(self, lexicon: Lexicon, irregular: Iterable[str]) -> None:
        self._lexicon = lexicon
        self._irregular = tuple(irregular)
        self._analyses: dict[tuple[str, str], dict[int, list[_Ending]]] = {}
        self._forms: dict[tuple[str, str, str, int], list[Tagged]] = {}

    def verb(self, lemma: str, mood: str, features: Sequence[str] = ()) -> str:
        """The form of a verb in a mood or tense, with a person, or gender and number; empty when there is none."""
        return self._first(lemma, "verb", mood, features)

    def noun(self, lemma: str, gender: str, number: str) -> str:
        """A noun in the singular or plural; empty when it has none."""
        return self._first(lemma, "noun", "", (gender, number))

    def noun_features(self, form: str) -> tuple[str, str]:
        """Gender and number of a noun as it stands; both empty when it is unknown."""
        for reading in self._lexicon.readings(form):
            if reading.pos == "noun":
                tags = reading.tags.split()
                gender = next((tag for tag in tags if tag in _GENDERS), "mas")
                return ("mas" if gender == "epi" else gender), ("pl" if "pl" in tags else "sg")
        return "", ""

    def _first(self, lemma: str, pos: str, mood: str, features: Sequence[str]) -> str:
        """The first form with all features, sought among those that begin as the lemma does, the longer the sooner."""
        for stage in range(_STAGES):
            for form, tags in self._tagged(lemma, pos, mood, stage):
                if all(_has(tags, feature) for feature in features):
                    return form
        return ""

    def _tagged(self, lemma: str, pos: str, mood: str, stage: int) -> list[Tagged]:
        key = (lemma, pos, mood, stage)
        if key not in self._forms:
            self._forms[key] = list(self._search(*key))
        return self._forms[key]

    def _search(self, lemma: str, pos: str, mood: str, stage: int) -> Iterator[Tagged]:
        wanted = self._readings(pos, mood)
        for form, (number,) in self._candidates(lemma, stage):
            for cut, ending, tags in wanted.get(number, ()):
                if form[: len(form) - cut] + ending == lemma:
                    yield form, tags

    def _candidates(self, lemma: str, stage: int) -> Iterable[tuple[str, tuple[int]]]:
        forms = self._lexicon.forms
        if stage == _IRREGULAR:
            return ((form, forms[form][0]) for form in self._irregular if form in forms)
        length = len(lemma) - 2 - stage if stage < _IRREGULAR else 3 if stage == _IRREGULAR + 1 else 1
        found: Iterable[tuple[str, tuple[int]]] = forms.items(lemma[:length]) if length > 0 else ()
        return found

    def _readings(self, pos: str, mood: str) -> dict[int, list[_Ending]]:
        """Number of an analysis -> the readings in it that are of this kind: how their lemma ends, and their tags."""
        if (pos, mood) not in self._analyses:
            found: dict[int, list[_Ending]] = {}
            tags = [(one == pos, frozenset(told.split())) for one, told in self._lexicon.tags]
            for number, analysis in enumerate(self._lexicon.analyses):
                for lemma, tag in zip(analysis[::2], analysis[1::2], strict=True):
                    fits, told = tags[tag]
                    if fits and (not mood or mood in told):
                        found.setdefault(number, []).append((*self._lexicon.lemmas[lemma], told))
            self._analyses[pos, mood] = found
        return self._analyses[pos, mood]


def _has(tags: frozenset[str], feature: str) -> bool:
    return feature in tags or _ANY.get(feature) in tags
