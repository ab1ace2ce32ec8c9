"""What all rule files share: the strict mapping, ids, Chinese text, phrases, and the roles a passage can have."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from auditor.catalogue.phrase_language import PhraseError, parse

CueRole = Literal["done", "problem", "plan", "required", "zero", "previous", "other_body", "topic"]
SectionRole = Literal["achievements", "demands", "problem", "causes", "leadership", "plan", "basis", "none"]
Binding = Literal["direct", "by_reference", "by_function"]
ChangedBinding = Literal["direct", "by_reference", "by_function", "none"]
KnownLevel = Literal["province", "city", "county", "department", "township", "subdistrict", "zone"]


def _phrase(value: str) -> str:
    try:
        parse(value)
    except PhraseError as error:
        raise ValueError(f"短语“{value}”第{error.column + 1}个字：{error.message}") from None
    return value


ID, DATE, MARKED = r"^[a-z][a-z0-9_]*$", r"^((19|20)\d\d(-\d\d(-\d\d)?)?)?$", "【.+】"
WRITTEN = {
    ID: "编号以小写英文字母开头，只含小写英文字母、数字和下划线",
    DATE: "日期写成 2024、2024-03 或 2024-03-15 的样子",
    MARKED: "请用【】标出句中要看的部分",
}
"""What each pattern of a text asks for."""

Id = Annotated[str, Field(pattern=ID)]
Chinese = Annotated[str, Field(min_length=1)]
Number = Annotated[int, Field(strict=True)]
Weight = Annotated[Number, Field(gt=0, le=100)]
Year = Annotated[Number, Field(ge=1949, le=2100)]
PhraseText = Annotated[str, Field(min_length=1), AfterValidator(_phrase)]
Phrases = Annotated[list[PhraseText], Field(min_length=1)]


def _after(value: int | None, info: ValidationInfo) -> int | None:
    start = info.data.get("from_year", info.data.get("since"))
    if value is not None and start is not None and value < start:
        raise ValueError(f"{start}年度起、{value}年度止，没有一个年度的报告适用")
    return value


LastYear = Annotated[Year | None, AfterValidator(_after)]
"""The last of the years that begin with `from_year` or `since` of the same mapping."""


class Strict(BaseModel):
    """A mapping of a rule file; unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)
