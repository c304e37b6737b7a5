"""PDF files to text: glyphs with their places by PDFium, reading order and paragraphs by rules of our own."""
