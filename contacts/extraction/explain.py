"""What ``manage.py extract --explain`` prints: for each contact where its values came from, for each trigger not
used why not."""

from __future__ import annotations


def explanation(name: str, doc) -> str:
    lines = [f"{name}: {len(doc._.records)} contacts"]
    for number, record in enumerate(doc._.records, 1):
        lines += ["", *_record(number, record, doc)]
    unused = [trigger for trigger in doc._.triggers if trigger.blocked]
    if unused:
        lines += ["", "Triggers not used:"]
        lines += [f"  {doc[t.head].text!r} ({t.kind}) in “{_around(doc, t.head)}”: {t.blocked}" for t in unused]
    return "\n".join(lines)


def _record(number: int, record, doc) -> list[str]:
    where = record.explain
    lines = [
        f"{number}. {record.kind} {record.status} {'-'.join(record.countries)}  confidence {record.confidence:.2f}",
        f"   trigger: {where.get('trigger', '')!r}, pattern: {where.get('pattern', '')}, "
        f"sides: {where.get('sides', '')}",
    ]
    if ";" in (told := where.get("tellings", "")):
        lines.append(f"   told by: {told}")
    for person in record.participants:
        shown = person.name or "(nobody named)"
        basis = f" ({person.basis})" if person.basis else "" if person.name else " (the party that is named)"
        lines.append(f"   {person.role}: {shown}, {person.country}{basis}, {person.title or 'no title'}")
    start, end, basis = record.date.start, record.date.end, record.date.basis
    days = f"{start} to {end} ({record.date.precision})" if start else "unknown"
    lines.append(f"   date: {days}" + (f", from “{basis}”, {where.get('date', '')}" if start else ""))
    place = f"{record.place.text} ({record.place.country}), {where.get('place', '')}" if record.place else "not told"
    lines.append(f"   place: {place}")
    cause = f"“{doc.text[slice(*record.status_span)]}”" if record.status_span else "the tense alone"
    lines.append(f"   status: {record.status}, from {cause}")
    lines += [f"   evidence: “{' '.join(doc.text[start:end].split())}”" for start, end in record.evidence]
    return lines


def _around(doc, index: int) -> str:
    return " ".join(doc[max(0, index - 6) : index + 7].text.split())
