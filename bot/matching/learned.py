"""Everything that learning gives, and its form as bytes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.matching import archive
from bot.matching.model import Kind, Words
from bot.matching.nearest import Index
from bot.matching.odds import Odds
from bot.matching.postings import Postings, Table
from bot.matching.scores import Model, word_telling


@dataclass(frozen=True, slots=True)
class Label:
    """What one column of the model stands for."""

    id: str
    kind: Kind
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned. `phrases` are the wordings that stand under one label only."""

    labels: tuple[Label, ...]
    words: Words
    word_counts: Mapping[str, int]
    vocabulary: Mapping[str, int]
    phrases: Mapping[str, int]
    model: Model


def to_bytes(learned: Learned) -> bytes:
    """Return bytes that `from_bytes` of the same FORMAT reads."""
    head = {
        "labels": [(each.id, each.kind.value, each.offers) for each in learned.labels],
        "read_as": dict(learned.words.read_as),
        "same": learned.words.same,
        "words": dict(learned.word_counts),
        "vocabulary": list(learned.vocabulary),
        "phrases": dict(learned.phrases),
    }
    return archive.pack(head, _arrays(learned.model))


def from_bytes(data: bytes) -> Learned:
    """Return what `to_bytes` wrote; raises `UnreadableArchive` if it is another's."""
    head, arrays = archive.unpack(data)
    vocabulary = {feature: place for place, feature in enumerate(head["vocabulary"])}
    labels = tuple(Label(name, Kind(kind), tuple(ids)) for name, kind, ids in head["labels"])
    return Learned(
        labels,
        Words(head["read_as"], tuple(tuple(group) for group in head["same"])),
        head["words"],
        vocabulary,
        head["phrases"],
        _model(arrays, vocabulary, len(labels)),
    )


def _arrays(model: Model) -> dict[str, archive.Array]:
    arrays: dict[str, archive.Array] = {
        "intercepts": model.intercepts,
        "floor": model.floor,
        "telling": model.index.telling,
        "owners": model.index.owners,
    }
    _put(arrays, "index", model.index.postings)
    tables = {"weights": model.weights}
    if model.odds is not None:
        tables["odds"] = model.odds.weights
        arrays["odds.intercepts"] = model.odds.intercepts
    for name, table in tables.items():
        _put(arrays, name, table.sparse)
        arrays[f"{name}.row_of"] = table.row_of
        arrays[f"{name}.dense"] = table.dense
    return arrays


def _put(arrays: dict[str, archive.Array], name: str, postings: Postings) -> None:
    arrays[f"{name}.starts"] = postings.starts
    arrays[f"{name}.columns"] = postings.columns.astype(np.int32)
    arrays[f"{name}.values"] = postings.values


def _postings(arrays: archive.Arrays, name: str, width: int) -> Postings:
    starts, columns, values = (arrays[f"{name}.{part}"] for part in ("starts", "columns", "values"))
    return Postings(starts, columns.astype(np.intp), values, width)


def _table(arrays: archive.Arrays, name: str) -> Table:
    dense = arrays[f"{name}.dense"]
    sparse = _postings(arrays, name, dense.shape[1])
    return Table(sparse, arrays[f"{name}.row_of"], dense)


def _model(arrays: archive.Arrays, vocabulary: Mapping[str, int], label_count: int) -> Model:
    telling, owners = arrays["telling"], arrays["owners"]
    postings = _postings(arrays, "index", len(owners))
    return Model(
        _table(arrays, "weights"),
        arrays["intercepts"],
        arrays["floor"],
        Index(postings, telling, float(telling.max(initial=0.0)), owners, label_count),
        word_telling(vocabulary, telling),
        Odds(_table(arrays, "odds"), arrays["odds.intercepts"]) if "odds.dense" in arrays else None,
    )
