"""The mechanisms that can be switched off, in the order of the pipeline. A name that the engine no longer has fails in
``tests/extraction/test_ablation.py``."""

from __future__ import annotations

from contacts.extraction.components.date_calendar import OPEN
from contacts.extraction.components.date_story import Story
from contacts.extraction.components.sides_types import Sides
from contacts.extraction.types import Status

from .switching import Mechanism, giving

MECHANISMS = (
    Mechanism("boilerplate", {"components.boilerplate:skipped_lines": giving(list)}, afresh=True),
    Mechanism("groups of states", {"party_groups:group_facts": giving(())}, afresh=True),
    Mechanism("datelines", {"components.datelines:find": giving(None)}),
    Mechanism("dated office-holders", {"officeholders:find": giving(None)}),
    Mechanism("usual party of an office", {"components.affiliation:_usual": giving(None)}),
    Mechanism("principals ('envoy of X')", {"components.principals:pairs": giving(list)}),
    Mechanism("reporters are no side", {"components.reporters:mark": giving(None)}),
    Mechanism("nationality in other words", {"components.nationals:bind": giving(None)}),
    Mechanism("parties named nearby", {"components.affiliation:_nearby": giving(None)}),
    Mechanism("letters of the name", {"name_origins:fit": giving(dict)}),
    Mechanism("one holder an office", {"components.affiliation:_one_holder_each": giving(None)}),
    Mechanism("parties from the contact", {"components.party_guesses:guess_parties": giving(None)}),
    Mechanism("office first, name later", {"components.named_later:name_the_unnamed": giving(None)}),
    Mechanism("counterparts", {"components.counterparts:link": giving(None)}),
    Mechanism("repairs of the parse", {"components.repairs:_verb": giving("")}),
    Mechanism("pronouns", {"components.antecedents:Antecedents.antecedent": giving(None)}),
    Mechanism("idioms", {"components.idioms:by_first_word": giving(dict)}),
    Mechanism("verbs of being together", {"components.face_to_face:find": giving(None)}),
    Mechanism("any verb with a person", {"components.triggers:_together": giving(None)}),
    Mechanism("subject of the clause above", {"components.clauses:subjects_above": giving(())}),
    Mechanism("official to the left", {"components.surroundings:Surroundings.to_the_left": giving(list)}),
    Mechanism("the two of the sentence", {"components.one_sided:OneSided._pair_of_sentence": giving(list)}),
    Mechanism("other side from the story", {"components.antecedents:Antecedents.topic": giving(None)}),
    Mechanism("talks of the story's parties", {"components.contact_frames:ContactReader._of_the_story": giving(Sides)}),
    Mechanism("listed senders", {"components.listed_senders:ListedSenders.read": giving(list)}),
    Mechanism("captions without a verb", {"components.captions:read": giving(list)}),
    Mechanism("text of a message", {"components.letter_voice:LetterVoice.of": giving(list)}),
    Mechanism("days told one by one", {"components.contact_frames:on_each_day": giving(list)}),
    Mechanism("who tells a visitor", {"components.visit_frames:VisitReader._tellers": giving(list)}),
    Mechanism("name first, office later", {"components.named_later:title_the_untitled": giving(None)}),
    Mechanism("gatherings", {"components.gatherings:gathered": giving(list)}),
    Mechanism("joiners", {"components.joiners:join": giving(None)}),
    Mechanism("met separately", {"components.told_apart:told_apart": lambda frame, *_: [frame]}),
    Mechanism("a verb left out", {"components.contact_frames:gapped": giving(list)}),
    Mechanism("the day before the person", {"components.gapped:_before_a_person": giving(False)}),
    Mechanism("visits of a tour", {"components.tour_visits:visits_of_tours": giving(list)}),
    Mechanism("implied destinations", {"components.destinations:Destinations._implied_destination": giving(list)}),
    Mechanism("status: cue words", {"components.status_words:cues": giving(dict)}),
    Mechanism("status: all of it", {"components.status:read_status": giving((Status.OCCURRED, None))}),
    Mechanism("status: denials above", {"components.status:_denied_above": giving(None)}),
    Mechanism("status: never any", {"components.status:_never_any": giving(None)}),
    Mechanism("status by its date", {"components.status:with_date": lambda status, *_: status}),
    Mechanism("merging", {"components.merging:_same": giving(False)}),
    Mechanism("parties of each telling fit", {"components.merging:_within": giving(True)}),
    Mechanism("occasions", {"components.occasions:Occasions.of": giving((None, None))}),
    Mechanism("length of stays", {"components.event_stays:Stays.apply": giving(None)}),
    Mechanism("visit's days and place", {"components.event_settings:_from_visit": giving(None)}),
    Mechanism("visit's days from meetings", {"components.event_settings:_from_meetings": giving(None)}),
    Mechanism("the story's day", {"components.story_day:StoryDay.at": giving(None)}),
    Mechanism("perfect infinitives", {"components.date_tense:_perfect_infinitive": giving((OPEN, False))}),
    Mechanism("the thread goes back", {"components.date_story:Story.thread": Story._last_told}),
    Mechanism("another hour of the day", {"components.date_ties:_of_the_day": giving(False)}),
    Mechanism("place told before", {"components.where:PlaceReader.told_before": giving(None)}),
    Mechanism("place not told", {"components.event_settings:_default_place": giving(None)}),
)
