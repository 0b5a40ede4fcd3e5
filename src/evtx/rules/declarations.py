"""What keys rule files may hold: one table, from which files are checked and a schema can be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "words", "lines", "switch", "items", "table"]
"""How a value is written: one text, words, a block of lines, yes or no, a list, or a mapping."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping. `of` names the declaration of its items (or of the mapping itself), empty for any keys.

    `values` are the only words allowed, where there are only some.
    """

    name: str
    kind: Kind
    help: str
    required: bool = False
    of: str = ""
    values: tuple[str, ...] = ()


MODALITIES = ("asserted", "alleged", "possible", "planned", "threatened", "demanded", "hypothetical")
POLARITIES = ("positive", "negative")
CONTENT_KINDS = ("clause", "infinitive", "quote", "attribute", "before")
"""How far a template's content reaches, in place of a mention type."""
SPEECH_CONSTRUCTIONS = (*CONTENT_KINDS[:-1], "object", "incise", "colon", "question", "passive", "noun")
"""What a frame of an event type with a content may take."""
ACTION_CONSTRUCTIONS = ("active", "passive", "relative", "participle", "infinitive", "gerund", "noun")
"""What any other frame may take."""
VERB_GROUPS = ("finite", "passive", "participle", "infinitive", "gerund")
WORD_CLASSES = ("verb", "noun", "adjective", "adverb")
"""The classes of words that a list of words may have."""
READINGS = (
    *("determiner", "contraction", "of", "preposition", "coordination", "that", "who", "relative", "subordinator"),
    *("ne", "negation", "subject", "clitic", "pronoun", "number", "quantifier", "adverb", "noun", "adjective", "have"),
    *("be", "have_infinitive", "be_infinitive", "been", "having", "being", "name", "verb", "infinitive", "participle"),
    *("gerund", "inversion", "date", "comma", "quote", "stop", "colon", "bracket"),
)
"""The classes between which a grammar chooses for a word where it stands."""
BUILTIN_PHRASES = ("verb", "passive", "participle", "noun", "pp", "relative", "any")
"""Phrases that stand for any finite verb, noun group, prepositional phrase, relative word or group."""

_COMMON = (
    Key("id", "text", "name of the rule: language, event type and what it matches, parted by dots", required=True),
    Key("summary", "text", "one sentence on what the rule finds", required=True),
    Key("event", "text", "event type; the file's own when left out"),
    Key("subtype", "text", "subtype of the event type", required=True),
    Key("modality", "text", "modality of the event", values=MODALITIES),
    Key("polarity", "text", "polarity of the event", values=POLARITIES),
    Key("inside", "text", "modality of the events inside what is said", values=MODALITIES),
    Key("examples", "lines", "sentences in markup, each of which must yield exactly that event"),
    Key("rejects", "lines", "sentences that must yield no event of this rule"),
    Key("gaps", "lines", "sentences in markup that are wanted and not found yet"),
)

_CONSTRUCTION = (
    Key("id", "text", "name of the construction", required=True),
    Key("applies", "words", "kinds of verb groups that it is for", required=True, values=VERB_GROUPS),
    Key("events", "words", "event types that it is for; all when left out"),
    Key("summary", "text", "one sentence on what it covers"),
    Key("match", "lines", "templates, one a line", required=True),
)

DECLARATIONS: Mapping[str, tuple[Key, ...]] = {
    "rules": (
        Key("language", "text", "language code, the name of the folder", required=True),
        Key("event", "text", "event type of all rules of the file that name none"),
        Key("dct", "text", "date of writing against which the dates of examples are read"),
        Key("frames", "items", "rules by words", of="frame"),
        Key("patterns", "items", "rules by templates", of="pattern"),
        Key("phrases", "table", "named parts of templates"),
        Key("off", "lines", "ids of rules of earlier folders that are not to be used, one a line"),
    ),
    "frame": (
        *_COMMON,
        Key("verbs", "lines", "infinitives, one a line, with the words that must follow"),
        Key("nouns", "lines", "singular nouns, one a line, with the words that must follow"),
        Key("subject", "text", "role of the subject, `none` for no role"),
        Key("object", "text", "role of the direct object, `none` for no role"),
        Key("takes", "words", "constructions that the words allow"),
        Key("needs", "lines", "roles one of which must be filled, a line for each need"),
        Key("complements", "lines", "prepositions and the role of what follows them"),
        Key("itself", "text", "role that a counted noun of the frame fills itself (`38 dead`)"),
        Key("light", "lines", "verbs that give a noun of the frame its subject or object"),
    ),
    "pattern": (
        *_COMMON,
        Key("match", "lines", "templates, one a line", required=True),
    ),
    "events": (
        Key("types", "table", "mention types", of="types"),
        Key("events", "items", "event types", of="event"),
    ),
    "types": (
        Key("leaves", "words", "mention types"),
        Key("unions", "table", "names for several mention types together"),
    ),
    "event": (
        Key("id", "text", "name of the event type", required=True),
        Key("summary", "text", "one sentence on what it covers", required=True),
        Key("generic", "text", "subtype of an event that is not told closer"),
        Key("distinct", "words", "subtypes that are never another mention of an event of another subtype"),
        Key("subtypes", "words", "its subtypes", required=True),
        Key("subject", "text", "role of a subject unless a frame says otherwise", required=True),
        Key("object", "text", "role of a direct object unless a frame says otherwise", required=True),
        Key("takes", "words", "constructions of a frame that names none", required=True),
        Key("codes", "table", "what it is called in other ontologies"),
        Key("roles", "items", "its roles", required=True, of="role"),
    ),
    "role": (
        Key("name", "text", "name of the role", required=True),
        Key("types", "words", "mention types and unions that may fill it", required=True),
        Key("summary", "text", "what it is", required=True),
    ),
    "names": (
        Key("names", "items", "lists of names of one type", of="name list"),
        Key("given", "lines", "given names of people"),
        Key("family", "lines", "family names of people"),
        Key("countries", "lines", "countries, one a line"),
        Key("territories", "lines", "territories, one a line"),
        Key("peoples", "lines", "peoples of several countries, one a line"),
        Key("blocs", "lines", "groups of countries, one a line"),
        Key("metonyms", "lines", "seats and buildings that stand for those who sit there"),
    ),
    "name list": (
        Key("type", "text", "mention type of the names", required=True),
        Key("names", "lines", "names, one a line", required=True),
    ),
    "constructions": (
        Key("language", "text", "language code", required=True),
        Key("before", "items", "what stands before the verb", required=True, of="construction"),
        Key("after", "items", "what stands after the verb", required=True, of="construction"),
        Key("incise", "items", "a verb of speech after what is said", of="construction"),
        Key("complements", "table", "for each event type, prepositions and roles"),
        Key("noun_complements", "table", "the same for nouns only"),
        Key("light", "table", "for each event type, verbs that give its nouns their arguments"),
        *(
            Key("bars", "table", "types of what else brought it about"),
            Key("tells", "table", "nouns that tell a subtype"),
        ),
        Key("nesting", "words", "prepositions by which a place lies within another"),
        Key("kept", "lines", "prepositions that stay in a place, because they say where about it was"),
        Key("carriers", "words", "participles that hand their complements to the noun before"),
        Key("ascribing", "words", "those of them that say to whom the noun is ascribed"),
    ),
    "construction": _CONSTRUCTION,
    "grammar": (
        Key("language", "text", "language code", required=True),
        Key("elisions", "words", "letters before an apostrophe that are words of their own"),
        Key("inversions", "words", "pronouns after a hyphen that are words of their own"),
        Key("classes", "table", "closed-class words by class", required=True),
        Key("contractions", "lines", "words and the elided and contracted forms that stand for them"),
        Key("locutions", "table", "words that count as one, by class"),
        Key("readings", "lines", "local rules that choose between readings of a word"),
        Key("priority", "words", "classes in the order in which they are preferred"),
        Key("be_verbs", "words", "verbs whose compound tenses look like a passive"),
        Key("modals", "lines", "verbs that lend an infinitive a modality"),
        Key("of_verbs", "words", "verbs after which a partitive is a preposition"),
        Key("reflexives", "words", "reflexive pronouns"),
        Key("of", "text", "the preposition of possession", required=True),
        Key("to", "text", "the preposition of the indirect object", required=True),
        Key("between", "text", "the preposition before two that are joined"),
        Key("negative_words", "words", "words that deny what they stand with"),
        Key("sorting", "lines", "prepositions by which a noun without article sorts goods into kinds"),
        Key("name_links", "words", "prepositions that go on with the name of an organisation"),
        Key("preferred_lemmas", "words", "lemmas that come before others of the same form"),
        Key("impersonal", "words", "modal verbs without a real subject"),
        Key("indirect_objects", "words", "clitic pronouns for the indirect object"),
        Key("infinitive_endings", "words", "endings of infinitives"),
        Key("pronoun_features", "lines", "gender and number of pronouns"),
        Key("demonstrative", "words", "demonstratives, which point to something already named"),
        Key("sequels", "lines", "prepositions before what came earlier or later than what is told"),
        Key("definite", "words", "determiners that point back"),
        Key("fates", "lines", "prepositions before an event in which somebody met his fate, which takes the date"),
        Key("during", "lines", "prepositions of what something else happened in the course of"),
        Key("purposes", "words", "prepositions before what somebody does something for"),
        Key("encounters", "words", "verbs that only tell where or to whom somebody spoke"),
        Key("hypotheticals", "lines", "conjunctions before what may or may not happen"),
        Key("unsaid", "words", "words before an infinitive of speech that nobody speaks"),
        Key("addressing", "words", "pronouns before the verb that say to whom"),
        Key("intentions", "words", "verbs whose subject means to do what the infinitive after them says"),
        Key("refusals", "words", "verbs whose subject means not to do it"),
        Key("expletives", "lines", "verbs and conjunctions after which a bare negation denies nothing"),
    ),
    "name_words": (
        Key("language", "text", "language code", required=True),
        Key("agreement_endings", "words", "endings that do not count when words are compared"),
        Key("of_words", "words", "forms of the preposition of possession"),
        Key("nouns", "items", "common nouns by mention type", required=True, of="noun list"),
        Key("titles", "lines", "words that make a name a person's"),
        Key("roles", "lines", "functions that take a name"),
        Key("organisation_words", "lines", "words that make a name an organisation's"),
        Key("organisation_suffixes", "lines", "endings that make a name a company's"),
        Key("fighter_words", "lines", "words that make a name an armed group's"),
        Key("metonyms", "lines", "seats and buildings that stand for those who sit there"),
        Key("counted", "lines", "nouns that name casualties where they are counted"),
        Key("determined", "lines", "nouns whose article makes them something else, with it and the type"),
        Key("measure_nouns", "lines", "nouns that only measure what follows them"),
        Key("plural_endings", "words", "endings of plurals"),
        Key("unknown_ok", "lines", "nouns that the lexicon does not know"),
    ),
    "noun list": (
        Key("type", "text", "mention type of the nouns", required=True),
        Key("summary", "text", "what they are"),
        Key("words", "lines", "singular nouns", required=True),
    ),
    "dates": (
        Key("language", "text", "language code", required=True),
        Key("dct", "text", "date of writing against which the examples are read"),
        Key("numeric", "text", "order of day and month in figures", values=("dmy", "mdy")),
        Key("short_years", "text", "first year that two figures can mean"),
        Key("years", "words", "first and last year considered"),
        Key("clock", "words", "what stands between hours and minutes"),
        Key("plurals", "words", "endings of the words that are counted"),
        Key("triggers", "words", "word tables around which a date may stand"),
        Key("guards", "items", "trigger words that count only in some company", of="guard"),
        Key("words", "table", "word tables: what is meant, and the words for it", required=True),
        Key("function_words", "words", "words that templates may name"),
        Key("phrases", "table", "named parts of templates"),
        Key("families", "items", "date expressions of one shape and meaning", required=True, of="family"),
        Key("cues", "table", "words that tell past from future"),
    ),
    "guard": (
        Key("words", "words", "trigger words", required=True),
        Key("before", "words", "of these one must stand before"),
        Key("after", "words", "or of these one after"),
    ),
    "family": (
        Key("id", "text", "name of the family", required=True),
        Key("summary", "text", "one sentence on what it covers", required=True),
        Key("stage", "text", "what the templates are matched over", values=("points", "narrowed", "expressions")),
        Key("reads", "text", "what the words mean", required=True),
        Key("kind", "text", "name under which later stages may use what was found"),
        Key("alone", "switch", "whether it is a date by itself"),
        Key("with", "table", "fields that the words imply"),
        Key("match", "lines", "templates, one a line", required=True),
        Key("examples", "lines", "sentences in markup"),
        Key("rejects", "lines", "sentences that hold no such date"),
        Key("gaps", "lines", "sentences in markup that are wanted and not found yet"),
    ),
    "generation": (
        Key("language", "text", "language code", required=True),
        Key("nouns", "table", "for each mention type, noun groups with gender and number", required=True),
        Key("nobody", "text", "a noun group that fills no role", required=True),
        Key("articles", "lines", "definite articles by gender and number", required=True),
        Key("forms", "lines", "how the verb of a frame is put", required=True),
        Key("sentences", "lines", "for each construction, a sentence that holds it", required=True),
        Key("speech", "lines", "the same for acts of speech", required=True),
        Key("joins", "lines", "pairs of words that melt into one"),
        Key("elided", "words", "words that lose their last letter before a vowel"),
        Key("vowels", "text", "letters before which they do"),
    ),
    "language": (
        Key("language", "text", "language code", required=True),
        Key("identify", "words", "frequent words by which a text shows its language", required=True),
        Key("abbreviations", "words", "words that a full stop may follow inside a sentence"),
        Key("quotation_marks", "lines", "pairs of quotation marks"),
    ),
    "header": (
        Key("language", "text", "language code", required=True),
        Key("published", "lines", "words right before the date of publication"),
        Key("updated", "lines", "words right before the date of a later change"),
        Key("labels", "lines", "words that only a form writes before a date"),
        Key("issues", "lines", "ends of a title that gives the date of the issue itself"),
        Key("bylines", "lines", "words before the name of an author"),
        Key("signed", "lines", "how the line under a text begins that says where and when it was signed"),
        Key("joiners", "lines", "small words that may stand before the date"),
        Key("hours", "lines", "words before an hour"),
        Key("clock", "lines", "words within an hour"),
    ),
    "words": (
        Key("language", "text", "language code", required=True),
        Key("columns", "table", "for each class, what forms follow a word", of="words by class"),
        Key("endings", "table", "for each class, endings of words and of their forms", of="lines by class"),
        Key("words", "table", "for each class, words, with their forms where endings do not tell", of="lines by class"),
    ),
    "words by class": tuple(Key(name, "words", f"of each {name}") for name in WORD_CLASSES),
    "lines by class": tuple(Key(name, "lines", f"of each {name}") for name in WORD_CLASSES),
}
"""Declarations by name."""

LANGUAGE_FILES: Mapping[str, str] = {
    "language": "language",
    "header": "header",
    "grammar": "grammar",
    "constructions": "constructions",
    "dates": "dates",
    "names": "name_words",
    "generation": "generation",
    "words": "words",
}
"""The declarations of the special files of a language's folder."""
