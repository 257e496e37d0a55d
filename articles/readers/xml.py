"""XML of documents that strangers made: no entities, no document types, bounded depth.

The standard library's expat, told to refuse what word processors never write. (defusedxml does the same; its last
release is of 2021.)
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from articles.readers.types import Code, Unreadable

DEEPEST = 300


def parse(data: bytes, what: str = "its XML") -> Element:
    """The root element. Raises Unreadable: XML_ENTITIES for a document type with entities, DAMAGED for broken XML."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unreadable(Code.DAMAGED, f"{what} is nested too deeply")
        builder.start(_name(tag), {_name(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(tag))

    def refuse(*_) -> None:
        raise Unreadable(Code.XML_ENTITIES)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = parser.UnparsedEntityDeclHandler = parser.ExternalEntityRefHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
        return builder.close()
    except expat.ExpatError as error:
        raise Unreadable(Code.DAMAGED, f"{what} breaks off in line {error.lineno}") from None
    except (AssertionError, ValueError, LookupError):  # an empty document; an encoding that Python does not know
        raise Unreadable(Code.DAMAGED, f"{what} cannot be read") from None


def _name(expat_name: str) -> str:
    """ "uri}tag" as expat gives it, in ElementTree's form "{uri}tag"."""
    return "{" + expat_name if "}" in expat_name else expat_name
