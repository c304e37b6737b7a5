"""Decider, linker and confidence trained together, from the material and from lessons of a ledger, into one folder."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from foedus.learning.corpus.material import Lesson, dev_lessons, lessons
from foedus.learning.decider.material import passages
from foedus.learning.decider.rows import Seen, see
from foedus.learning.telling import Say
from foedus.model.errors import InputError
from foedus.reader.confidence import FILE as CONFIDENCE
from foedus.reader.confidence import load_confidence
from foedus.reader.deciding.model import FOLDER as DECIDER
from foedus.reader.deciding.model import write_model
from foedus.reader.linker.model import FOLDER as LINKER
from foedus.reader.read import Reader

_TELL_EVERY = 1000
_NEEDED = ("lightgbm", "scipy")


def check_libraries() -> None:
    """InputError where the libraries that training needs are not installed."""
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        raise InputError(f"training needs {' and '.join(missing)}: pip install 'foedus[learn]'")


def train_into(folder: Path, material: Path, own: Sequence[Lesson], say: Say) -> int:
    """Train all models into a folder that has its origin card already; `own` are lessons of the parts train and dev.

    How many lessons of the material took part. The levels of confidence stay those of the shipped model, so that one
    level holds for all claims of a ledger, whoever read them.
    """
    from foedus.learning import confidence  # noqa: PLC0415 - lightgbm and scipy are an extra
    from foedus.learning.decider.train import train as train_decider  # noqa: PLC0415 - as above
    from foedus.learning.linker.material import told  # noqa: PLC0415 - as above
    from foedus.learning.linker.rows import lay  # noqa: PLC0415 - as above
    from foedus.learning.linker.train import train as train_linker  # noqa: PLC0415 - as above

    found = list(_seen(chain(lessons(material), own), say))
    say(f"{len(found)} texts parsed")
    training = [one for one in found if one.passage.lesson.part == "train"]
    dev = [one for one in found if one.passage.lesson.part == "dev"]
    write_model(train_decider(training, dev, say), folder / DECIDER)
    say("the decider is trained")
    train_linker(lay(told(one) for one in found), folder / LINKER, say)
    say("the linker is trained")
    shipped = load_confidence()
    (folder / CONFIDENCE).write_bytes((files("foedus") / "data" / CONFIDENCE).read_bytes())
    own_dev = [one for one in own if one.part == "dev"]
    signed = confidence.reads([*dev_lessons(material), *own_dev], Reader.choosing({}, models=folder))
    model = confidence.fitted(signed)._replace(default=shipped.default, sure=shipped.sure)
    confidence.write(model, folder / CONFIDENCE)
    load_confidence.cache_clear()
    say("the confidence is fitted")
    return len(found) - len(own)


def _seen(some: Iterator[Lesson], say: Say) -> Iterator[Seen]:
    for number, passage in enumerate(passages(some), 1):
        yield see(passage)
        if number % _TELL_EVERY == 0:
            say(f"{number} texts parsed so far")
