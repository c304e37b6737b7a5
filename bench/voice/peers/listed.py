"""The peers that are known."""

from bench.voice.peers.edsnlp import EDSNLP
from bench.voice.peers.medspacy import MEDSPACY
from bench.voice.peers.negspacy import NEGSPACY

PEERS = (NEGSPACY, MEDSPACY, EDSNLP)
