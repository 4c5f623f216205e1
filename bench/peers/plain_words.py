"""Function words of English, for the keyword rules: what a careful admin would not call a keyword.

The 33 words of Lucene's English stop filter, and the pronouns, question words, auxiliaries and
prepositions that part-of-speech filters drop.
"""

LUCENE = frozenset(
    """
    a an and are as at be but by for if in into is it no not of on or such that the their then
    there these they this to was will with
    """.split()  # noqa: SIM905 - words are read more easily as a text
)
"""Source: Lucene's `EnglishAnalyzer.ENGLISH_STOP_WORDS_SET`."""

FUNCTION_WORDS = LUCENE | frozenset(
    """
    i me my mine myself we us our ours you your yours he him his she her hers its them theirs
    who whom whose what which when where why how
    am were been being do does did doing done have has had having
    can could may might must shall should would
    about above after again against before below between down during from off out over through
    under until up because than while
    all any both each few here just more most nor once only other own same so some too very
    s t dont im ive cant
    """.split()  # noqa: SIM905
)
