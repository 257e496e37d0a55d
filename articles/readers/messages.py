"""The plain words for everything that can be wrong with a file: why, and what to do. The one place for them."""

from __future__ import annotations

from articles.readers.types import Code

# code: (why, what to do). "{}" is the detail: a number, a kind of file, a place. " ({})" goes when there is none.
_MESSAGES: dict[Code, tuple[str, str]] = {
    Code.EMPTY: ("The file is empty.", "Save it again at its source, or paste the text."),
    Code.TOO_LARGE: ("The file is too large ({}).", "Split it, or paste only the article's text."),
    Code.TEXT_TOO_LONG: (
        "The text is too long to be one article ({}).",
        "Split it, or paste only the article you need.",
    ),
    Code.BINARY: ("This is not a text ({}).", "Give the article as text, web page, PDF, Word or mail file."),
    Code.UNSUPPORTED: (
        "Files of this kind are not read ({}).",
        "Save it as PDF, .docx or plain text, or paste the text.",
    ),
    Code.OLD_OFFICE: (
        "This is a file of an old Office version (.doc, .xls or .msg), which is not read.",
        "Open it and save it as .docx, or paste the text.",
    ),
    Code.UNKNOWN_ENCODING: (
        "The letters of this file cannot be made out.",
        "Save it as UTF-8 text, or paste the text.",
    ),
    Code.TRUNCATED: (
        "The file ends too early: a part of it is missing.",
        "Copy or download it again, then add it anew.",
    ),
    Code.DAMAGED: ("The file is damaged ({}).", "Open it in its own program and save it anew, or paste the text."),
    Code.NO_TEXT: ("There are no words in this file.", "Check that it is the right file, or paste the text."),
    Code.NO_ARTICLE: (
        "No article was found on this page, only menus and links.",
        "Open the page, mark the article, and paste it.",
    ),
    Code.PDF_ENCRYPTED: ("The PDF is locked with a password.", "Save a copy without the password, or paste the text."),
    Code.PDF_NO_TEXT: (
        "The PDF holds only pictures of pages, no text.",
        "Run text recognition (OCR) on it first, or paste the text.",
    ),
    Code.PDF_TOO_MANY_PAGES: (
        "The PDF has too many pages for one article ({}).",
        "Save only the article's pages as a PDF.",
    ),
    Code.OFFICE_ENCRYPTED: (
        "The document is locked with a password.",
        "Save a copy without the password, or paste the text.",
    ),
    Code.XML_ENTITIES: (
        "The document defines entities of its own, as attacks do and word processors never do.",
        "If you trust its source, open it and save it anew; otherwise leave it out.",
    ),
    Code.ZIP_ENCRYPTED: ("This is locked with the zip's password.", "Unpack the zip and add the files themselves."),
    Code.ZIP_BOMB: (
        "The file unpacks to far more than its size, as attacks do ({}).",
        "If you trust its source, unpack it and add the files themselves.",
    ),
    Code.ZIP_TOO_MANY: ("The zip holds too many files ({}).", "Make several smaller zips, or add the folder itself."),
    Code.ZIP_IN_ZIP: ("A zip inside a zip is not opened.", "Unpack the inner zip and add its files."),
    Code.ZIP_EMPTY: ("The zip holds no files.", "Check that it is the right one, or add the files themselves."),
    Code.TABLE_NO_ROWS: ("The table has no rows.", "Add one article a row, under a line with the columns' names."),
    Code.TABLE_TOO_WIDE: ("The table has too many columns ({}).", "Keep title, text, date, outlet and URL only."),
    Code.TABLE_DAMAGED: (
        "The table cannot be read ({}).",
        "Save it again as CSV (UTF-8), or as one JSON object a line.",
    ),
    Code.ROW_NO_TEXT: ("This row has no text.", "Fill its text column, or map another column to the text."),
    Code.TOO_SLOW: (
        "Reading was stopped, it took too long ({}).",
        "Save it in a simpler form, or paste the text.",
    ),
    Code.TOO_MUCH_MEMORY: (
        "Reading was stopped, it needs too much memory.",
        "Save it in a simpler form, or paste the text.",
    ),
    Code.CRASHED: (
        "The file broke the reader; only this file is affected.",
        "Save it in another form, or paste the text.",
    ),
}


def why(code: Code, detail: str = "") -> str:
    """What is wrong, in one sentence."""
    sentence = _MESSAGES[code][0]
    return sentence.replace("{}", detail) if detail else sentence.replace(" ({})", "")


def what_to_do(code: Code) -> str:
    """What the user can do about it, in one sentence."""
    return _MESSAGES[code][1]


def message(code: Code, detail: str = "") -> str:
    return f"{why(code, detail)} {what_to_do(code)}"
