"""Takes a file attached to a PDF out of it, with the standard library only.

It follows the file from its last `startxref` to the catalogue and the tree of embedded files, so
what it finds is what a reader would show, not a leftover of an earlier revision.
"""

import re
import zlib

SPACE = b"\0\t\n\f\r "
DELIMITER = b"()<>[]{}/%"
NUMBER = re.compile(rb"[+-]?(\d+\.?\d*|\.\d+)")
REFERENCE = re.compile(rb"(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>\[\]{}/%])")
WORDS = {b"true": True, b"false": False, b"null": None}
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
MAX_DEPTH = 64


class PdfError(Exception):
    """The file is no PDF, or it has no such attachment."""


class Name(str):
    """A PDF name, told apart from a string."""


class Reference(tuple):
    """A reference to an indirect object: (number, generation)."""


class Stream:
    """A dictionary and the bytes that follow it, still encoded."""

    def __init__(self, head, raw):
        self.head, self.raw = head, raw


class Lexer:
    """Reads PDF objects out of bytes."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def skip(self):
        """Skips white space and comments."""
        while self.at < len(self.data):
            byte = self.data[self.at]
            if byte == 0x25:
                while self.at < len(self.data) and self.data[self.at] not in b"\r\n":
                    self.at += 1
            elif byte in SPACE:
                self.at += 1
            else:
                return

    def word(self):
        """Returns the regular characters up to the next delimiter or space."""
        self.skip()
        start = self.at
        while self.at < len(self.data) and self.data[self.at] not in SPACE + DELIMITER:
            self.at += 1
        return self.data[start : self.at]

    def expect(self, word):
        """Reads a keyword, or fails."""
        self.skip()
        if not self.data.startswith(word, self.at):
            raise PdfError(f"expected {word.decode()} at byte {self.at}")
        self.at += len(word)

    def read(self, depth=0):
        """Reads one object."""
        if depth > MAX_DEPTH:
            raise PdfError("objects nest too deeply")
        self.skip()
        rest = self.data[self.at : self.at + 2]
        if rest == b"<<":
            return self.dictionary(depth)
        if rest[:1] == b"<":
            return self.hexadecimal()
        if rest[:1] == b"(":
            return self.literal()
        if rest[:1] == b"[":
            return self.array(depth)
        if rest[:1] == b"/":
            self.at += 1
            raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), self.word())
            return Name(raw.decode("utf-8", "replace"))
        return self.scalar()

    def scalar(self):
        """Reads a reference, a number or a keyword."""
        reference = REFERENCE.match(self.data, self.at)
        if reference:
            self.at = reference.end()
            return Reference((int(reference[1]), int(reference[2])))
        start, word = self.at, self.word()
        if NUMBER.fullmatch(word):
            return float(word) if b"." in word else int(word)
        if word in WORDS:
            return WORDS[word]
        raise PdfError(f"no object at byte {start}")

    def dictionary(self, depth):
        """Reads a dictionary."""
        self.at += 2
        found = {}
        while True:
            self.skip()
            if self.data.startswith(b">>", self.at):
                self.at += 2
                return found
            key = self.read(depth + 1)
            if not isinstance(key, Name):
                raise PdfError(f"a dictionary's key is no name at byte {self.at}")
            found[key] = self.read(depth + 1)

    def array(self, depth):
        """Reads an array."""
        self.at += 1
        found = []
        while True:
            self.skip()
            if self.data.startswith(b"]", self.at):
                self.at += 1
                return found
            found.append(self.read(depth + 1))

    def hexadecimal(self):
        """Reads a hexadecimal string."""
        end = self.data.find(b">", self.at)
        if end < 0:
            raise PdfError("a string has no end")
        digits = bytes(b for b in self.data[self.at + 1 : end] if b not in SPACE)
        self.at = end + 1
        try:
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        except ValueError as error:
            raise PdfError("a hexadecimal string holds something else") from error

    def literal(self):
        """Reads a string in parentheses."""
        self.at += 1
        out, open_ = bytearray(), 1
        while self.at < len(self.data):
            byte = self.data[self.at : self.at + 1]
            self.at += 1
            if byte == b"\\":
                out += self.escape()
                continue
            open_ += (byte == b"(") - (byte == b")")
            if open_ == 0:
                return bytes(out)
            out += byte
        raise PdfError("a string has no end")

    def escape(self):
        """Reads what follows a backslash within a string."""
        octal = re.compile(rb"[0-7]{1,3}").match(self.data, self.at)
        if octal:
            self.at = octal.end()
            return bytes([int(octal[0], 8) & 255])
        byte = self.data[self.at : self.at + 1]
        self.at += 1
        if byte == b"\r" and self.data[self.at : self.at + 1] == b"\n":
            self.at += 1
        return b"" if byte in (b"\r", b"\n") else ESCAPES.get(byte, byte)


class Pdf:
    """The objects of a PDF as its newest revision has them."""

    def __init__(self, data):
        self.data, self.places, self.trailer = data, {}, {}
        last = data.rfind(b"startxref")
        if not data.startswith(b"%PDF-") or last < 0:
            raise PdfError("no PDF")
        at, seen = Lexer(data, last + 9).read(), set()
        while isinstance(at, int) and at not in seen:
            seen.add(at)
            at = self.section(at)

    def section(self, at):
        """Reads one cross-reference section and returns where the previous one is."""
        lexer = Lexer(self.data, at)
        lexer.skip()
        if self.data.startswith(b"xref", lexer.at):
            head = self.table(lexer)
        else:
            stream = self.indirect(at)
            if not isinstance(stream, Stream):
                raise PdfError("no cross-reference where the file says there is one")
            head = stream.head
            self.table_of_stream(head, self.decoded(stream))
        self.trailer = {**head, **self.trailer}
        if isinstance(head.get("XRefStm"), int):
            self.section(head["XRefStm"])
        return head.get("Prev")

    def table(self, lexer):
        """Reads a cross-reference table and returns its trailer."""
        lexer.expect(b"xref")
        while True:
            lexer.skip()
            if self.data.startswith(b"trailer", lexer.at):
                lexer.at += 7
                return lexer.read()
            first, count = lexer.read(), lexer.read()
            for number in range(first, first + count):
                offset, _, kind = int(lexer.word()), lexer.word(), lexer.word()
                if kind == b"n":
                    self.places.setdefault(number, ("at", offset))
                else:
                    self.places.setdefault(number, None)

    def table_of_stream(self, head, rows):
        """Reads the rows of a cross-reference stream."""
        widths = head["W"]
        index = head.get("Index") or [0, head["Size"]]
        at = 0
        for first, count in zip(index[::2], index[1::2]):
            for number in range(first, first + count):
                fields = []
                for width in widths:
                    fields.append(int.from_bytes(rows[at : at + width], "big"))
                    at += width
                kind = fields[0] if widths[0] else 1
                place = {1: ("at", fields[1]), 2: ("in", fields[1], fields[2])}.get(kind)
                self.places.setdefault(number, place)

    def indirect(self, at):
        """Reads the indirect object at a byte."""
        lexer = Lexer(self.data, at)
        lexer.word(), lexer.word()
        lexer.expect(b"obj")
        found = lexer.read()
        lexer.skip()
        if not isinstance(found, dict) or not self.data.startswith(b"stream", lexer.at):
            return found
        start = lexer.at + 6
        start += 2 if self.data.startswith(b"\r\n", start) else 1
        length = self.get(found.get("Length"))
        if not isinstance(length, int) or length < 0 or start + length > len(self.data):
            raise PdfError(f"a stream at byte {at} has no valid length")
        return Stream(found, self.data[start : start + length])

    def get(self, entry, depth=0):
        """Follows references to the object itself."""
        if not isinstance(entry, Reference):
            return entry
        if depth > MAX_DEPTH:
            raise PdfError("references run in a circle")
        place = self.places.get(entry[0])
        if place is None:
            return None
        if place[0] == "at":
            return self.get(self.indirect(place[1]), depth + 1)
        holder = self.get(Reference((place[1], 0)), depth + 1)
        rows = self.decoded(holder)
        head = Lexer(rows)
        pairs = [(head.read(), head.read()) for _ in range(self.get(holder.head["N"]))]
        offset = dict(pairs).get(entry[0])
        if offset is None:
            return None
        return Lexer(rows, self.get(holder.head["First"]) + offset).read()

    def decoded(self, stream):
        """Returns the bytes of a stream without its filters."""
        filters = self.get(stream.head.get("Filter")) or []
        filters = filters if isinstance(filters, list) else [filters]
        if any(self.get(f) != "FlateDecode" for f in filters):
            raise PdfError(f"a stream has a filter other than FlateDecode: {filters}")
        parameters = self.get(stream.head.get("DecodeParms")) or {}
        parameters = parameters if isinstance(parameters, list) else [parameters] * len(filters)
        data = stream.raw
        for place in range(len(filters)):
            try:
                data = zlib.decompress(data)
            except zlib.error as error:
                raise PdfError("a stream can't be decompressed") from error
            chosen = self.get(parameters[place]) if place < len(parameters) else None
            if (chosen or {}).get("Predictor", 1) > 1:
                data = unpredicted(data, chosen.get("Columns", 1))
        return data

    def attached(self, wanted):
        """Returns the bytes of the one attachment that has this name."""
        root = self.get(self.trailer.get("Root")) or {}
        names = self.get(root.get("Names")) or {}
        found = []
        for file in self.leaves(self.get(names.get("EmbeddedFiles")) or {}):
            name = self.get(file.get("UF")) or self.get(file.get("F")) or b""
            if text(name) == wanted:
                streams = self.get(file.get("EF")) or {}
                found.append(self.get(streams.get("UF") or streams.get("F")))
        if len(found) != 1 or not isinstance(found[0], Stream):
            raise PdfError(f"{len(found)} attachments are named {wanted}, expected one")
        return self.decoded(found[0])

    def leaves(self, node, depth=0):
        """Yields the file specifications of a name tree."""
        if depth > MAX_DEPTH:
            raise PdfError("the tree of attachments is too deep")
        for file in (self.get(node.get("Names")) or [])[1::2]:
            yield self.get(file) or {}
        for kid in self.get(node.get("Kids")) or []:
            yield from self.leaves(self.get(kid) or {}, depth + 1)


def unpredicted(data, columns):
    """Undoes the PNG predictors of one-byte samples, those that cross-reference streams use."""
    before, out = bytes(columns), bytearray()
    for start in range(0, len(data), columns + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + columns])
        for at, byte in enumerate(row):
            left = row[at - 1] if at else 0
            if kind == 1:
                row[at] = (byte + left) & 255
            elif kind == 2:
                row[at] = (byte + before[at]) & 255
            elif kind == 3:
                row[at] = (byte + (left + before[at]) // 2) & 255
            elif kind == 4:
                row[at] = (byte + paeth(left, before[at], before[at - 1] if at else 0)) & 255
        before = bytes(row)
        out += row
    return bytes(out)


def paeth(left, up, corner):
    """Returns the neighbour that is nearest to left + up - corner."""
    guess = left + up - corner
    return min((abs(guess - near), at, near) for at, near in enumerate((left, up, corner)))[2]


def text(raw):
    """Returns a PDF text string as text."""
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def attachment(path, name):
    """Returns the bytes of the attachment `name` of the PDF at `path`."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        return Pdf(data).attached(name)
    except PdfError:
        raise
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise PdfError(f"the file's structure is damaged: {error!r}") from error
