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
right correct accurate proper true valid
problem trouble issue difficulty error fault glitch hiccup
broken down fail failing malfunction crash dead outage offline unavailable
work function operate run
show display appear view see look
find locate search lookup discover seek track
look search browse check
where location place whereabouts
send submit transmit deliver mail forward upload
file submit lodge upload efile
receive get arrive obtain come
arrive come reach land
show list display
list roster directory index
need require must necessary mandatory obligatory compulsory needed have
required necessary mandatory needed obligatory compulsory
allowed permitted may can able eligible authorized entitled allow permit
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
card visa mastercard credit debit plastic amex
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
boss supervisor manager partner employer
judge magistrate justice
court courthouse tribunal
clerk office court
debtor filer bankrupt
creditor lender bank
landlord lessor owner
person individual human people someone somebody
human person live real representative agent operator
bot robot machine computer automated ai
help assist aid support assistance
contact reach call phone telephone email
phone telephone call number ring dial
cellphone smartphone phone mobile cell iphone android device
number no digits id
email mail message inbox
notice notification alert message email nef
address location street
hours open time schedule
open opened opening
closed shut
today now currently present presently
holiday closed
weekend saturday sunday
month monthly
quarter quarterly three
year annual annually yearly
daily day everyday
date day when
when time date
move relocate transfer
move switch change transfer
leave quit depart left resign exit
join enroll register
register enroll signup join subscribe registration enrollment
enroll activate turn enable set
enable activate turn switch
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
add include insert append attach
new recent latest fresh brand
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
page screen window form
screen page display window
button link tab icon
menu tab option
choose select pick opt
option choice alternative
kind type sort category
role type kind
form document paper
document paper file pdf pleading
attach attachment upload
copy duplicate print
print hardcopy paper
certified exemplified official
proof evidence confirmation verification
verify confirm check validate
confirm verify sure
status progress state stage
check verify look see
learn study train
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
tell inform advise let
say state tell
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
mail post postal postage
letter mail envelope
envelope letter
fax facsimile
visit walk person counter
bring carry hand deliver
dropoff drop deliver deposit
building courthouse office
park parking garage
hearing trial court appearance
appear attend show
attend go come
lawsuit suit case
case matter proceeding lawsuit
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
child kid son daughter minor
wife husband spouse partner
friend buddy pal
house home property residence
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
hello hi hey morning greetings
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
half part
exact precisely exactly
maybe perhaps possibly
want wish like desire
wish want hope
use utilize employ using
try attempt
keep retain remain stay maintain hold
stay remain keep
store save keep remember
save store keep
happen occur become
happened occurred
give provide supply
provide supply give
take accept
accept take
put place enter
enter type input key
type enter key
write draft prepare
prepare draft make
create make set open establish
establish set create
make create
build create
offer provide
""".strip().splitlines()
)
