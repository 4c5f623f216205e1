"""General English a reader of short messages needs: nothing here belongs to one court or desk."""

_FUNCTION_WORDS = """
    a about above after again all also am an and any are as at back be because been before being
    between both but by can could did do does doing done down each either else ever every few for
    from further get gets getting go goes going gone got had has have having he her here hers him
    his how i if in into is it its just let like may me might mine more most much must my no nor
    not now of off ok on once one only or other our ours out over own please same say says she
    should so some still such than that the their theirs them then there these they thing things
    this those though through to too under until up us very want was way we well were what when
    where whether which while who whom whose why will with within without would yes yet you your
    yours thank thanks sorry hello hi hey dear really anyone somebody someone anything something
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that say how a thing is asked, not what about."""

READ_AS = {
    form: words
    for line in """
    aint=is not|arent=are not|cant=can not|cannot=can not|couldnt=could not|didnt=did not
    doesnt=does not|dont=do not|hadnt=had not|hasnt=has not|havent=have not|isnt=is not
    mustnt=must not|neednt=need not|shouldnt=should not|wasnt=was not|werent=were not
    wont=will not|wouldnt=would not|dosent=does not|doesent=does not|didint=did not
    im=i am|ive=i have|id've=i would have|youre=you are|youve=you have|theyre=they are
    theyve=they have|weve=we have|hes=he is|shes=she is|thats=that is|theres=there is
    whats=what is|wheres=where is|whos=who is|hows=how is|whens=when is|lets=let us
    wht=what|wat=what|wut=what|hw=how|howd=how did|whered=where did|whys=why is
    gonna=going to|gotta=got to|wanna=want to|hafta=have to|hasta=has to|outta=out of|kinda=kind of
    gimme=give me|lemme=let me|dunno=do not know|shoulda=should have|coulda=could have
    u=you|ur=your|r=are|y=why|n=and|k=ok|b4=before|4=for|2=to|pls=please|plz=please|plse=please
    thx=thanks|ty=thanks|tx=thanks|thnx=thanks|tnx=thanks|tks=thanks|cuz=because|coz=because
    bc=because|bcuz=because|w=with|wo=without|wout=without|abt=about|tho=though|thru=through
    thot=thought|nite=night|2day=today|tmrw=tomorrow|tmw=tomorrow|tmrrw=tomorrow|tomo=tomorrow
    yest=yesterday|2nite=tonight|2x=twice|1st=first|2nd=second|3rd=third|ppl=people|msg=message
    msgs=messages|hrs=hours|hr=hour|min=minute|mins=minutes|wk=week|wks=weeks|mo=month|mos=months
    yr=year|yrs=years|nbr=number|num=number|nmbr=number|tel=telephone|ph=phone|addr=address
    acct=account|accts=accounts|info=information|docs=documents|doc=document|pg=page|pgs=pages
    asap=soon|fwd=forward|cc=card|pymt=payment|pmt=payment|amt=amount|chk=check|ck=check
    rcvd=received|recd=received|rec'd=received|reqd=required|req=request|reqs=requirements
    cert=certificate|certs=certificates|dept=department|ofc=office|gov=government|govt=government
    mgmt=management|mgr=manager|asst=assistant|avail=available|bldg=building|hq=headquarters
    ctr=center|intl=international|natl=national|org=organization|orgs=organizations
    sec=second|shld=should|wld=would|cld=could|wich=which|alot=much|alrdy=already|prob=problem
    probs=problems|prolly=probably|diff=different|diffs=differences|config=configure
    nvm=never mind|btw=by the way|fyi=for your information|idk=do not know|imo=in my opinion
    omg=oh my|wtf=what the hell|wth=what the hell|lol=haha|rn=right now|atm=at the moment
    afaik=as far as i know|eod=end of day|eta=estimated time|faqs=faq|vid=video|vids=videos
    pic=picture|pics=pictures|ok=okay|yup=yes|yep=yes|yeah=yes|ya=you|nope=no|nah=no
    pswd=password|passwd=password|pwd=password|pword=password|pw=password|pws=passwords
    usr=user|usrnm=username|usernm=username|userid=username|logon=login|signin=sign in
    signon=sign on|logins=login|esq=attorney|jr=junior|mr=mister|mrs=missus
    """.replace("\n", "|").split("|")
    if (stripped := line.strip())
    for form, words in [stripped.split("=")]
}
"""Chat forms and contractions that lost their apostrophe, and what to read in their place."""

CONTRACTION_ENDINGS = (
    ("n't", "not"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    ("'d", "would"),
    ("'m", "am"),
    ("'s", ""),
)
"""What an ending after an apostrophe is read as; a plain possessive is dropped."""

SYMBOLS = {
    "$": " dollar ",
    "€": " euro ",
    "£": " pound ",
    "%": " percent ",
    "&": " and ",
    "@": " at ",
    "#": " number ",
    "+": " and ",
}
