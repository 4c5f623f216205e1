"""Is the same question answered the same in any process?"""

from collections.abc import Sequence

from bench.desk import Folder
from bench.job import OURS, Job, Report
from bench.processes import measure

ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
    {"PYTHONHASHSEED": "4242", "OPENBLAS_NUM_THREADS": "4", "OMP_NUM_THREADS": "4"},
)


def differences(folder: Folder, questions: Sequence[str]) -> int:
    """Questions with another decision, choice or confidence (four decimals) in a second process.

    Each process learns anew; they differ in hash seed, in threads of the numeric library and in
    the order of the questions and of the lessons.
    """
    forward, backward = tuple(questions), tuple(reversed(questions))
    first = _report(folder, forward, folder.lessons, ENVIRONMENTS[0])
    second = _report(folder, backward, folder.lessons[::-1], ENVIRONMENTS[1])
    ours = list(zip(first.decided, first.ranked, strict=True))
    theirs = list(zip(second.decided, second.ranked, strict=True))[::-1]
    return sum(one != other for one, other in zip(ours, theirs, strict=True))


def _report(
    folder: Folder, questions: tuple[str, ...], lessons: object, environment: dict[str, str]
) -> Report:
    assert isinstance(lessons, tuple)
    job = Job(OURS, lessons, folder.words, questions, without=tuple(sorted(folder.asleep)), timed=1)
    return measure(job, **environment)
