"""One filled world for the tests of issue 7's pages, put straight into the running program's database once.

Iceland and Malta have 400 contacts. Of one meeting of Luxembourg and Slovenia three outlets tell, and they disagree; a
fourth may mean it too. In New Zealand three names may be one person's or two. The samples have journeys and posts.
"""

from __future__ import annotations

from functools import cache

from tests.running.processes import Program

CROWD = "/pairs/ISL-MLT/"
TALKS = "Luc Weber of Luxembourg and Maja Kranjc of Slovenia held talks in Ljubljana on Monday."

FILL = f"""
from datetime import date
from tests import make
from tests.contacts import many

many.contacts(400, "ISL", "MLT")
who = [make.person("Luc Weber", "LUX", "foreign minister"), make.person("Maja Kranjc", "SVN", "foreign minister")]

def talks(outlet, **values):
    found = dict(place=dict(text="Ljubljana", country="SVN"), countries=["LUX", "SVN"], participants=who)
    text = {TALKS!r} + " Printed by " + outlet + "."
    article = make.article(text, outlet=outlet, title=outlet + " on the talks")
    return make.report(article, evidence=[[0, {len(TALKS)}]], **found | values)

first = talks("Moselle Mail")
talks("Sava Standard", status="denied", place=dict(text="Maribor", country="SVN"))
talks("Alpine Agency", place=None)
talks("Karst Courier", day="2020-05-05", place=dict(text="Luxembourg", country="LUX"))
for month, name in enumerate(("Aroha Ngata", "Alan Ngata", "A. Ngata"), 1):
    make.report(day=f"2019-0{{month}}-04", countries=["EU", "NZL"], place=dict(text="Auckland", country="NZL"),
                participants=[make.person(name, "NZL", "minister")])
print("contact", first.source.contact_id)
"""


@cache
def fill(program: Program) -> str:
    """Fill the program, the first time that it is asked for. Gives the address of the contact in dispute."""
    said = program.manage("shell", "--command", FILL)
    key = next(line.split()[1] for line in said.splitlines() if line.startswith("contact "))
    return f"/contacts/{key}/"
