"""What is stored: the machine's and the analysts' records (the truth), and the contacts made from them (the read side).

Truth: Extraction, Report, Evidence, Decision, Verdict. Read side, rebuilt by ``contacts.fusion`` at any time: Contact,
Source, Participation, Dyad, PairYear, Window, Tie, Person as far as a contact names one, KnownName and NameGram. Party
is filled from the engine's lexicon.
"""

from contacts.models.append_only import AppendOnly
from contacts.models.names import KnownName, NameGram
from contacts.models.parties import KINDS, PRECISIONS, ROLES, STATUSES, Party
from contacts.models.people import Name, NameSplit, NameTie, NameVerdict, PersonDoubt, split_words
from contacts.models.reports import (
    CONFIRMED,
    NO_CONTACT,
    Action,
    Decision,
    Evidence,
    Extraction,
    ExtractionState,
    MachineRecordChanged,
    Reason,
    Report,
    ReportState,
)
from contacts.models.reviewing import Claim, Closing
from contacts.models.second import Opinion, SecondReview, Settlement
from contacts.models.ties import Tie, Window
from contacts.models.verdicts import Verdict
from contacts.models.world import LANES, NO_RANK, RANKS, Contact, Dyad, PairYear, Participation, Person, Source

__all__ = [
    "CONFIRMED",
    "KINDS",
    "LANES",
    "NO_CONTACT",
    "NO_RANK",
    "PRECISIONS",
    "RANKS",
    "ROLES",
    "STATUSES",
    "Action",
    "AppendOnly",
    "Claim",
    "Closing",
    "Contact",
    "Decision",
    "Dyad",
    "Evidence",
    "Extraction",
    "ExtractionState",
    "KnownName",
    "MachineRecordChanged",
    "Name",
    "NameGram",
    "NameSplit",
    "NameTie",
    "NameVerdict",
    "Opinion",
    "PairYear",
    "Participation",
    "Party",
    "Person",
    "PersonDoubt",
    "Reason",
    "Report",
    "ReportState",
    "SecondReview",
    "Settlement",
    "Source",
    "Tie",
    "Verdict",
    "Window",
    "split_words",
]
