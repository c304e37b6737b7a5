"""The example notebook runs from its first cell to its last, and its questions have answers."""

import nbformat
from nbclient import NotebookClient

from tests.docs.pages import ROOT

NOTEBOOK = ROOT / "docs" / "examples" / "parquet.ipynb"


def test_the_notebook_answers_its_questions() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]  # half of nbformat has types
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    said = ["".join(out.get("text", "") for out in cell.get("outputs", ())) for cell in notebook.cells]
    kinds, supplied, denied, against = (text for text in said if text)
    assert "transfer" in kinds
    assert "RUS" in supplied
    assert "delivered" in supplied
    assert "denies" in denied
    assert all(column in against for column in ("ordered", "delivered_by"))
    assert not any("0 rows" in text for text in said)


def test_the_notebook_is_kept_without_what_it_answered() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]  # half of nbformat has types
    assert all(not cell.get("outputs") for cell in notebook.cells)
