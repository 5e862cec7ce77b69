"""The editable copy of a document: a DOCX file for Word and LibreOffice; does not import Qt."""
