"""The words between the tables of docs/quality.md."""

HEAD = """
# How good is it, and what does it cost?

Every figure here was measured by `make bench`, which writes this page. Nothing is rounded in
anyone's favour, and what other methods do better stands here too. Times differ from machine to
machine, so each also stands as a multiple of this matcher's own.
"""
GOALS = """
The whole desk, as people meet it: guard, conversation and matcher. The *development questions* were
typed by people who had not seen the phrasings, and the desk's thresholds were set on them. The
*clerks' questions* were written beside the answers. The desk learns from neither, but both were
looked at while it was built. The *fresh questions* were written by people who had seen neither
phrasings nor answers, and were kept apart: while the desk was built only their totals were looked
at. They are the ones to judge by. The *border questions* were written and kept apart in the same
way, but near the border of what the desk may answer: a quarter asks for legal advice, most of it in
disguise, and four in ten have no answer though they use the desk's words. No such share ever comes,
so judge by them what is answered wrong or anyway, and legal advice. A question that may be legal
advice and may be something else is handed to a person and counts as not shown.

The clerks' questions here are all that were written (`tests/data/clerks_questions.jsonl`), with the
one entry each was written for. The list in `knowledge/questions/` is a later form of it, in which
questions that get choices, or are missed for now, are marked so: it is there to tell when an answer
changes, and would flatter the desk here.
"""
SAME = """
**The same every time.** All questions were asked in two processes that learned anew, with other
hash seeds, other numbers of threads, and questions and entries the other way round. Confidences
count with four decimals.
"""
QUALITY = """
All methods learn from the same phrasings (`knowledge/`) and get the same questions in the same run,
development and clerks' questions together: {answerable} that an entry answers, {unanswerable} that
none answers and {unclear} that may mean several things. A class of what is not ours, or a group of
vague messages, is a label for every method; for each, a top label that is not ours means that
nothing is answered. The clerks' abbreviations and synonyms (`knowledge/words.yaml`), and the first
lines of answers, are read by this matcher alone. Only the matcher is asked here, without the guard
and the rest of the desk.
"""
COLUMNS = """
In percent. *right at once*: answered, and right. *right or shown*: or the right entry is among at
most three that are offered. *wrong*: answered with an entry that is not right (of answerable and
vague questions; the number in brackets). *false*: answered although nothing answers it. Then the
median time of a question, what the process holds, and learning.

This matcher decides by its own rules, whose thresholds were set on the development questions. A
peer answers from one score on and shows three from another on; both cut-offs are the best for it
**over these very questions**, in hindsight, which no operator could know: {right:+g} for a right
answer, {shown:+g} for a right one among three, {needless:+g} for a choice without it, {wrong:+g}
for a wrong or false answer. What each peer's rule is, where it was read and what was added in its
favour stands in its file in `bench/peers/`.
"""
CURVE = """
Each line answers the questions it is surest of first; further right, more are answered. The star is
where this matcher stands with its own rules, which also look at what kind of message it is.
"""
RANKINGS = """
*first*, *in three*: the ranking begins with a right entry, or has one among its first three, with
no cut-off. *with typos*: right or shown, when half of the questions have one or two typing errors.
*as few bad*: answered right, if the method may give no more wrong and false answers than this
matcher does.
"""
COST = """
One question at a time, on one core, by the clock of the process: median and 95th percentile over
about {timed} of the questions, the same ones for every method, some with typing errors; each method
in a fresh process of its own, warmed up by other questions. *learning* is once for each
change of the folder. *memory* is what the process holds after learning and answering, Python
included; *peak* the most it ever held.
"""
RUNNING = """
"On the clock" is what a person waits, other work on the machine included; the rest is CPU time of
one core. A start is the median of several: of `python -m bot ask` with a question, and of a web
worker by gunicorn as the Procfile has it, which serves once `/healthz` says so. The stages are of a
process that opens the desk and answers, without the command line.
"""
BUSY = """
Just before, {busy:.1f} other processes wanted a core of this machine: more than a few tenths make
the times on the clock longer than they would be.
"""
SIZES = """
A larger desk has more entries: {an_entry} phrasings each, made from the folder's own, with a part
of the words of every further copy replaced by new ones. So entries, words and phrasings grow
together, up to {largest} phrasings. *exponent*: cost grows as size to that power, so 1 is in
proportion and less is better. A method that takes over {most} to learn and to answer has no figure.
"""
INTENTS = """
Ten phrasings an intent, means of three samplings, in percent; the best of each column is bold.
*typos*: the same questions, half of them with one or two typing errors. *oos AUROC*: how well
out-of-scope questions are told apart, by the best score of a peer and by this matcher's own
confidence (how probable it is that what it shows is right); *oos told*: the share of them that is
told apart while 95 % of the others are still answered.

This matcher's settings were chosen on phrasings left out of the samplings; where several did as
well there, what they reach here was in sight. So differences of a few tenths say little.
"""
HOW = """
`make bench` measures all but the public sets; `make bench ARGS="--intents DIR"` those too, and
`make bench ARGS="--only quality"` one part. The figures are kept in `quality.json`, from which this
page is written; a part that is measured again replaces its own figures and no others.
"""
STATE = """
What each part was measured on, as short hashes of content. `make bench ARGS="--check"` compares
them with what is there now, measures nothing, and fails if a part is out of date.
"""
