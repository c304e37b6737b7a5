"""A desk's users, their tokens and sessions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Self

from msgspec import Struct
from sqlalchemy import Connection, Engine, RowMapping, func, insert, select, update
from sqlalchemy import delete as delete_from

from foedus.ledger.stores.trouble import told
from foedus.model.errors import UnknownError, UsageError
from foedus.serve.access.who import Role, Who
from foedus.serve.desk.database import open_desk
from foedus.serve.desk.passwords import fits, hashed
from foedus.serve.desk.patience import wait
from foedus.serve.desk.tables import sessions, sign_ins, tokens, users

_TOKEN_BEGINS = "foedus_"  # noqa: S105 - lets scanners for leaked secrets know one
_IDLE, _LONGEST = timedelta(hours=12), timedelta(days=7)
"""A session ends when nothing was asked for so long, or that long after its beginning."""
_SEEN_EVERY = timedelta(minutes=1)
_LONGEST_NAME = 100


class User(Struct, frozen=True):
    """One user; `tokens` are the labels of the tokens that programs use for them."""

    name: str
    role: Role
    made_at: datetime
    tokens: tuple[str, ...]
    last_seen: datetime | None


class SignIn(Struct, frozen=True):
    """One line of the log of who signed in."""

    at: datetime
    name: str
    address: str
    outcome: str


class SlowedError(Exception):
    """Too many wrong passwords: nothing is looked at for some time."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Desk:
    """Opened with `open`, closed with `close`; may be used from several threads."""

    def __init__(self, engine: Engine, where: str, clock: Callable[[], datetime]) -> None:
        """As `open` made it."""
        self._engine = engine
        self.where = where
        self._clock = clock

    @classmethod
    def open(cls, ledger: str, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Self:
        """The desk beside a ledger; its tables are made where they are missing."""
        engine, where = open_desk(ledger)
        return cls(engine, where, clock)

    def close(self) -> None:
        """Let go of the server."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.where), self._engine.begin() as connection:
            yield connection

    def add_user(self, name: str, role: Role, password: str | None) -> None:
        """A new user; without a password only tokens let them in. A name is never given to a second person."""
        name = _fit(name)
        kept = None if password is None else hashed(password)
        with self._writing() as connection:
            known = _row(connection, name)
            if known is None:
                made = {"name": name, "role": role, "password": kept, "made_at": self._clock()}
                connection.execute(insert(users).values(made))
            elif known["removed_at"] is None:
                raise UsageError(f"{known['name']} is a user already, as {known['role']}")
            else:
                raise UsageError(f"{known['name']} was a user, and judgements may bear the name: choose another")

    def change_role(self, name: str, role: Role) -> None:
        """What the user may do from now on."""
        with self._writing() as connection:
            user = self._user(connection, name)["name"]
            connection.execute(update(users).where(users.c.name == user).values(role=role))

    def change_password(self, name: str, password: str) -> None:
        """Another password, or a first one; the user's sessions end."""
        kept = hashed(password)
        with self._writing() as connection:
            user = self._user(connection, name)["name"]
            connection.execute(update(users).where(users.c.name == user).values(password=kept))
            connection.execute(delete_from(sessions).where(sessions.c.user == user))

    def remove_user(self, name: str) -> None:
        """Nobody gets in by this name any more; what was judged under it stays."""
        with self._writing() as connection:
            user = self._user(connection, name)["name"]
            for table in (sessions, tokens):
                connection.execute(delete_from(table).where(table.c.user == user))
            gone = {"password": None, "removed_at": self._clock()}
            connection.execute(update(users).where(users.c.name == user).values(gone))

    def users(self) -> list[User]:
        """Those who may come in, by name."""
        with self._writing() as connection:
            labels: dict[str, list[str]] = {}
            for user, label in connection.execute(select(tokens.c.user, tokens.c.label).order_by(tokens.c.label)):
                labels.setdefault(user, []).append(label)
            seen = select(func.max(sessions.c.seen_at)).where(sessions.c.user == users.c.name).scalar_subquery()
            found = select(users.c.name, users.c.role, users.c.made_at, seen).where(users.c.removed_at.is_(None))
            return [
                User(name, role, made, tuple(labels.get(name, ())), last)
                for name, role, made, last in connection.execute(found.order_by(func.lower(users.c.name)))
            ]

    def make_token(self, name: str, label: str) -> str:
        """A token that lets a program in as this user; it is not kept and cannot be shown again."""
        token = _TOKEN_BEGINS + token_urlsafe(32)
        with self._writing() as connection:
            user = self._user(connection, name)["name"]
            same = select(tokens.c.label).where(tokens.c.user == user, tokens.c.label == _fit(label))
            if connection.scalar(same) is not None:
                raise UsageError(f"{user} has a token {label} already: revoke it, or choose another label")
            made = {"user": user, "label": _fit(label), "digest": _digest(token), "made_at": self._clock()}
            connection.execute(insert(tokens).values(made))
        return token

    def revoke_token(self, name: str, label: str) -> None:
        """The token lets nobody in any more."""
        with self._writing() as connection:
            user = self._user(connection, name)["name"]
            gone = delete_from(tokens).where(tokens.c.user == user, tokens.c.label == label.strip())
            if not connection.execute(gone).rowcount:
                raise UnknownError(f"{user} has no token {label}: `foedus desk users` lists them")

    def by_token(self, token: str, address: str) -> Who | None:
        """Who a program asks for; a token that is none is logged."""
        now = self._clock()
        with self._writing() as connection:
            asked = (
                select(users.c.name, users.c.role, tokens.c.digest, tokens.c.used_at)
                .join(tokens, tokens.c.user == users.c.name)
                .where(tokens.c.digest == _digest(token), users.c.removed_at.is_(None))
            )
            found = connection.execute(asked).one_or_none()
            if found is None:
                _log(connection, now, "", address, "token_refused")
                return None
            if found.used_at is None or now - found.used_at > _SEEN_EVERY:
                connection.execute(update(tokens).where(tokens.c.digest == found.digest).values(used_at=now))
            return Who(found.name, found.role)

    def sign_in(self, name: str, password: str, address: str) -> str | None:
        """A new session, None where name or password is wrong, SlowedError where too many were; all of it logged."""
        folded = _folded(name)
        with self._writing() as connection:
            left = wait(connection, folded, address, self._clock())
            if left > timedelta(0):
                _log(connection, self._clock(), folded, address, "slowed")
            user = _row(connection, name.strip())
        if left > timedelta(0):
            raise SlowedError(int(left.total_seconds()) + 1)
        # outside of any transaction: it takes a while by design
        right = fits(password, user["password"] if user is not None else None)
        return self._let_in(user if right else None, folded, address)

    def sign_in_known(self, name: str, address: str) -> str | None:
        """A new session for a user whom another service knows, None for one who is none here; logged alike."""
        with self._writing() as connection:
            user = _row(connection, name.strip())
        here = user is not None and user["removed_at"] is None
        return self._let_in(user if here else None, _folded(name), address)

    def _let_in(self, user: RowMapping | None, folded: str, address: str) -> str | None:
        now = self._clock()
        with self._writing() as connection:
            _log(connection, now, folded, address, "wrong" if user is None else "signed_in")
            if user is None:
                return None
            stale = (sessions.c.seen_at < now - _IDLE) | (sessions.c.made_at < now - _LONGEST)
            connection.execute(delete_from(sessions).where(stale))
            session = token_urlsafe(32)
            made = {
                "digest": _digest(session),
                "user": user["name"],
                "address": address,
                "made_at": now,
                "seen_at": now,
            }
            connection.execute(insert(sessions).values(made))
            return session

    def by_session(self, session: str) -> Who | None:
        """Whose session it is, if it has not ended."""
        now = self._clock()
        with self._writing() as connection:
            asked = (
                select(users.c.name, users.c.role, sessions.c.digest, sessions.c.seen_at)
                .join(sessions, sessions.c.user == users.c.name)
                .where(sessions.c.digest == _digest(session), users.c.removed_at.is_(None))
                .where(sessions.c.seen_at > now - _IDLE, sessions.c.made_at > now - _LONGEST)
            )
            found = connection.execute(asked).one_or_none()
            if found is None:
                return None
            if now - found.seen_at > _SEEN_EVERY:
                connection.execute(update(sessions).where(sessions.c.digest == found.digest).values(seen_at=now))
            return Who(found.name, found.role)

    def sign_out(self, session: str, address: str) -> None:
        """End a session."""
        with self._writing() as connection:
            gone = delete_from(sessions).where(sessions.c.digest == _digest(session)).returning(sessions.c.user)
            user = connection.scalar(gone)
            if user is not None:
                _log(connection, self._clock(), _folded(user), address, "signed_out")

    def sign_ins(self, limit: int) -> list[SignIn]:
        """The log, newest first."""
        columns = (sign_ins.c.at, sign_ins.c.name, sign_ins.c.address, sign_ins.c.outcome)
        with self._writing() as connection:
            found = connection.execute(select(*columns).order_by(sign_ins.c.number.desc()).limit(limit))
            return [SignIn(*row) for row in found]

    def _user(self, connection: Connection, name: str) -> RowMapping:
        found = _row(connection, name.strip())
        if found is None or found["removed_at"] is not None:
            raise UnknownError(f"{name} is no user of this desk: `foedus desk users` lists them")
        return found


def _row(connection: Connection, name: str) -> RowMapping | None:
    if "\0" in name or len(name) > _LONGEST_NAME:
        return None
    found = select(users).where(func.lower(users.c.name) == func.lower(name))
    return connection.execute(found).mappings().one_or_none()


def _log(connection: Connection, at: datetime, name: str, address: str, outcome: str) -> None:
    connection.execute(insert(sign_ins).values(at=at, name=name, address=address, outcome=outcome))


def _folded(name: str) -> str:
    return name.strip().lower().replace("\0", "")[:_LONGEST_NAME].encode("utf-8", "replace").decode()


def _fit(name: str) -> str:
    """A name or label that can be kept and shown in one line."""
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(f"{name!r} is no name: give up to {_LONGEST_NAME} characters in one line")
    return name


def _digest(secret: str) -> str:
    """Of 256 bits of chance nothing slower is needed."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
