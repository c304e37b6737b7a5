"""Files wherever Spark's file systems reach: listed, read, written whole, moved and removed, by their URLs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from foedus.scale.errors import ClusterError, told_by_spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class File(NamedTuple):
    """A file by its URL, with its size in bytes."""

    url: str
    size: int

    @property
    def name(self) -> str:
        """What stands behind the last slash."""
        return self.url.rsplit("/", 1)[-1]


class Places:
    """Hadoop's file systems, as the session is set up for them. Every method raises ClusterError with the place."""

    def __init__(self, spark: "SparkSession") -> None:
        """On an open session."""
        context = spark.sparkContext
        self._java: Any = context._jvm
        self._settings: Any = context._jsc.hadoopConfiguration()

    def qualified(self, url: str) -> str:
        """The URL in full: a path without a scheme lies on the default file system."""
        with told_by_spark(f"{url} is no place"):
            path = self._path(url)
            return str(path.getFileSystem(self._settings).makeQualified(path).toString())

    def exists(self, url: str) -> bool:
        """Whether something is there."""
        with told_by_spark(f"{url} cannot be looked at"):
            path = self._path(url)
            return bool(path.getFileSystem(self._settings).exists(path))

    def matching(self, url: str) -> list[tuple[str, bool]]:
        """What a URL with wildcards names, in order: each URL, and whether it is a folder."""
        with told_by_spark(f"{url} cannot be looked at"):
            path = self._path(url)
            found = path.getFileSystem(self._settings).globStatus(path) or []
            return sorted((str(one.getPath().toString()), bool(one.isDirectory())) for one in found)

    def file(self, url: str) -> File:
        """A file."""
        with told_by_spark(f"{url} cannot be looked at"):
            path = self._path(url)
            return File(url, int(path.getFileSystem(self._settings).getFileStatus(path).getLen()))

    def below(self, url: str) -> list[File]:
        """All files in a folder and below, in order; hidden ones (`.` or `_` before a name) are left out."""
        with told_by_spark(f"{url} cannot be listed"):
            path = self._path(url)
            return sorted(self._listed(path.getFileSystem(self._settings), path))

    def read(self, url: str) -> bytes:
        """The bytes of a small file."""
        with told_by_spark(f"{url} cannot be read"):
            path = self._path(url)
            stream = path.getFileSystem(self._settings).open(path)
            try:
                return bytes(stream.readAllBytes())
            finally:
                stream.close()

    def write(self, url: str, content: bytes) -> None:
        """Put a small file in its place at once: it is there whole or not at all."""
        with told_by_spark(f"{url} cannot be written"):
            folder, _, name = url.rpartition("/")
            beside = self._path(f"{folder}/.{name}.new")
            system = beside.getFileSystem(self._settings)
            stream = system.create(beside, True)
            stream.write(content)
            stream.close()
            self.move(f"{folder}/.{name}.new", url)

    def move(self, url: str, to: str) -> None:
        """Move a file to a place, whose folder is made and whose former file goes."""
        with told_by_spark(f"{to} cannot be written"):
            source, target = self._path(url), self._path(to)
            system = source.getFileSystem(self._settings)
            system.mkdirs(target.getParent())
            system.delete(target, False)
            if not system.rename(source, target):
                raise ClusterError(
                    f"{to} cannot be written: {url} could not be moved there; run the same command again"
                )

    def remove(self, url: str) -> None:
        """Remove a file or a folder with all in it, if it is there."""
        with told_by_spark(f"{url} cannot be removed"):
            path = self._path(url)
            path.getFileSystem(self._settings).delete(path, True)

    def _path(self, url: str) -> Any:  # noqa: ANN401 - Java's
        return self._java.org.apache.hadoop.fs.Path(url)

    def _listed(self, system: Any, path: Any) -> Iterator[File]:  # noqa: ANN401 - Java's
        for one in system.listStatus(path):
            where = one.getPath()
            if str(where.getName()).startswith((".", "_")):
                continue
            if one.isDirectory():
                yield from self._listed(system, where)
            else:
                yield File(str(where.toString()), int(one.getLen()))
