"""A model as bytes, and back: an npz file of plain arrays, stored as they are. Nothing in it can be run.

The file has a header in JSON, the names of the features in UTF-8, one a line, and two arrays of numbers. It is read by
its own rules: what `to_bytes` would not write is refused. Arrays are not compressed, so that a file is never larger in
memory than on disk, and the same on every machine.
"""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Sequence
from typing import Any

import numpy as np

from labeling.domain.errors import Refused
from labeling.suggestions.learned.header import FORMAT, header_of, model_of
from labeling.suggestions.learned.model import Model

MOST_BYTES = 1 << 25  # a model of the four labels has about 3 MB
_MOST_BYTES_OF_HEADER = 1 << 20
_NAMES = ("header.npy", "names.npy", "rarity.npy", "weights.npy")
_DATE = (1980, 1, 1, 0, 0, 0)
_BYTE, _NUMBER = np.dtype("uint8"), np.dtype("<f8")
_WRONG = "The learned model in this project is damaged or of another kind; train it again."
_NEWER = "The learned model in this project is from a newer version of Hedgerow; update Hedgerow or train it again."


def to_bytes(model: Model) -> bytes:
    """Return a model as a file. The same model always gives the same bytes."""
    header = json.dumps(header_of(model), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    names = "\n".join(model.vocabulary.names)
    arrays: tuple[np.ndarray[Any, np.dtype[Any]], ...] = (
        np.frombuffer(header.encode("ascii"), _BYTE),
        np.frombuffer(names.encode("utf-8"), _BYTE),
        np.ascontiguousarray(model.vocabulary.rarity, _NUMBER),
        np.ascontiguousarray(model.weights, _NUMBER),
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, array in zip(_NAMES, arrays, strict=True):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = 3  # else it names the system that it was written on
            archive.writestr(entry, _preamble(array.dtype, array.shape) + array.tobytes())
    return file.getvalue()


def digest_of(model: Model) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of a model as it is saved."""
    return hashlib.sha256(to_bytes(model)).hexdigest()[:12]


def from_bytes(content: bytes) -> Model:
    """Return the model of a file. Refused when it is not exactly as `to_bytes` writes one."""
    if len(content) > MOST_BYTES:
        raise Refused(_WRONG)
    try:
        model = _read(content)
        if to_bytes(model) != content:
            raise Refused(_WRONG)
    except (
        zipfile.BadZipFile,
        ArithmeticError,
        EOFError,
        LookupError,
        NotImplementedError,
        OSError,
        RuntimeError,  # an encrypted file, or JSON that is too deep
        struct.error,
        TypeError,
        ValueError,
    ) as error:
        raise Refused(_WRONG) from error
    return model


def _read(content: bytes) -> Model:
    header, names, rarity, weights = _entries(content)
    plain = json.loads(_text(header, _MOST_BYTES_OF_HEADER), parse_constant=_refuse_constant)
    if isinstance(plain, dict) and type(plain.get("format")) is int and plain["format"] > FORMAT:
        raise Refused(_NEWER)
    text = _text(names, MOST_BYTES)
    known = text.split("\n") if text else []
    columns = sum(each["way"] != "rules" for each in plain["learned"])
    return model_of(plain, known, _numbers(rarity, (len(known),)), _numbers(weights, (len(known), columns)))


def _entries(content: bytes) -> list[bytes]:
    """Return what the entries of the archive hold. Sizes are those of its directory, and none can be compressed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if tuple(entry.filename for entry in entries) != _NAMES:
            raise ValueError("It has other entries.")
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
            raise ValueError("It is compressed.")
        if sum(entry.file_size for entry in entries) > len(content):
            raise ValueError("It is larger than it is.")
        return [archive.read(entry) for entry in entries]


def _text(entry: bytes, most: int) -> str:
    start = len(_preamble(_BYTE, (0,)))  # it has room for longer numbers
    size = len(entry) - start
    if not 0 <= size <= most or entry[:start] != _preamble(_BYTE, (size,)):
        raise ValueError("It is no text.")
    return entry[start:].decode("utf-8")


def _numbers(entry: bytes, shape: Sequence[int]) -> np.ndarray[Any, np.dtype[np.float64]]:
    preamble = _preamble(_NUMBER, tuple(shape))
    if not entry.startswith(preamble) or len(entry) - len(preamble) != _NUMBER.itemsize * int(np.prod(shape)):
        raise ValueError("Its arrays have another shape.")
    return np.frombuffer(entry, _NUMBER, offset=len(preamble)).reshape(shape).astype(np.float64)


def _preamble(dtype: np.dtype[Any], shape: tuple[int, ...]) -> bytes:
    """Return what a file of numpy begins with that holds such an array. It is compared, and so never interpreted."""
    file = io.BytesIO()
    plain = {"descr": dtype.str, "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(file, plain)
    return file.getvalue()


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number.")
