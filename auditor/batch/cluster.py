"""The audit on a Dask cluster. Dask spreads the batches, and sends them elsewhere when a machine is lost."""

from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any

from auditor.batch.cache import Cache
from auditor.batch.fingerprint import of_program
from auditor.batch.portable import OtherProgram, audit_batch
from auditor.batch.record import Record
from auditor.batch.result import Result
from auditor.batch.serial import from_plain
from auditor.catalogue import Catalogue
from auditor.reading import DEFAULT, Limits
from auditor.scorecard import Failure, ReportCard

if TYPE_CHECKING:
    from distributed import Future

SECONDS_TO_CONNECT = 10
_DIED = "审核这份文件时集群上的进程多次异常终止，已跳过，其他文件不受影响。请检查文件是否异常，或拆分后再审核。"
_OTHER = "集群上安装的审核程序或它用到的程序库与本机的不同，结果会不一致。请在各台机器上安装同一版本。"
_LOST = "与集群的连接中断了。已完成的结果已存入缓存，恢复后加上 --resume 再运行同一命令，从中断处继续。"


class ClusterError(Exception):
    """The cluster cannot be used; the message, in Chinese, says why and what to do."""


class Cluster:
    """A Dask cluster as an engine.

    Attributes:
        chunk: Files of a batch.
        ahead: Batches to keep waiting: two for each thread of the cluster as it was found.
    """

    chunk = 150

    def __init__(
        self, scheduler: str, catalogue: Catalogue, cache: Cache | None, seconds: float, limits: Limits = DEFAULT
    ) -> None:
        """Connects.

        Raises:
            ClusterError: When Dask is not installed or no scheduler answers.
        """
        try:
            from distributed import Client
        except ImportError as error:
            raise ClusterError("没有安装集群组件。请先安装：pip install 'auditor[cluster]'。") from error
        try:
            self._client = Client(scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(f"连不上调度器“{scheduler}”。请检查地址和网络，以及调度器是否已经启动。") from error
        self._catalogue = catalogue
        self._cache = cache
        self._seconds = seconds
        self._limits = limits
        self.ahead = max(4, 2 * sum(self._client.nthreads().values()))

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self._client.close()  # drops the futures, and with them the batches not yet begun

    def submit(self, paths: Sequence[str]) -> Callable[[], list[Result]]:
        """Has files audited; what it returns waits for their results."""
        return partial(self._collect, paths, self._send(paths))

    def _send(self, paths: Sequence[str]) -> "Future":
        arguments = (list(paths), self._catalogue, of_program(), self._seconds, self._limits)
        return self._client.submit(audit_batch, *arguments, pure=False)

    def _collect(self, paths: Sequence[str], future: "Future") -> list[Result]:
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        try:
            return [self._result(told) for told in future.result()]
        except KilledWorker:
            if len(paths) == 1:
                return [Result(paths[0], Failure(paths[0], _DIED, "internal"))]
            return [result for path in paths for result in self._collect([path], self._send([path]))]
        except OtherProgram as error:
            raise ClusterError(_OTHER) from error
        except FutureCancelledError as error:
            raise ClusterError(_LOST) from error

    def _result(self, told: dict[str, Any]) -> Result:
        outcome = from_plain(told)
        if isinstance(outcome, ReportCard) and self._cache and told["key"]:
            self._cache.put(told["key"], Record.pack(outcome))
        return Result(told["path"], outcome)


def find_in_store(address: str) -> list[str]:
    """The files of an address such as s3://bucket/folder or s3://bucket/*.docx, sorted.

    Raises:
        ClusterError: When the store cannot be asked.
    """
    try:
        from fsspec.core import url_to_fs

        store, place = url_to_fs(address)
        found = sorted(store.find(place) if store.isdir(place) else store.glob(place))
    except Exception as error:  # every store has errors of its own
        message = f"打不开“{address}”（{type(error).__name__}）。请检查地址、权限，以及是否装有该存储的 fsspec 组件。"
        raise ClusterError(message) from error
    return [store.unstrip_protocol(each) for each in found]
