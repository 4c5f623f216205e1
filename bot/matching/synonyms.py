"""Everyday English words that mean nearly the same when people ask for help.

One line is one group. These are weak evidence: a shared group adds to the likeness of two texts
less than a shared word does. What only one desk's people say belongs in its `words.yaml`.
"""

GROUPS = tuple(
    tuple(line.split())
    for line in """
obtain get receive acquire procure retrieve fetch
buy purchase order acquire
begin start commence initiate launch
end finish terminate conclude complete stop cease quit
cancel close terminate deactivate discontinue delete end shut drop
delete remove erase discard purge strip clear
change modify alter edit amend revise update switch adjust
correct fix repair rectify resolve solve remedy
wrong incorrect mistaken inaccurate erroneous false bad
mistake error slip blunder accident accidentally erroneously inadvertently mistakenly
problem trouble issue difficulty error fault glitch hiccup
broken down fail failing malfunction crash dead outage offline unavailable
work function operate run
file submit lodge upload efile
arrive come reach land
show list display
required necessary mandatory needed obligatory compulsory
prohibited forbidden barred banned disallowed
ask request inquire apply petition
request application apply ask
approve accept grant okay authorize green
approved accepted granted cleared activated processed
deny reject decline refuse denied rejected turned
pending waiting processing outstanding unresolved await
wait delay hold long
fast quick quickly soon rapidly promptly speedy
late overdue past tardy delinquent behind
deadline due cutoff limit last
pay remit settle payment paid
cost price fee charge rate expense pay
charge bill invoice debit fee
bill invoice statement charge
free complimentary gratis waived nothing
waive waiver forgive excuse exempt exemption
refund reimburse repay reimbursement return money
money cash funds dollars bucks
bank checking account ach echeck savings
cheap inexpensive affordable low
expensive costly pricey high
amount sum total balance
owe debt due outstanding unpaid
twice double duplicate two
many multiple several numerous various
single one individual sole
own personal individual separate
shared joint common group communal
share sharing lend give
company firm business corporation organization office employer practice
lawyer attorney counsel counselor solicitor
paralegal assistant secretary clerk staff
staff employee employees worker personnel assistant team
judge magistrate justice
court courthouse tribunal
debtor filer bankrupt
creditor lender bank
landlord lessor owner
human person live real representative agent operator
bot robot machine computer automated ai
help assist aid support assistance
cellphone smartphone phone mobile cell iphone android device
notice notification alert message email nef
address location street
closed shut
holiday closed
weekend saturday sunday
month monthly
quarter quarterly three
year annual annually yearly
when time date
move relocate transfer
leave quit depart left resign exit
join enroll register
register enroll signup join subscribe registration enrollment
disable deactivate turn suspend
locked blocked disabled suspended frozen barred
lock block disable suspend freeze
unlock reactivate restore reinstate unblock
reset restore recover change
recover restore retrieve
forgot forget forgotten lost misplaced remember recall unknown
lost missing misplaced gone disappeared vanished
missing absent gone disappeared vanished lacking
stolen lost
login signin logon username credentials
username login userid user id
password passcode passphrase credentials secret
code token passcode pin
log sign enter access
access entry admission rights privileges permission
permission right rights privilege authorization access
account login profile
profile account
link connect join attach tie hook combine merge associate marry
linked connected joined attached tied hooked combined merged associated paired
linking connecting joining attaching tying merging
unlink disconnect detach separate undo
old former previous prior earlier legacy
previous prior former earlier
before prior earlier beforehand
after following once since afterwards
again another repeat redo anew
upgrade convert update migrate modernize
upgraded converted updated migrated nextgen
convert upgrade change transform
system site website program software application platform
website site page web portal
button link tab icon
menu tab option
option choice alternative
kind type sort category
role type kind
form document paper
attach attachment upload
copy duplicate print
print hardcopy paper
certified exemplified official
proof evidence confirmation verification
verify confirm check validate
confirm verify sure
status progress state stage
training class course tutorial lesson workshop seminar webinar
teach train instruct
tutorial video guide walkthrough demonstration
guide manual instructions handbook documentation
instructions directions steps guide how
steps procedure process
procedure process protocol way
question query inquiry
answer reply response respond
explain describe clarify
mean meaning signify
understand know comprehend
rule requirement regulation policy
policy rule
difference distinction differ versus different
same identical equal
instead rather alternative
reason why cause
safe secure legitimate genuine real trustworthy
fake fraudulent scam phishing bogus suspicious hoax spoof sketchy
suspicious strange odd weird sketchy fishy unusual
scam fraud phishing swindle
spam junk
browser chrome firefox edge safari explorer
computer pc laptop desktop mac machine
internet online web
online electronically electronic internet web
electronic electronically digital online
envelope letter
fax facsimile
visit walk person counter
dropoff drop deliver deposit
building courthouse office
park parking garage
hearing trial court appearance
appear attend show
lawsuit suit case
docket record register entries
record records docket history
lookup search find
hire employ retain
hired employed new
job employment career position vacancy
retire retired retirement
dead died deceased death
marry married wedding marriage
divorce divorced
name surname
maiden married name
birthday birthdate dob born birth
age old
wife husband spouse partner
friend buddy pal
car vehicle truck auto
wage paycheck salary earnings garnish
garnish garnishment levy
tax taxes irs
poor indigent afford broke
afford pay
student researcher academic professor scholar university
journalist reporter press media newspaper
government agency federal
thanks thank appreciate grateful cheers
sorry apologize
angry mad upset furious
annoying irritating frustrating
stuck trapped frozen stopped
frozen hang hung spinning stuck freeze
blank white empty
slow sluggish
message notice warning popup
warning alert message
error message failure
expire expired lapse lapsed expiration
renew extend
valid invalid active
inactive dormant unused disabled
active live current
limit maximum cap max
minimum least
length long characters short
size large big
large big huge
small little tiny
secondary additional extra second other
additional extra another more other
extra additional spare
primary main first
recipient addressee
copy cc carbon
client customer
customer client
vendor provider supplier company
service services
program software app
authenticator app application
backup spare alternate
text sms
spouse wife husband
trust trustee
appoint appointed named assigned
assign designate appoint
represent act
behalf for
practise practice practising
admit admitted admission
license licensed bar
temporary temporarily visiting
permanent permanently good forever
forever permanently
whole entire all
exact precisely exactly
maybe perhaps possibly
wish want hope
try attempt
happened occurred
establish set create
enter input
send transmit forward
find locate
obtain procure get
letter envelope
document pleading
house home residence
learn study
choose select pick
phone telephone
contact reach
email mail
card visa mastercard plastic amex
add include insert append
create establish
keep retain
write draft
person individual
new recent
allowed permitted authorized entitled
need require necessary mandatory obligatory compulsory
happen occur
provide supply
use utilize
notify inform advise
utilize use
commence begin
assist help
prior before earlier
purchase buy
reside live
inquire ask
regarding about concerning
terminate end
attempt try
sufficient enough
additional more extra
subsequent after later
via through by
postpone delay defer continue
reschedule postpone
permissible allowed permitted
""".strip().splitlines()
)
