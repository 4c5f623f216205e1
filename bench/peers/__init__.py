"""The other methods. Each stands in a file of its own, with the source of its rule."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from bench.method import Lesson, Method

PEERS: Mapping[str, tuple[str, str]] = {
    "rapidfuzz WRatio": ("rapidfuzz_ratios", "w_ratio"),
    "rapidfuzz token_set_ratio": ("rapidfuzz_ratios", "token_set"),
    "Onyx's keyword rule": ("onyx", "Onyx"),
    "QnABot's content words": ("qnabot", "QnABot"),
    "Casey's substrings": ("casey", "Casey"),
    "BM25 (bm25s)": ("bm25", "Bm25"),
    "TF-IDF + linear SVM": ("linear", "support_vectors"),
    "TF-IDF + logistic regression": ("linear", "logistic"),
}
"""Module and name of what teaches each peer; read when needed, for each needs other libraries."""


def peer(name: str) -> Callable[[Sequence[Lesson]], Method]:
    """What teaches the peer of that name."""
    module, attribute = PEERS[name]
    taught: Callable[[Sequence[Lesson]], Method] = getattr(
        import_module(f"bench.peers.{module}"), attribute
    )
    return taught
