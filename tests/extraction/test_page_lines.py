"""Lines of a page that are not its article, told by their words or by the list that they stand in."""

from datetime import date

import pytest

from contacts.extraction import read
from contacts.extraction.components.page_lines import lines_of, skipped_lines
from contacts.extraction.types import Kind

STORY = "Maltese Foreign Minister Carmela Zahra met Georgian President Giorgi Lomidze in Tbilisi on Tuesday."
OTHER = "Latvian President Ilze Kalnina meets Finnish President Onni Laine in Riga"


def skipped(text):
    return [line.text for line in skipped_lines(lines_of(text))]


@pytest.mark.parametrize(
    "line",
    [
        "Home | World | Politics | Sport",
        "You are here: Home » News » Maltese minister visits Tbilisi",
        "Home > World > Europe > Maltese foreign minister holds talks in Tbilisi",
        "Share",
        "Facebook X WhatsApp Email",
        "Listen to this article 3 min",
        "Log in",
        "By Maria Borg and Tom Vella",
        "Staff writer",
        "Sept 16, 2025 4:12 PM GMT+7 · Updated 2 hours ago",
        "16 September 2025 | 14:05",
        "Tags: Malta, Georgia, diplomacy",
        "Previous article: Latvian president flies to Riga",
        "Image source, Getty Images",
        "Photo: Agency/Borg",
        "FILE PHOTO: Carmela Zahra met Ilze Kalnina in Riga",
        "Carmela Zahra and Ilze Kalnina in Riga (File photo)",
        "Sign up here for our daily newsletter.",
        "We use cookies. Read our cookie policy",
        "Malta votes: read our live blog",
        "Reporting by Maria Borg; editing by Tom Vella",
        "Advertisement · Scroll to continue",
        "(END)",
    ],
)
def test_what_belongs_to_the_page_is_skipped_wherever_it_stands(line):
    assert skipped(f"{line}\n{STORY}\nShe left on Friday after the talks.\n{line}\nShe was glad of it, she said.") == [
        line,
        line,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday evening the two sides had agreed.",
        "Photo: Maltese Foreign Minister Carmela Zahra welcomes President Giorgi Lomidze in Valletta on Monday",
        "Maltese and Georgian ministers meet",
        "More on this will be said at the summit in May, the minister told reporters.",
        "Comments by the minister were not welcome in Tbilisi.",
        "Read by millions, the letter was sent to President Giorgi Lomidze on Monday.",
        "1,200 people came to hear the two presidents speak in the square.",
    ],
)
def test_what_the_article_says_is_read(line):
    assert skipped(f"{STORY}\n{line}\nShe left on Friday.") == []


@pytest.mark.parametrize(
    "heading",
    ["Related stories", "Most read", "More from Europe:", "RECOMMENDED", "Read Next", "See also:", "Trending now"],
)
@pytest.mark.parametrize("mark", ["", "• ", "1 ", "\n"])
def test_a_list_of_other_stories_ends_where_prose_goes_on(heading, mark):
    text = f"{STORY}\n{heading}\n{mark}{OTHER}\n{mark}Norwegian king visits Iceland\nZahra will visit Baku on Friday."
    contacts = [(r.kind, r.countries) for r in read(text, date(2018, 3, 7)).records]
    assert contacts == [(Kind.MEETING, ("GEO", "MLT")), (Kind.VISIT, ("AZE", "MLT"))]


def test_a_line_to_sign_up_in_the_middle_does_not_end_the_article():
    text = f"The minister spoke to reporters.\nSign up for our newsletter\n{STORY}\nThey will meet again."
    assert skipped(text) == ["Sign up for our newsletter"]


def test_headline_summary_and_caption_of_a_text_without_blank_lines_are_one_contact_with_the_story():
    text = (
        "Maltese foreign minister meets Georgian president\n"
        "By Maria Borg\n"
        "Maltese Foreign Minister Carmela Zahra shakes hands with President Giorgi Lomidze in Tbilisi\n"
        f"{STORY}\n"
        "The two discussed trade."
    )
    [meeting] = read(text, date(2018, 3, 7)).records
    assert {p.name for p in meeting.participants} == {"Carmela Zahra", "Giorgi Lomidze"}
    assert len(meeting.evidence) >= 3
