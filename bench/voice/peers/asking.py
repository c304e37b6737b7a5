"""Peers asked in the environments where they are installed."""

import json
import subprocess
from collections.abc import Sequence
from typing import NamedTuple

from bench.accuracy.corpus import ROOT
from bench.voice.peers.listed import PEERS
from bench.voice.peers.peer import Peer, Target, Told
from bench.voice.rows import Row
from foedus.model.errors import InputError


class Asked(NamedTuple):
    """A peer, the version that was asked, and what it told by row id."""

    peer: Peer
    version: str
    told: dict[str, Told]


def ask(pythons: Sequence[str], rows: Sequence[Row]) -> list[Asked]:
    """Every peer that one of the Pythons has, each in the first that has it; InputError where one cannot be run."""
    by_package: dict[str, Asked] = {}
    for python in pythons:
        for asked in _of_environment(python, rows):
            by_package.setdefault(asked.peer.package, asked)
    return [by_package[peer.package] for peer in PEERS if peer.package in by_package]


def missing(asked: Sequence[Asked]) -> list[str]:
    """Which peers no environment has, one line each."""
    there = {one.peer.package for one in asked}
    return [f"{peer.package} is not installed: bench/voice/README.md" for peer in PEERS if peer.package not in there]


def _of_environment(python: str, rows: Sequence[Row]) -> list[Asked]:
    targets = json.dumps([Target(row.lang, row.document.text, row.start, row.end) for row in rows])
    command = [python, "-m", "bench.voice.peers.child"]
    try:
        done = subprocess.run(command, cwd=ROOT, input=targets, capture_output=True, text=True, check=False)
    except OSError as error:
        raise InputError(f"{python} cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise InputError(f"the peers of {python} cannot be run: {said[-1] if said else 'no message'}")
    peers = {peer.package: peer for peer in PEERS}
    return [
        Asked(peers[package], version, {row.id: Told(*one) for row, one in zip(rows, told, strict=True)})
        for package, version, told in json.loads(done.stdout)
    ]
