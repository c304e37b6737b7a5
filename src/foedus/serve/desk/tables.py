"""The desk's tables: users, programs' tokens, sessions, and the log of who signed in."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
)

from foedus.serve.access.who import ROLES

VERSION = 1
OUTCOMES = ("signed_in", "wrong", "slowed", "signed_out", "token_refused")
"""`slowed`: not looked at, because too many before it were wrong."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)


_AT = DateTime(timezone=True)

versions = Table("versions", metadata, Column("version", Integer, primary_key=True))

users = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password", Text),  # argon2's own form, with salt and cost; null: only tokens
    Column("made_at", _AT, nullable=False),
    Column("removed_at", _AT),  # the name stays taken: judgements bear it
    _one_of("role", ROLES),
)
Index("uq_users_folded", func.lower(users.c.name), unique=True)

tokens = Table(
    "tokens",
    metadata,
    Column("user", Text, ForeignKey("users.name"), nullable=False),
    Column("label", Text, nullable=False),
    Column("digest", Text, primary_key=True),
    Column("made_at", _AT, nullable=False),
    Column("used_at", _AT),
    UniqueConstraint("user", "label"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("user", Text, ForeignKey("users.name"), nullable=False),
    Column("address", Text, nullable=False),
    Column("made_at", _AT, nullable=False),
    Column("seen_at", _AT, nullable=False),
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("number", BigInteger, Identity(), primary_key=True),
    Column("at", _AT, nullable=False),
    Column("name", Text, nullable=False),  # as it was typed, folded: it need not be a user's
    Column("address", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    _one_of("outcome", OUTCOMES),
)
Index("ix_sign_ins_at", sign_ins.c.at)
Index("ix_sign_ins_name_at", sign_ins.c.name, sign_ins.c.at)
Index("ix_sign_ins_address_at", sign_ins.c.address, sign_ins.c.at)
