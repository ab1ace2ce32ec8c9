"""The options of `check` for many files, and the plan they make."""

from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.limits import chosen_limits

if TYPE_CHECKING:
    from auditor.batch import Plan

ENGINES = ("local", "dask")
LONGEST = 86_400


def _at_least_one(value: int | None) -> int | None:
    if value is not None and value < 1:
        raise typer.BadParameter("至少为1。")
    return value


def _seconds(value: float) -> float:
    if not 0 < value <= LONGEST:
        raise typer.BadParameter(f"应当大于0，不超过{LONGEST}秒（一天）。")
    return value


def _known_engine(name: str) -> str:
    if name not in ENGINES:
        raise typer.BadParameter(f"没有“{name}”，可用的有：{'、'.join(ENGINES)}。")
    return name


Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="个数",
        help="同时审核的进程数；不写则每个处理器核心一个，文件不多时不另开进程。",
        callback=_at_least_one,
        show_default=False,
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout",
        metavar="秒",
        help="判断一份报告最多用多少秒，不写则为60秒（读取文件另有上限）；超过的不再审核，不影响其他文件。",
        callback=_seconds,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="不用缓存：每份都重新审核，也不保存结果。缓存的位置见“cache show”。"),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="接着上次中断的审核：已经审完的从缓存取回，其余继续审核，结果与一次审完相同；结束时说明各有多少份。"
        "不写也会取用缓存；不能与 --no-cache 同用。",
    ),
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="引擎",
        help="在哪里审核：local 本机；dask Dask集群（要写 --scheduler，并先安装 auditor[cluster]）。",
        callback=_known_engine,
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="地址",
        help="Dask集群调度器的地址，如 tcp://10.0.0.5:8786。各台机器要装同一版本，并能按同样的路径读到报告。",
        show_default=False,
    ),
]


def make_plan(
    workers: int | None,
    timeout: float,
    *,
    no_cache: bool,
    resume: bool,
    engine: str,
    scheduler: str | None,
    maximum: list[str] | None,
) -> "Plan":
    """The plan that the options ask for.

    Raises:
        typer.BadParameter: When they contradict each other.
    """
    from auditor.batch import Plan

    if resume and no_cache:
        raise typer.BadParameter("--resume 要用缓存，不能与 --no-cache 同时写。")
    if (engine == "dask") != (scheduler is not None):
        raise typer.BadParameter("--engine dask 和 --scheduler 要一起写。")
    if engine == "dask" and workers is not None:
        raise typer.BadParameter("集群的进程数由集群决定，不能写 --workers。")
    return Plan(
        workers=workers,
        uses_cache=not no_cache,
        seconds=timeout,
        scheduler=scheduler or "",
        limits=chosen_limits(maximum),
    )
