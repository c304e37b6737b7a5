"""Importing this loads the shipped reader with all its languages: a crew is forked from a process that imports it."""

import gc

from foedus.model.document import make_document
from foedus.reader.read import READABLE, Reader
from foedus.reader.sieve import Sieve

Sieve.load(READABLE)
for _lang in sorted(READABLE):
    # a text that is parsed: models are loaded when they are first needed
    Reader.load().taken_apart(make_document("OTAN NATO НАТО.", lang=_lang), sift=False)
gc.freeze()
