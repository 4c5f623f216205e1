"""Messages without a secret, near enough to one to be mistaken for it."""

import pytest

from bot.guard import find_secrets

HARMLESS = """
my password is wrong
password is not working
is my password case sensitive
password rules: 14 characters
my password is expired and I can't get in
PASSWORD IS INCORRECT!!!
my pw is def right, worked yesterday
pw isn't working
the password is on a sticky note
password reset email isn't coming
My password has an & or $ in it and linking does not work
the password I use for PACER is not the same as the ECF one
password: required
Password requirements: 14 characters, 1 number, 1 symbol
"CM/ECF login: / CM/ECF password:" what now
what is my password
my password is history
my password was changed on 11/24/2026
password is 180 days old
180 day password change rule
is 8 characters still enough for a password
password/username wrong
user name and password don't match
username, password, and security questions
forgot password, user id is jdoe_test
login page 404
login error 401 / 403
log in to PACER and NextGen
log in to CM/ECF / PACER
password to PACER
changed my password to something new
I set my password to expire
can I change my password to 12 characters
password for NextGen2
password manager 1Password or LastPass
password MFA/2FA
password expired 11/24/2026
password :sob: :sob:
password?
my password is :face_with_rolling_eyes:
pass the motion: yes
did the rule pass in 2024
the pass rate is 80
my pin never came
letter with my pin has not come in 14 days
PIN letter sent 11/02/2026
did you get my password reset request <@U012AB3CD>
password link https://pacer.uscourts.gov/reset?x=1
password help: <mailto:help@court.example|help@court.example>
I gave the password to <@U012AB3CD> yesterday
my password is too old
the new password must be 14 characters long
password doesn't meet complexity standards
PW WONT WORK PLZ HELP
does my password need 1 uppercase
my password is autofilled by Chrome
how do I get my password reset to work
my secretary who knew the ECF password left
reset my password please, jdoe at firm
he told me the password is case-sensitive
passwords are 14+ characters now
can I reuse password #2 from last year
login with Chrome and Windows11
user id 1234567 and password forgotten
error code 500
error code: 500123
the site says error code 482913
status code 404
stop code 0x0000007B
my zip code is 12345
zip code: 12345-6789
area code 515
client code 48291377
our billing code is 123456
code section 523
11 U.S.C. code 362
Bankruptcy Code 1325
event code 123456
the code never comes
my verification code is not working
code does not arrive, tried 3 times
used up all my backup codes
ten backup codes on paper
backup codes instead of app
backup codes since 2025
the new code 2019-2020 rules
the code expired after 30 seconds
6 digit code
call me with the code at 515-555-0100
no code at 515 555 0100
the code goes to 515.555.0100
the app shows nothing
the app says case 24-01234
my phone is 515-555-0100
the screen says 404
email says 2 new filings
access code for the hearing line is on the notice
dial-in code 1234567
registration takes 10 days, code by mail
app shows 120 pages
fee $338
the fee is 338
I was charged $1,738.00 twice
chapter 13 costs 313 dollars
case 24-01234
case number 4:23-bk-00123
23-00123-als7
docket 123456
claim 12-1 in 24-01234
my PACER account number is 1234567
account 1234567
acct # 1234567
PACER acct no. 1234567, can you add me to the firm's billing
I pay by ACH, PACER account number 1234567
need my account number, bank says nothing
do you take a checking account? My PACER account is 1234567
routing number needed?
add bank routing number for ecf payment
bank account from 2019
the account since 2009
invoice 12345678 unpaid
receipt number 1234567
receipt A1234567 for case 24-01234
tracking number 999912345678
check number 10234 for the account
August 11, 2014
opened before 08/11/2014
filed on 11/25/2026
hearing on January 5, 2027 at 10:30
why does PACER want my date of birth
wrong birthday on my PACER account
birth date required since 08/11/2014
my birthday field is locked, called 515-555-0100
DOB mismatch, I called on 11/20/2026
born in 1970
can i just put jan 1 as date of birth
upgrade form asks for DOB, why?
social security number redaction
redact a social security number that was filed
who redacts Social Security numbers on page 12
live on social security, 1200 a month
Social Security office 800-772-1213
social security office, 210 Walnut St, Springfield XX 12345-6789
xxx-xx-6789 is what the notice shows
last four of the SSN or is it stripped
full social visible on docket 45
Social Security 2025-2026 increase
add a card to PACER
my card was charged twice, $338 each
card ending in 1111
card declined, receipt 1234567
my card number changed, update it
replace an expired card 09/29
does Visa work, or only 2 of 3 cards
I have 1111 2222 3333 things to do
0000000
1234567890
515-555-0100
+1 (515) 555-0100
<tel:+15155550100|515-555-0100>
12345-6789
3.14159265358979
what's 18% of 246.50
mother's maiden name is not accepted
my security answers don't match
security question answers not accepted
security answer is wrong
security answers are case sensitive
I got married and my filings still show my maiden name
first car loan was reaffirmed
my first job was terminated
my first school was closed, student loan
totally blanked on my security answers too
my favorite part of PACER is logging out
the form has four five six pages
one two three four, testing
iPhone 15 authenticator app on iOS 17.2
rule 9037 and form 410
version 1.8.3 of NextGen
PDF is 60 MB, 1234567890 bytes
[password removed] is what I typed
[birth date removed] and 01/02/1901
[one time code removed] 482913
""".strip().splitlines()


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_alone(text: str) -> None:
    """Talk about secrets, and numbers that are none, raise no alarm."""
    assert find_secrets(text) == ()


def test_there_are_enough_harmless_examples() -> None:
    """Each harmless example is counted once."""
    assert len(set(HARMLESS)) == len(HARMLESS) >= 120
