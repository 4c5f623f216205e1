"""Each delivery is worked on once."""

import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, func, select

from bot.helpdesk import Claim
from bot.store import StoredDeliveries
from bot.store.deliveries import KEPT_FOR, LAPSES_AFTER
from bot.store.tables import deliveries

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


CLAIMER = """
import sys
from datetime import datetime
from bot.store import StoredDeliveries, engine

store = StoredDeliveries(engine(sys.argv[1]))
for number in range(20):
    print(store.claim(f"E{number}", datetime.fromisoformat(sys.argv[2])).name)
"""


def rows(database: Engine) -> int:
    with database.connect() as connection:
        return connection.execute(select(func.count()).select_from(deliveries)).scalar_one()


def test_a_delivery_is_ours_once(database: Engine) -> None:
    """The second to claim a delivery is told that it is being worked on."""
    store = StoredDeliveries(database)

    assert [store.claim("E1", NOON), store.claim("E1", NOON)] == [Claim.OURS, Claim.IN_PROGRESS]
    assert store.claim("E2", NOON) is Claim.OURS


def test_a_finished_delivery_stays_done(database: Engine) -> None:
    """A retry of an answered delivery is told so, long after a claim would have lapsed."""
    store = StoredDeliveries(database)
    store.claim("E1", NOON)
    store.finish("E1", NOON)

    assert store.claim("E1", NOON + SECOND) is Claim.DONE
    assert store.claim("E1", NOON + timedelta(hours=24)) is Claim.DONE


def test_a_released_delivery_can_be_taken_again(database: Engine) -> None:
    """After a failure the next try is worked on at once."""
    store = StoredDeliveries(database)
    store.claim("E1", NOON)
    store.release("E1")

    assert store.claim("E1", NOON) is Claim.OURS


def test_a_finished_delivery_cannot_be_released(database: Engine) -> None:
    """A late release does not undo an answer."""
    store = StoredDeliveries(database)
    store.claim("E1", NOON)
    store.finish("E1", NOON)
    store.release("E1")

    assert store.claim("E1", NOON) is Claim.DONE


def test_a_claim_of_a_dead_process_lapses(database: Engine) -> None:
    """Just before its time a claim holds; at its time it passes to whoever asks, and to one."""
    store = StoredDeliveries(database)
    store.claim("E1", NOON)
    lapse = NOON + LAPSES_AFTER

    assert store.claim("E1", lapse - SECOND) is Claim.IN_PROGRESS
    assert store.claim("E1", lapse) is Claim.OURS
    assert store.claim("E1", lapse + SECOND) is Claim.IN_PROGRESS


def test_deliveries_are_forgotten_after_their_time(database: Engine) -> None:
    """Finished and abandoned claims go after 48 hours; younger ones stay."""
    store = StoredDeliveries(database)
    for name, moment in (("old", NOON), ("young", NOON + SECOND)):
        store.claim(name, moment)
    store.finish("old", NOON)
    assert rows(database) == 2

    later = NOON + KEPT_FOR + SECOND
    store.claim("new", later)
    store.finish("new", later)

    assert rows(database) == 2
    assert store.claim("young", NOON + 2 * SECOND) is Claim.IN_PROGRESS


def test_forgetting_is_done_once_an_hour(database: Engine) -> None:
    """Not every answer pays for the purge."""
    store = StoredDeliveries(database)
    start = NOON + KEPT_FOR
    store.claim("first", start)
    store.finish("first", start)
    store.claim("old", NOON - SECOND)

    for minutes, left in ((59, 2), (60, 1)):
        store.finish("first", start + timedelta(minutes=minutes))
        assert rows(database) == left


def test_racing_threads_take_each_delivery_once(database: Engine) -> None:
    """Of many threads that claim the same deliveries at once, one gets each."""
    store = StoredDeliveries(database)
    names = [f"E{number % 10}" for number in range(100)]
    with ThreadPoolExecutor(8) as pool:
        claims = list(pool.map(lambda name: (name, store.claim(name, NOON)), names))

    taken = Counter(name for name, claim in claims if claim is Claim.OURS)
    assert taken == Counter(set(names))
    assert {claim for _, claim in claims} == {Claim.OURS, Claim.IN_PROGRESS}


def test_racing_threads_take_a_lapsed_claim_once(database: Engine) -> None:
    """A lapsed claim too passes to one thread only."""
    store = StoredDeliveries(database)
    store.claim("E1", NOON)
    with ThreadPoolExecutor(8) as pool:
        claims = list(pool.map(lambda _: store.claim("E1", NOON + LAPSES_AFTER), range(40)))

    assert claims.count(Claim.OURS) == 1


def test_racing_processes_take_each_delivery_once(url: str) -> None:
    """The promise holds between processes that share nothing but the database."""
    command = [sys.executable, "-c", CLAIMER, url, NOON.isoformat()]
    claimers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    answers = [claimer.communicate(timeout=60)[0].split() for claimer in claimers]

    for claims in zip(*answers, strict=True):
        assert sorted(claims) == ["IN_PROGRESS", "IN_PROGRESS", "OURS"]
    assert [len(claims) for claims in answers] == [20, 20, 20]
