"""PDF files for tests, drawn line by line with reportlab."""

from collections.abc import Callable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEADING = 14


def pdf(*pages: Callable[[Canvas], None], title: str | None = None) -> bytes:
    """A file of pages, each drawn by a function."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, pageCompression=1)
    if title:
        canvas.setTitle(title)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def write(canvas: Canvas, lines: str, left: float = 72, top: float = 700, *, size: float = 11) -> float:
    """Draws lines downwards, an empty one as a gap; the height at which the next would stand."""
    canvas.setFont("Helvetica", size)
    for line in lines.strip("\n").splitlines():
        if line:
            canvas.drawString(left, top, line)
        top -= LEADING
    return top


def page(lines: str, **where: float) -> Callable[[Canvas], None]:
    """A page with these lines."""

    def draw(canvas: Canvas) -> None:
        write(canvas, lines, **where)

    return draw
