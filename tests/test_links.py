"""Testing links: told what is gone, patient with what cannot be told, silent without a network."""

from collections.abc import Callable, Mapping

import pytest

from bot.knowledge import Place, Severity
from bot.links import Visit, addresses, link_problems, link_summary, progress, visit
from tests.knowledge.example import loaded

PAGE, OTHER = "https://court.example/page", "https://court.example/other"
PLACES = {PAGE: (Place("a.yaml", 3, 5), Place("b.yaml")), OTHER: (Place("c.yaml"),)}


def web(
    answers: Mapping[tuple[str, str], tuple[int, str]],
) -> Callable[[str, str], tuple[int, str]]:
    """A web that answers by a table and is unreachable elsewhere."""

    def ask(method: str, url: str) -> tuple[int, str]:
        if (method, url) not in answers:
            raise OSError("no route to host")
        return answers[method, url]

    return ask


def visits(**of_page: tuple[int, str]) -> list[Visit]:
    answers = {(method, PAGE): answer for method, answer in of_page.items()}
    answers["HEAD", OTHER] = (200, OTHER)
    return list(visit(PLACES, web(answers)))


def test_every_link_of_the_folder_is_found_with_its_place() -> None:
    """Each address is there once, with the file and line of each place it stands in."""
    found = addresses(loaded())
    page = "https://pacer.uscourts.gov/my-account-billing/forgot-username-or-password"
    assert found[page][0].file == "answers/accounts.yaml"
    assert found[page][0].line > 1


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"HEAD": (200, PAGE)}, "fine"),
        ({"HEAD": (200, "https://www.court.example/moved")}, "fine"),
        ({"HEAD": (405, PAGE), "GET": (200, PAGE)}, "fine"),
        ({"HEAD": (404, PAGE), "GET": (200, PAGE)}, "fine"),
        ({"HEAD": (404, PAGE), "GET": (404, PAGE)}, "gone"),
        ({"HEAD": (410, PAGE), "GET": (410, PAGE)}, "gone"),
        ({"HEAD": (403, PAGE), "GET": (403, PAGE)}, "could not be told"),
        ({"HEAD": (500, PAGE), "GET": (503, PAGE)}, "could not be told"),
        ({"HEAD": (200, "https://shop.example/")}, "leads to another site"),
        ({}, "not reached"),
    ],
)
def test_what_came_of_a_link(answers: dict[str, tuple[int, str]], state: str) -> None:
    """HEAD is enough where it is answered; GET decides otherwise; refusals prove nothing."""
    assert visits(**answers)[0].state.value == state


def test_only_what_is_surely_wrong_is_told_at_every_place() -> None:
    """A page that is gone is a warning in each file that links to it, and never an error."""
    problems = link_problems(visits(HEAD=(404, PAGE), GET=(404, PAGE)))
    assert [str(problem.place) for problem in problems] == ["a.yaml:3:5", "b.yaml:1:1"]
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert link_problems(visits(HEAD=(403, PAGE), GET=(403, PAGE))) == ()
    assert "another" in progress(1, 2, visits(HEAD=(200, "https://shop.example/"))[0])


def test_without_a_network_nothing_is_wrong() -> None:
    """Offline, the summary says so and no link is blamed."""
    offline = list(visit(PLACES, web({})))
    assert link_problems(offline) == ()
    assert link_summary(offline) == "There is no network here, so no link could be tested."
    assert link_summary([]) == "There are no links."
    assert link_summary(visits(HEAD=(200, PAGE))) == "2 links: 2 fine."


def test_strange_failures_are_not_reached() -> None:
    """Bad certificates, odd redirects and broken answers end as one link not reached."""

    def broken(method: str, url: str) -> tuple[int, str]:
        raise ValueError("unknown url type")

    assert {each.state.value for each in visit(PLACES, broken)} == {"not reached"}
