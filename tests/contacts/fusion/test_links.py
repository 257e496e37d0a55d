"""What was put off, and what took its place."""

from contacts.fusion.links import instead
from contacts.fusion.values import values
from tests.contacts.fusion.told import told

PUT_OFF = "visit cancelled COD-VAT 2022-07-02..2022-07-05 | Kinshasa COD | Francis VAT visitor (pope) | 2022-06-10"
LATER = "visit occurred COD-VAT 2023-01-31..2023-02-03 | Kinshasa COD | Pope Francis VAT visitor | 2023-02-03"


def found(*lines):
    first, *others = [values([told(line, key=n)]) for n, line in enumerate(lines)]
    forward = instead(first, others)
    assert instead(first, others[::-1]) == forward
    return forward and forward.key


def test_the_later_date_of_what_was_put_off():
    assert found(PUT_OFF, LATER) == 1
    assert found(PUT_OFF, LATER.replace("occurred", "planned")) == 1


def test_the_next_one_took_its_place_and_not_the_one_after():
    assert found(PUT_OFF, LATER.replace("2023", "2022").replace("01-31..2022-02-03", "11-05"), LATER) == 1


def test_not_what_was_before_or_much_later_or_of_others_or_called_off_too():
    assert found(PUT_OFF, LATER.replace("2023", "2022")) is None
    assert found(PUT_OFF, LATER.replace("2023", "2024")) is None
    assert found(PUT_OFF, LATER.replace("Pope Francis", "Pietro Parolin")) is None
    assert found(PUT_OFF, LATER.replace("occurred", "cancelled")) is None
    assert found(PUT_OFF, LATER.replace("visit occurred", "call occurred")) is None
    assert found(PUT_OFF, LATER.replace("COD-VAT", "SSD-VAT")) is None


def test_only_what_was_cancelled_points_on():
    assert found(PUT_OFF.replace("cancelled", "denied"), LATER) is None
    assert found(PUT_OFF.replace("2022-07-02..2022-07-05", "?"), LATER) is None
