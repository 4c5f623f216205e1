"""What the guide says while it walks people through a checklist, and the Home tab (`says.yaml`)."""

from typing import Annotated

from pydantic import Field

from bot.knowledge.model import Form, Id, Line, Many, Text
from bot.knowledge.phrases import Phrases, phrase

Short = Annotated[str, Field(min_length=1, max_length=24)]
ButtonLabel = Annotated[str, Field(min_length=1, max_length=40)]


class Understands(Form):
    """What people may type to the guide besides the choices of a step."""

    yes: Many[Line]
    no: Many[Line]
    not_sure: Many[Line] = Field(alias="not-sure")
    skip: Many[Line]
    back: Many[Line]
    start_over: Many[Line] = Field(alias="start-over")
    whats_left: Many[Line] = Field(alias="whats-left")
    stop: Many[Line]
    resume: Many[Line]
    stuck: Many[Line]
    change_role: Many[Line] = Field(alias="change-role")
    stop_reminders: Many[Line] = Field(alias="stop-reminders")
    start_reminders: Many[Line] = Field(alias="start-reminders")
    show_reminders: Many[Line] = Field(alias="show-reminders")
    forget_me: Many[Line] = Field(alias="forget-me")
    export: Many[Line]


class StateNames(Form):
    """What the guide calls the states of a step."""

    open: Line
    done: Line
    to_do: Line = Field(alias="to-do")
    not_for_me: Line = Field(alias="not-for-me")
    skipped: Line

    def name(self, state: str) -> str:
        """The words for a state such as `to-do`."""
        return str(getattr(self, state.replace("-", "_")))


class GuideButtons(Form):
    """Labels of the guide's buttons."""

    start: ButtonLabel
    go_on: ButtonLabel
    skip: ButtonLabel
    back: ButtonLabel
    stuck: ButtonLabel
    stop: ButtonLabel
    change: ButtonLabel
    whats_left: ButtonLabel
    finish: ButtonLabel
    change_role: ButtonLabel
    start_over: ButtonLabel
    keep: ButtonLabel
    tomorrow: ButtonLabel
    monday: ButtonLabel
    another_day: ButtonLabel
    stop_reminders: ButtonLabel
    start_reminders: ButtonLabel


class GuideSays(Phrases):
    """The guide's phrases."""

    buttons: GuideButtons
    states: StateNames
    understands: Understands
    step_title: Line = phrase("Above a step.", "number", "total", "title")
    progress: Line = phrase("How far somebody is; reads well aloud.", "done", "total")
    progress_to_do: Line = phrase("The same with things left to do.", "done", "total", "to_do")
    how_to_answer: Line = phrase("Below the choices of a step.")
    how_to_choose_role: Line = phrase("Below the roles.")
    step_line: Line = phrase("A step in a list.", "title", "state")
    answered_line: Line = phrase("A step with its answer.", "title", "choice", "state")
    asked_below: Line = phrase("In place of a step that is asked again below.", "title")
    welcome_back: Line = phrase("When somebody goes on.")
    already: Line = phrase("When the same was answered before.", "title", "choice")
    step_gone: Line = phrase("When a step is not there any more.")
    choice_gone: Line = phrase("When an answer of a step is not there any more.")
    not_understood: Line = phrase("When a typed message is neither an answer nor a question.")
    which: Line = phrase("When a typed message may mean two of the choices.")
    question_first: Line = phrase("Below an answer in between that asks which one is meant.")
    taken_back: Line = phrase("After back.")
    nothing_to_take_back: Line = phrase("When there is nothing to take back.")
    stopped: Line = phrase("After stop.", "progress")
    started_over: Line = phrase("After start over.")
    stuck: Line = phrase("Above the contacts for a step.", "title")
    left: Line = phrase("Above what is left.")
    all_answered: Line = phrase("When every step has an answer, but some are to do.")
    ready: Text = phrase("When everything is done.")
    summary_title: Line = phrase("Above the summary at the end.", "title", "date")
    summary_role: Line = phrase("In the summary.", "role")
    summary_done: Line = phrase("Above what is done.")
    summary_to_do: Line = phrase("Above what is left to do.")
    summary_not_for_me: Line = phrase("Above what does not apply.")
    summary_keep: Line = phrase("Below the summary.")
    dated: Line = phrase("A step in the summary.", "title", "choice", "date")
    remind_offer: Line = phrase("Offers a reminder of a step.", "title")
    remind_how: Line = phrase("How to ask for a reminder in words.")
    remind_when: Line = phrase("When no day was understood.")
    remind_set: Line = phrase("A reminder is set.", "title", "when")
    remind_again: Line = phrase("A reminder was moved.", "title", "when")
    remind_too_far: Line = phrase("The day has gone by or is too far away.", "date")
    remind_no_such_day: Line = phrase(
        "When a day was named that no calendar has.",
    )
    remind_not_left: Line = phrase(
        "When a step was named that is not left to do.",
        "title",
    )
    remind_nothing: Line = phrase("When there is nothing to be reminded of.")
    remind_failed: Line = phrase("When Slack did not take the reminder.")
    remind_may_come: Line = phrase(
        "When Slack did not take a reminder back, so that it cannot be stopped or moved.",
    )
    reminder: Line = phrase("Tops the reminder itself.", "title")
    reminder_how: Line = phrase("Below the reminder.")
    reminders_stopped: Line = phrase("After stop reminders.")
    reminders_started: Line = phrase("After start reminders.")
    reminders: Line = phrase("Above the reminders that are set.")
    reminder_line: Line = phrase("One reminder.", "title", "when")
    reminder_paused: Line = phrase("One reminder while reminders are off.", "title", "when")
    no_reminders: Line = phrase("When no reminder is set.")
    at_time: Line = phrase("A moment, as people say it.", "weekday", "date", "time", "zone")
    not_begun: Line = phrase("Status: somebody has not begun.", "title")
    summary_steps: Line = phrase("Status: above all steps.")
    status_more: Line = phrase("Status: below all; says what to type.")
    next: Line = phrase("Status: above the next step.")
    how_elsewhere: Line = phrase("Below a step that is shown outside the direct message.")
    reset_question: Line = phrase("Asks before a reset.", "title", "progress")
    reset_done: Line = phrase("After a reset.")
    nothing_to_reset: Line = phrase("When there is nothing to reset.")
    kept: Line = phrase("When nothing was reset.")
    forgotten: Line = phrase("After forget me.", "what")
    forgotten_progress: Line = phrase("What was deleted.", "title", "steps")
    forgotten_reminders: Line = phrase("What was deleted.", "count")
    forgotten_conversations: Line = phrase("What was deleted.", "count")
    forget_later: Line = phrase(
        "When nothing is forgotten yet, as Slack did not take a reminder back.",
    )
    nothing_kept: Line = phrase("When nothing is kept about somebody.")
    export: Line = phrase("Above all that is kept about somebody.")
    export_changes: Line = phrase("In the export.", "count")
    export_asked: Line = phrase("In the export, below a checklist that asked something.")
    export_conversations: Line = phrase("In the export.", "count")
    usage: Text = phrase("How to use the status command.")
    unknown_command: Line = phrase("When the status command does not know the word.")
    did_you_mean: Line = phrase("The nearest guess.", "guess")
    see_message: Line = phrase("Says that the checklist goes on in the direct message.")
    begin_in_message: Line = phrase(
        "Where only questions are answered, to somebody who wants the checklist.",
        "words",
    )
    no_checklist: Line = phrase("When the desk has no checklist.")


class HomeSays(Phrases):
    """The Home tab's phrases."""

    title: Line = phrase("Tops the Home tab.")
    intro: Text = phrase("Below the title.")
    search: ButtonLabel = phrase("Label of the button that opens the search.")
    search_title: Short = phrase("Title of the search window.")
    search_label: Line = phrase("Label of the search box.")
    search_hint: Line = phrase("Below the search box.")
    search_submit: Short = phrase("Label of the button that searches.")
    close: Short = phrase("Label of the button that closes a window.")
    search_again: Short = phrase("Label of the button that searches once more.")
    answer_title: Short = phrase("Title of the window with an answer.")
    topics: Line = phrase("Above the topics.")
    topics_hint: Line = phrase("Inside the menu of a topic, before a question is chosen.")
    topic_order: Many[Id] = Field(
        default=(),
        description="The topics in the order to show them, by the names of their files in answers/ "
        "without .yaml. Topics that are not listed follow, ordered by those names.",
    )
    contacts: Line = phrase("Above the contacts.")
    how: Line = phrase("Above how the bot works.")
    how_it_works: Text = phrase("How the bot works and what it keeps.")
