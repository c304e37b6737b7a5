"""What a run of the careful reader will ask, found out before anything is asked: so that it has a price."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from foedus.careful.request import Request
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.model.document import Document


@dataclass
class Planned:
    """Items that are read in this run, in their order, and the requests that they still need.

    Counts are of documents: `asked` need an answer, `stored` have all of theirs, `set_aside` are not worth a question,
    `beyond` would be asked about had the limit not been reached, and are no items of this run.
    """

    items: list[Item] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    asked: int = 0
    stored: int = 0
    set_aside: int = 0
    beyond: int = 0


def planned(
    items: Iterable[Item],
    *,
    read_as: Callable[[str, Document], Document],
    wanted: Callable[[Document], list[Request]],
    answered: Callable[[str], bool],
    keep: Callable[[str, Document, list[Request]], None],
    max_documents: int | None,
) -> Planned:
    """The plan for all items; at most `max_documents` are asked about.

    `read_as` says as what a document of a file is read, `wanted` what is asked about one, `answered` whether a request
    has its answer; `keep` gets each document that requests are made of, as it is read, with its file. A document of
    which nothing can be asked stays: reading it says why.
    """
    plan = Planned()
    known: set[str] = set()
    for item in items:
        if isinstance(item.result, Problem):
            plan.items.append(item)
            continue
        try:
            document = read_as(item.file, item.result)
            requests = wanted(document)
        except Exception:  # whatever it is, reading meets it again and tells it, for this document alone
            plan.items.append(item)
            continue
        missing = [request for request in requests if request.id not in known and not answered(request.id)]
        if missing and max_documents is not None and plan.asked >= max_documents:
            plan.beyond += 1
            continue
        if requests:
            keep(item.file, document, requests)
        plan.items.append(item)
        plan.requests += missing
        known.update(request.id for request in missing)
        plan.asked += bool(missing)
        plan.stored += bool(requests) and not missing
        plan.set_aside += not requests
    return plan
