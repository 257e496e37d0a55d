"""Made-up articles for the files: the same seed always gives the same ones, no two alike."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

_TITLES = ["Foreign minister", "Defence minister", "Deputy premier", "Special envoy", "Ambassador", "Trade secretary"]
_PEOPLE = ["Ana Ruiz", "Tomás Ibarra", "Kim Sol Mi", "Pak Yong Chol", "José Ferrer", "Lê Văn Minh", "Zoë Lindqvist"]
_PEOPLE += ["Nadège N’Dour", "Ivan Sokolov", "Miloš Horák", "Fatima al-Masri", "Ryu Jong Hwan", "Claire O’Neill"]
_LANDS = ["Cuba", "North Korea", "Vietnam", "Spain", "Senegal", "Russia", "Laos", "Angola", "Norway", "Jordan", "Peru"]
_CITIES = ["Havana", "Pyongyang", "Hanoi", "Madrid", "Dakar", "Moscow", "Vientiane", "Luanda", "Oslo", "Amman", "Lima"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_TOPICS = [
    "fisheries",
    "rice deliveries",
    "a visa agreement",
    "port fees",
    "joint exercises",
    "a hospital",
    "air routes",
]
_TOPICS += [
    "the border posts",
    "cement imports",
    "scholarships",
    "a cable under the sea",
    "the debt of the last decade",
]
_OUTLETS = ["The Harbour Wire", "Northern Gazette", "Prensa del Puerto", "Capital Observer", "Delta News Agency"]
_SENTENCES = [
    "{title} {person} of {land} arrived in {city} on {day} for {count} days of talks about {topic}.",
    "“We spoke for {count} hours and parted as friends,” said {person}, who heads the delegation from {land}.",
    "The two sides signed {count} documents on {topic}, the ministry in {city} said in a statement.",
    "A spokesman for {land} denied that {topic} had been discussed behind closed doors in {city}.",
    "{person} had last visited {city} {count} years ago, when {topic} was not yet in dispute.",
    "Officials in {city} expect a return visit by {person} before the end of the year.",
    "Earlier on {day}, the guests laid a wreath in {city} and were received by {person}.",
    "Trade between {land} and its partner grew by {count} per cent last year, mostly because of {topic}.",
    "The {title_low} thanked {person} for a warm welcome and promised progress on {topic}.",
    "According to a diplomat in {city}, {land} asked for more time to study the draft on {topic}.",
    "No date was set for the next round, but {person} mentioned {day} as a possibility.",
    "The well-known negotiator {person} joined the meeting by telephone from {city}.",
    "Observers in {land} called the visit the most important one in {count} years.",
    "Before flying home, {person} met students from {land} who live in {city}.",
    "Nobody from the embassy of {land} could be reached for comment on {day} evening.",
    "It was the {count}th meeting of the commission, which was founded in {city}.",
]
_HEADLINES = [
    "{title} of {land} in {city} for talks on {topic}",
    "{land} and partners agree on {topic} after {count} days",
    "{person} ends visit to {city} without a word on {topic}",
    "Talks on {topic} move to {city}",
    "{city} receives {title_low} {person}",
]


@dataclass
class Story:
    """An article as it should come out of its file."""

    title: str
    outlet: str
    published: date
    author: str
    paragraphs: list[str] = field(default_factory=list)
    language: str = "en"

    @property
    def url(self) -> str:
        words = "".join(c if c.isascii() and c.isalnum() else "-" for c in self.title.lower())
        return f"https://news.example/{self.published:%Y/%m/%d}/{words}"


def story(number: int, paragraphs: int = 6) -> Story:
    """The English article of this number."""
    chance = random.Random(f"story {number}")
    made = Story(
        title=_filled(chance, chance.choice(_HEADLINES)),
        outlet=chance.choice(_OUTLETS),
        published=date(2012, 1, 1) + timedelta(days=chance.randrange(4_000)),
        author=chance.choice(_PEOPLE),
    )
    for _ in range(paragraphs):
        sentences = chance.sample(_SENTENCES, chance.randint(2, 4))
        made.paragraphs.append(" ".join(_filled(chance, sentence) for sentence in sentences))
    return made


def _filled(chance: random.Random, pattern: str) -> str:
    title = chance.choice(_TITLES)
    return pattern.format(
        title=title,
        title_low=title.lower(),
        person=chance.choice(_PEOPLE),
        land=chance.choice(_LANDS),
        city=chance.choice(_CITIES),
        day=chance.choice(_DAYS),
        topic=chance.choice(_TOPICS),
        count=chance.randint(2, 60),
    )


FOREIGN = {
    "es": Story("El canciller visita Hanói", "Prensa del Puerto", date(2015, 3, 9), "Ana Ruiz", [
        "El ministro de Relaciones Exteriores llegó el martes a Hanói para una visita de tres días.",
        "Según el comunicado, ambas partes hablarán de comercio, de salud y de la cooperación agrícola.",
        "Mañana el señor Ibarra viajará a la provincia de Quảng Ninh, donde visitará una mina de carbón.",
    ], "es"),
    "fr": Story("La ministre à Dakar", "Le Courrier", date(2016, 5, 12), "Zoë Lindqvist", [
        "La ministre des Affaires étrangères a été reçue mercredi à Dakar par son homologue sénégalais.",
        "Les deux délégations ont évoqué la pêche, les visas et la dette des dix dernières années.",
    ], "fr"),
    "ru": Story("Министр прибыл в Ханой", "Северный вестник", date(2017, 9, 4), "Иван Соколов", [
        "Министр иностранных дел прибыл во вторник в Ханой с трёхдневным визитом.",
        "По словам посла, стороны обсудят торговлю, рыболовство и обмен студентами.",
    ], "ru"),
    "zh": Story("外交部长访问河内", "港口日报", date(2018, 2, 6), "王明", [
        "外交部长星期二抵达河内，开始为期三天的访问。双方将讨论贸易和渔业合作问题。",
        "大使表示，两国关系在过去十年中不断发展，合作领域日益广泛，成果显著。",
    ], "zh"),
    "pl": Story("Minister złożył wizytę w Hanoi", "Kurier Portowy", date(2014, 11, 3), "Miloš Horák", [
        "Minister spraw zagranicznych przybył we wtorek do Hanoi z trzydniową wizytą oficjalną.",
        "Rozmowy dotyczyły współpracy gospodarczej, rybołówstwa oraz wymiany studentów między uczelniami.",
    ], "pl"),
    "ko": Story("외무상 하노이 방문", "북방신문", date(2019, 3, 1), "박영철", [
        "외무상이 화요일 하노이에 도착하여 사흘간의 방문을 시작하였다. 쌍방은 무역과 수산 문제를 토의하였다.",
        "대사는 두 나라 관계가 지난 십 년 동안 계속 발전하여 왔다고 말하였다.",
    ], "ko"),
}  # fmt: skip
