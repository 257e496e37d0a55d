"""Spellings of one name, and names of two people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.fusion.names import SAME, alike

ONE = """
Kim Jong-un | Kim Jong Un
Kim Jong Un | Kim Jongun
Ban Ki-moon | Ban Ki Moon
Shinzo Abe | Abe Shinzō
Qin Gang | Gang Qin
Trần Đại Quang | Tran Dai Quang
Lars Løkke Rasmussen | Lars Lokke Rasmussen
Recep Tayyip Erdoğan | Recep Tayyip Erdogan
Luiz Inácio Lula da Silva | Lula da Silva
Nicolás Maduro Moros | Nicolas Maduro
John F. Kerry | John Kerry
J. Kerry | John Kerry
Kerry | John Kerry
Muammar Gaddafi | Moammar Kadhafi
Mu'ammar al-Qaddafi | Muammar Gaddafi
Abdel Fattah al-Sisi | Abdul Fatah El-Sissi
Anwar Sadat | Anwar el-Sadat
Yasser Arafat | Yasir Arafat
Hassan Rouhani | Hasan Ruhani
Nour al-Din Bedoui | Noureddine Bedoui
Mahmoud Abbas | Mahmud Abbas
Volodymyr Zelensky | Volodymyr Zelenskyy
Alexander Lukashenko | Aliaksandr Lukashenka
Sergei Lavrov | Sergey Lavrov
Dmitry Medvedev | Dmitri Medvedev
Binyamin Netanyahu | Benjamin Netanyahu
Mohammed bin Salman | Mohamed bin Salman Al Saud
Ri Yong Ho | Ri Yong-ho
Park Geun-hye | Pak Geun Hye
Sheikh Tamim bin Hamad Al Thani | Tamim bin Hamad al-Thani
"""
TWO = """
Kim Jong Un | Kim Jong Il
Kim Yong Nam | Kim Yong Chol
Ri Yong Ho | Ri Yong Gil
Park Geun-hye | Park Chung-hee
Moon Jae-in | Moon Chung-in
Wang Yi | Wang Yang
Wang Yi | Wang Qishan
Li Keqiang | Li Qiang
Xi Jinping | Li Keqiang
Hu Jintao | Wen Jiabao
Tran Dai Quang | Tran Duc Luong
Bill Clinton | Hillary Clinton
Raúl Castro | Fidel Castro
Sergei Lavrov | Sergei Ivanov
Mahmoud Abbas | Mahmoud Ahmadinejad
Ali Khamenei | Ali Larijani
Mohammed bin Zayed | Mohammed bin Salman
Khalifa bin Zayed | Khalifa bin Hamad
Abdullah Gul | Abdullah Abdullah
Jean-Yves Le Drian | Jean-Pierre Raffarin
Antonio Costa | António Guterres
Emomali Rahmon | Rustam Emomali
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [tuple(name.strip() for name in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize("one, other", pairs(ONE))
def test_spellings_of_one_name_are_alike(one, other):
    assert alike(one, other) >= SAME


@pytest.mark.parametrize("one, other", pairs(TWO))
def test_names_of_two_people_are_not(one, other):
    assert alike(one, other) < SAME


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_stands_in_a_name_the_answer_is_the_same_both_ways(one, other):
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1
