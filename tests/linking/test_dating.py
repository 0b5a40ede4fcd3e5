"""Which date belongs to which event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventsIn = Callable[[str], tuple[Event, ...]]


# Read on Tuesday 12 March 2024; triggers with the dates of their events, `-` for none.
@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Lundi, l'armée a bombardé le port.", "a bombardé 2024-03-11"),
        ("L'armée a bombardé le port lundi.", "a bombardé 2024-03-11"),
        ("L'attaque du 3 mars contre le port a fait dix morts.", "attaque 2024-03-03"),
        ("Le port, bombardé dimanche, a rouvert lundi.", "bombardé 2024-03-10"),
        ("Le convoi attaqué lundi est arrivé mardi à Kafra.", "attaqué 2024-03-11"),
        ("La Turquie livre des drones depuis 2022.", "livre 2022/.."),
        # A refusal dates what is refused; verbs that are joined share the date behind them.
        ("La France a refusé lundi de livrer dix chars.", "livrer 2024-03-11"),
        ("Lundi, la France a refusé de livrer dix chars.", "livrer 2024-03-11"),
        ("Lundi, la France a accepté de livrer dix chars.", "livrer -"),
        ("Le dépôt a été pillé puis vidé en janvier.", "a été pillé 2024-01"),
        # The date of a speech is not copied to what is said, nor the other way round.
        ("Le ministre a annoncé lundi la livraison de dix chars.", "a annoncé 2024-03-11; livraison -"),
        ("Le ministre a annoncé que l'armée avait bombardé le port lundi.", "a annoncé -; avait bombardé 2024-03-11"),
        ("Le ministre a annoncé lundi que l'armée avait bombardé le port dimanche.",
         "a annoncé 2024-03-11; avait bombardé 2024-03-10"),
        ("L'armée a bombardé le port lundi, a annoncé le ministre mardi.",
         "a bombardé 2024-03-11; a annoncé 2024-03-12"),
        ("« Nous avons attaqué le port lundi », a déclaré le chef.", "avons attaqué 2024-03-11; a déclaré -"),
        # A day that is reckoned from the day of the speech.
        ("Lundi, le ministre a affirmé que l'armée avait bombardé le port la veille.",
         "a affirmé 2024-03-11; avait bombardé 2024-03-10"),
        # What looks ahead takes the day to come.
        ("L'armée livrera des vivres vendredi.", "livrera 2024-03-15"),
        # A promise or a demand looks ahead, whatever the tense of its verb.
        ("Le maire a promis l'envoi à Kafra, vendredi, de dix camions de vivres.", "a promis -; envoi 2024-03-15"),
        ("Le ministre propose d'acheminer lundi dix tonnes de vivres à Kafra.", "propose -; acheminer 2024-03-18"),
        # What the subject goes on to do, up to another date or subject.
        ("Lundi, des hommes armés ont attaqué le poste, bombardé la mairie et enlevé le chef.",
         "ont attaqué 2024-03-11; bombardé 2024-03-11; enlevé 2024-03-11"),
        ("Samedi 9 mars, une bande entra dans le bourg, bombarda la mairie et enleva le maire.",
         "bombarda 2024-03-09; enleva 2024-03-09"),
        ("L'armée a bombardé le port lundi et attaqué le pont.", "a bombardé 2024-03-11; attaqué -"),
        ("L'armée a elle-même bombardé, dans la nuit du 2 au 3 mars, le port et enlevé deux pêcheurs.",
         "a elle-même bombardé 2024-03-02/2024-03-03; enlevé 2024-03-02/2024-03-03"),
        # Together with another verb: a purpose, a gerund, what a document of that day says.
        ("À Kafra, cent habitants ont défilé lundi à l'appel d'un collectif pour réclamer « la paix ».",
         "réclamer 2024-03-11"),
        ("Une bombe a explosé lundi sur le marché, faisant dix morts.", "a explosé 2024-03-11"),
        ("Le chef a diffusé lundi une vidéo dans laquelle il menace de bombarder le port.",
         "menace 2024-03-11; bombarder -"),
        ("S'exprimant à Kafra dimanche, le ministre a accusé la Turquie.", "a accusé 2024-03-10"),
        ("Arrivé à Kafra dimanche, le ministre a accusé la Turquie.", "a accusé -"),
        # The date of a noun that is followed by a clause, or stands behind its date.
        ("Il parle du massacre de Kafra où l'aviation a fauché une noce dimanche.", "massacre 2024-03-10"),
        ("Le chef est tombé lundi dans une embuscade des rebelles.", "embuscade 2024-03-11"),
        ("Le maire s'est exprimé lundi après une attaque des rebelles.", "attaque -"),
        ("Cible dimanche d'un attentat à la bombe, la mairie a fermé.", "attentat 2024-03-10"),
        # A date of what is spoken of is not that of the speech.
        ("Le syndicat annonce un rassemblement jeudi devant la mairie.", "annonce -"),
        ("Le maire met en cause un employé licencié en avril.", "met en cause -"),
        ("« C'est faux », explique Omar Salih, patron d'une société créée en 2021.", "explique -"),
        ("Le ministre affirme, dans un communiqué diffusé lundi, que l'armée a bombardé le port.",
         "affirme 2024-03-11; a bombardé -"),
        ("« C'est faux », affirme le maire lundi devant la presse.", "affirme 2024-03-11"),
        ("« C'est faux », a déclaré Omar Salih, patron de Kafra Gaz, à la radio lundi.", "a déclaré 2024-03-11"),
        ("Selon le maire, en 2020, l'armée a bombardé le port.", "Selon -; a bombardé 2020"),
        ("Dans un entretien de 2019, le ministre a accusé la Turquie.", "a accusé 2019"),
        ("Le ministre a accusé la Turquie et, mardi, il a été limogé.", "a accusé -"),
        ("« Et ce, avant lundi », a déclaré le maire.", "a déclaré -"),
        # Another clause begins: its verb has nothing of the date.
        ("Lundi, le maire s'est tu, mais des témoins affirment que tout va bien.", "affirment -"),
        ("L'année suivante, le groupe a grandi et a lancé une série d'attentats-suicides.", "attentats-suicides 2025"),
        # A date of what happened on a dated occasion, or of an event noun that is told of apart.
        ("Lors d'un point de presse tenu samedi, le colonel a nié toute frappe.", "a nié 2024-03-09"),
        ("Le porte-parole, qui s'exprimait lundi, a accusé la Turquie.", "a accusé 2024-03-11"),
        ("L'attaque, survenue jeudi, a fait dix morts.", "attaque 2024-03-07"),
        ("L'attaque, qui a eu lieu jeudi, a fait dix morts.", "attaque 2024-03-07"),
        ("Deux fusils ont servi, le 2 mars, dans l'attaque d'un fourgon.", "attaque 2024-03-02"),
        ("La livraison de dix chars, prévue lundi prochain, a été annulée.", "livraison 2024-03-18"),
        ("« Nous livrerons dix chars vendredi », a promis le ministre.", "livrerons 2024-03-15; a promis -"),
        # What is set off between subject and verb.
        ("Lundi, trois pays - le Kavir, la France et l'Italie - ont accusé la Turquie.", "ont accusé 2024-03-11"),
        ("Lundi, la ville - où vivent des réfugiés - a été attaquée par des rebelles.", "a été attaquée 2024-03-11"),
        ("Lundi, le maire, qui rentrait chez lui, a été tué par balles.", "a été tué 2024-03-11"),
        # A chronicle.
        ("- 3 mars : l'armée bombarde le port.", "bombarde 2024-03-03"),
        ("Le 3 mars, un obus a touché l'école ; le 5, un drone a frappé l'hôpital.",
         "a touché 2024-03-03; a frappé 2024-03-05"),
        # A time stamp and the date of a dateline date nothing.
        ("21h15 - L'armée a bombardé le port.", "a bombardé -"),
        ("KAFRA, 12 mars - L'armée a bombardé le port.", "a bombardé -"),
        # No evidence, no date.
        ("L'armée a bombardé le port.", "a bombardé -"),
        ("Lundi, le maire dormait. L'armée a bombardé le port.", "a bombardé -"),
    ],
)  # fmt: skip
def test_dates_and_their_events(text: str, dates: str, events_in: EventsIn) -> None:
    found = [(event.triggers[0].text, event.date.edtf if event.date else "-") for event in events_in(text)]
    assert "; ".join(" ".join(pair) for pair in found) == dates


def test_a_date_keeps_its_words_and_what_it_was_reckoned_from(events_in: EventsIn) -> None:
    (event,) = events_in("L'armée a bombardé le port lundi.")
    assert event.date is not None
    assert (event.date.text, event.date.start, event.date.end, event.date.anchor) == ("lundi", 27, 32, "dct")
