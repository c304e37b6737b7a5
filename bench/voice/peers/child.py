"""The peers of one environment over targets: run by `asking`, in that environment's own Python.

Reads a JSON list of targets, writes a JSON list: package, version and what it told of each target of its language.
"""

import json
import sys

from bench.voice.peers.listed import PEERS
from bench.voice.peers.peer import Target, Told


def main() -> None:
    """Only the answer goes to standard output, whatever the systems print."""
    out, sys.stdout = sys.stdout, sys.stderr
    targets = [Target(*fields) for fields in json.load(sys.stdin)]
    answers = []
    for peer in PEERS:
        if peer.version:
            tells = peer.load()
            told = [tells(target) if target.lang == peer.lang else Told() for target in targets]
            answers.append([peer.package, peer.version, told])
    json.dump(answers, out)


if __name__ == "__main__":
    main()
