"""The archive parts of a PDF: metadata, colour profile, exact stream ends (PDF/A-2a, PDF/UA-1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc

from outreach_app.documents.requests import IDENTIFIER

PROFILE = "sRGB IEC61966-2.1"
CREATOR = "Outreach"
PRODUCER = "ReportLab"

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part><dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:identifier>{identifier}</dc:identifier>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of a file: `language` such as ar-MA, `author` an office, never a person.

    `code` is the check code printed on its pages, which identifies the issue.
    """

    title: str
    author: str
    language: str
    issued_at: datetime
    code: str
    identity: str


# ReportLab ships no types: its classes are of unknown type to mypy.
class ArchivalStream(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream with an end of line before `endstream`. Source: ISO 19005-2, 6.1.7.1."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the stream's bytes."""
        ending = b"endstream\n"
        return bytes(super().format(document)).removesuffix(ending) + b"\n" + ending


def stream(content: bytes, entries: Mapping[str, object] | None = None) -> ArchivalStream:
    """Return a compressed stream whose dictionary has these entries."""
    made = ArchivalStream(content=content, filters=[pdfdoc.PDFZCompress])
    made.dictionary.dict.update(entries or {})
    return made


def describe(document: pdfdoc.PDFDocument, metadata: Metadata) -> None:
    """Write title, language and dates into the catalogue, the info and the XMP."""
    document.setTitle(metadata.title)
    document.setAuthor(metadata.author)
    document.setCreator(CREATOR)
    document.setProducer(PRODUCER)
    document.setSubject("")
    document.updateSignature(metadata.identity)
    stamp = _information_date(metadata.issued_at)
    document.setDateFormatter(lambda *_clock: stamp)
    catalogue = document.Catalog
    catalogue.Lang = pdfdoc.PDFString(metadata.language)
    # No Direction: with it PDFium reverses lines of the other language.
    catalogue.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    catalogue.Metadata = document.Reference(_xmp(metadata))
    add_entries(catalogue, OutputIntents=pdfdoc.PDFArray([_output_intent(document)]))


def add_entries(dictionary: pdfdoc.PDFCatalog, **entries: object) -> None:
    """Add entries to a catalogue or page that ReportLab does not write itself."""
    dictionary.__NoDefault__ = [*dictionary.__NoDefault__, *entries]
    for name, value in entries.items():
        setattr(dictionary, name, value)


def _information_date(moment: datetime) -> str:
    """Write a moment as D:20261014154000+01'00'. Source: ISO 32000-1, 7.9.4."""
    zone = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _xmp(metadata: Metadata) -> ArchivalStream:
    text = XMP.format(
        title=escape(metadata.title),
        author=escape(metadata.author),
        identifier=f"{IDENTIFIER}{metadata.code}",
        language=metadata.language,
        producer=PRODUCER,
        creator=CREATOR,
        moment=metadata.issued_at.isoformat(timespec="seconds"),
    )
    packet = ArchivalStream(content=text.encode(), filters=[])
    packet.dictionary.dict.update(Type=pdfdoc.PDFName("Metadata"), Subtype=pdfdoc.PDFName("XML"))
    return packet


def _output_intent(document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    profile = stream(_srgb(), {"N": 3})
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString(PROFILE),
            "Info": pdfdoc.PDFString(PROFILE),
            "DestOutputProfile": document.Reference(profile),
        }
    )


@cache
def _srgb() -> bytes:
    """Return the sRGB profile, its date and identity fixed for reproducible files."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07d000010001000000000000")
    profile[84:100] = bytes(16)
    return bytes(profile)
