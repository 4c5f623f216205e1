"""Function words of English, for the keyword rules: what a careful admin would not call a keyword.

The 33 words of Lucene's English stop filter, and the pronouns, question words, auxiliaries and
prepositions that part-of-speech filters drop.
"""

LUCENE = frozenset(
    "a an and are as at be but by for if in into is it no not of on or such that the their then "
    "there these they this to was will with".split()
)
"""Source: Lucene's `EnglishAnalyzer.ENGLISH_STOP_WORDS_SET`."""

FUNCTION_WORDS = LUCENE | frozenset(
    "i me my mine myself we us our ours you your yours he him his she her hers its them theirs who "
    "whom whose what which when where why how am were been being do does did doing done have has "
    "had having can could may might must shall should would about above after again against all "
    "any because before below between both down during each few from further here just more most "
    "nor off once only other out over own same so some than through too under until up very while "
    "s t dont im ive cant".split()
)
