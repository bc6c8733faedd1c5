"""Bytes to text: which encoding, and is it text at all.

Order: byte-order mark, strict UTF-8, UTF-16 without a mark, what the document itself
declares, Windows-1252, and only then a guess by statistics. Bytes that are valid
UTF-8 and not ASCII are UTF-8 for all practical purposes, so a wrong declaration does
no harm. Windows-1252 stands for ISO 8859-1 too (WHATWG Encoding Standard): the
two differ only where ISO 8859-1 has control codes.
"""

import codecs
import re

from summarise.errors import ReadError

_SAVE_AS_TEXT = "save it as .txt or .html first"

# First bytes of what people take for text files. (marker, what it is)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"ID3", "an audio file"),
    (b"OggS", "a media file"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_ZIP = b"PK\x03\x04"
_ZIP_CONTENTS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt)"),
    (b"application/epub+zip", "an e-book (.epub)"),
)
_SNIFFED = 65_536

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})["']""")
_DECLARED_WITHIN = 4096

# What Windows-1252 has above ASCII that an English newspaper prints; letters with accents come on top.
_PRINTED = frozenset("€‚„…†‡‰‹‘’“”•–—™› ¡¢£¥§©«®°±²³´·¹º»¼½¾¿×÷­¨ªµ¶")
# Signs of the wrong code page: "donÕt" and "ÒNo" (Mac Roman taken for Windows), "caf‚", "œ5", "ú5" (DOS).
_MISPLACED = re.compile(
    r"[a-z][À-ÖØ-ÞŠŒŽŸ](?:[a-z]|\b)|[a-z][‚„†‡ˆ‰‹](?:[a-z]|\b)|[œú]\d|\bÒ[A-Z][a-z]|[.,!?]Ó"
)
_MOST_FOREIGN = 0.15  # of all characters
_FEW_FOREIGN = 8  # in a short text
_MOST_BROKEN = 0.005
# Windows, old Mac, DOS: whichever puts letters and signs where English has them. Statistics need more text
# than a few accents, so they choose only among the rest.
_LIKELY_LEGACY = ("cp1252", "mac_roman", "cp850")
_OTHER_LEGACY = [
    "mac_roman",
    "cp850",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "koi8_r",
    "big5",
    "gb18030",
    "shift_jis",
]


def decode(data: bytes, place: str, *, html: bool = False) -> str:
    """The text of a file, without its byte-order mark and otherwise untouched (line ends too).

    Args:
        data: all bytes of the file.
        place: name of the file, for messages.
        html: whether a charset declared in the document counts.

    Raises:
        ReadError: the bytes are no text, or their encoding cannot be told.
    """
    refuse_binary(data, place)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, place)
    unmarked = unmarked_utf16(data)
    if unmarked is not None:
        return _strict(data, unmarked, place)
    if b"\x00" in data:
        raise ReadError(
            f"it is not text: a NUL byte at offset {data.index(0)}", place=place, hint=_SAVE_AS_TEXT
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, place, html=html)


def refuse_binary(data: bytes, place: str) -> None:
    """Raise `ReadError` naming the type when the first bytes are those of a known binary format."""
    kind = next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)
    if data.startswith(_ZIP):
        head = data[:_SNIFFED]
        kind = next((name for part, name in _ZIP_CONTENTS if part in head), "a zip archive")
    # "ID3 is ..." and "RIFF ..." may open a text; binary files have bytes that no text has.
    if kind is not None and (len(data) < 5 or not _is_plain(data[:64])):
        raise ReadError(f"it is {kind}, not text", place=place, hint=_SAVE_AS_TEXT)
    if kind is not None and data.startswith((b"%PDF-", b"{\\rtf1")):
        raise ReadError(f"it is {kind}, not text", place=place, hint=_SAVE_AS_TEXT)


def unmarked_utf16(data: bytes) -> str | None:
    """The UTF-16 that English text is in when its bytes alternate with NULs, else None."""
    sample = data[:1000]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4:
        return None
    half = len(sample) / 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, when that is what `data` begins in, else None."""
    marked = next((encoding for mark, encoding in _MARKS[1:] if data.startswith(mark)), None)
    return marked or unmarked_utf16(data)


def _is_plain(data: bytes) -> bool:
    return all(32 <= byte < 127 or byte in b"\t\r\n\f" for byte in data)


def _strict(data: bytes, encoding: str, place: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"it is marked as {encoding.upper()} but breaks off or is damaged at byte {error.start}",
            place=place,
            hint="save it again as UTF-8",
        ) from None


def _legacy(data: bytes, place: str, *, html: bool) -> str:
    if html:
        head = data[:_DECLARED_WITHIN]
        declared = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
        if declared is not None and (text := _as_declared(data, declared[1].decode("ascii"))) is not None:
            return text
    damaged = data.decode("utf-8", errors="replace")
    replaced = damaged.count("\ufffd")
    if sum(ord(letter) > 127 for letter in damaged) > 3 * replaced:
        # UTF-8 with a few broken bytes: bytes of another encoding hardly ever form whole UTF-8 characters.
        # What is broken shows as U+FFFD, the rest is safe.
        return damaged
    for encoding in _LIKELY_LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_english(text):
            return text
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_OTHER_LEGACY).best()
    if best is not None and _reads_as_english(guess := str(best)):
        return guess
    if replaced <= _MOST_BROKEN * len(damaged):
        return damaged
    raise ReadError("its encoding cannot be told", place=place, hint="save it as UTF-8")


def _as_declared(data: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
        if codec in ("iso8859-1", "ascii", "latin-1"):
            codec = "cp1252"
        return None if codec.startswith(("utf-8", "utf-7", "utf-16", "utf-32")) else data.decode(codec)
    except (LookupError, UnicodeError, ValueError):
        return None


def _reads_as_english(text: str) -> bool:
    """True when what is not ASCII looks like what English newspapers print, in places where they print it."""
    foreign = [letter for letter in text if ord(letter) > 127]
    return (
        len(foreign) <= max(_FEW_FOREIGN, _MOST_FOREIGN * len(text))
        and all(letter in _PRINTED or letter.isalpha() for letter in foreign)
        and _MISPLACED.search(text) is None
    )
