"""Opens the zip files that .docx and .ofd are; what such a file says of itself is not trusted."""

import io
import zipfile

from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits


def open_archive(data: bytes, limits: Limits, broken: str) -> zipfile.ZipFile:
    """Opens a zip file after a look at its directory; no member is unpacked yet.

    Args:
        data: The bytes of the file.
        limits: The bounds to keep.
        broken: What to say of a broken one.

    Raises:
        ReadingError: "unreadable" for a broken file, "too_large" for one of too many or too large members,
            "encrypted".
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadingError(broken, "unreadable") from error
    members = archive.infolist()
    if len(members) > limits.zip_entries or sum(member.file_size for member in members) > limits.inflated_bytes:
        raise ReadingError("文件解压后过大，不像正常的文件，为安全起见不予读取。请打开后另存再审核。", "too_large")
    if any(member.flag_bits & 1 for member in members):
        raise ReadingError("文件设有密码，无法读取。请取消密码后再审核。", "encrypted")
    return archive
