"""DOCX and ODT files to text: their XML streamed out of the ZIP and read element by element, never as a whole tree.

python-docx and odfdo build trees of all parts and know neither insertions under review nor footnotes (the first), so
both make the tests' files, and lxml reads here.
"""
