"""More messages without a secret: numbers, addresses, names and complaints that come near one."""

import pytest

from bot.guard import find_secrets

HARMLESS = r"""
My password is hopeless
my password is garbage according to this thing
The password is "incorrect" it says
password is: invalid
password: forgot it
Password: I forgot it
PASSWORD: HELP
re: password
Subject: PACER password
password - how do I change it
Password; username; both wrong
the pw is what I used in 2019
password is from 2019
pw is like 6 chars
password was fine yesterday
password was good until today
my password was working last week
my password was reset by the clerk
my password is Chrome's problem
my password is stored in LastPass
my password is in Dashlane
my password is with the paralegal
the password is Jane's
his password is on file w/ Best Case
the password is for CM/ECF
the password field is greyed out
password field says "min 14 chars"
password: 14+ chars, 1 upper/1 lower
new password policy: 14-45 characters
New Password: / Confirm Password: both red
I tried password reset 3 times
tried 3 passwords already
i tried my password 5x
used password reset tool v2.1
entered password wrong 6 times
typed password correctly!!
login: PACER
Login: pacer.uscourts.gov
login is not working, password either
user: attorney, role: filer
user attorney password forgotten
my user id is jdoe and password not accepted
username jdoe password wrong
username: jdoe password: forgotten
username: jdoe password: unknown
user jdoe password reset
sign in with Login.gov and MFA
logins for 3 attorneys and 2 paralegals
credentials for Smith and Jones LLP
the password includes an @ symbol
does the password allow @#$ or not
can a password contain !@#$%^&*
special characters like ! @ # $ in password
must I use 1 of these !#$% in the password
is Q4 password change required
password change every 180d
what does "password expired on 2026-11-24" mean
password error PACER-1042
got error ECF-2031 after typing password
password for case 24-01234
password for 4:23-bk-00123
password to doc 12-1
need password for Judge's Zoom
zoom password for 10:30am
zoom meeting ID 161 555 0100
wifi password at courthouse
pass along my thanks
please pass this to Judy
pass/fail
passed the bar in 2026
passport number needed?
press pass
boarding pass ABC123
bus pass is required
pins and needles
pin the message
pin 3 messages
can you pin: reminder
my code app stopped
the code is in section 362
the Code is silent on 2004 exams
the bankruptcy code: 11 U.S.C. 1325
code: see 11 USC 523(a)(8)
dress code: business
code enforcement case 2026-12345
QR code won't scan
qr code 2 of 3
code for form 410 is missing
verification of creditor matrix 12 pages
verification code sent to 515-***-0100
the code was sent at 10:30
the code was sent 11/24/2026
the code was 6 digits
the code takes 120 seconds
the code takes 10 minutes to come
authenticator app on 2 phones
the authenticator needs iOS 16.4
MFA deadline December 31, 2025
MFA since 12/31/2025
mfa required by 2026
2FA: required?
MFA enrollment ends 20251231
app says 5 minutes left
my phone is 5155550100
my cell 515 555 0100 never gets the code
text me at 5155550100
text the code to 5155550100
email says receipt number 1234567
ECF says 123456 bytes
invoice # 202611240
my bar number is 123456
bar id XX0012345
Attorney bar no. XX0012345
my PACER ID is 1234567 and code hasn't come
code hasn't come for account 1234567
the claim number is 482913
amount of claim 123456.78
claim for 123,456
owes 482913 dollars
debt of $123,456.78
EIN 12-3456789
our ein is 123456789
tax year 2024-2025
tax id needed?
UPS 1Z999AA10123456784
tracking 9400111899223100000000
pay.gov tracking id 27ABCDEF
pay.gov agency tracking ID 4111-2026
transaction 123456789012
confirmation number 12345678
trace number 091000010000001
the account ending 6789 on schedule B
bank statement pages 123456
savings bond 2031
routing of mail to 210 Walnut
transit time 5 days
deposit of $1,200.00 on 11/24/2026
wire 15000 to trustee
the credit union claim 1234567
chapter 7 case 2401234
case no 24-1234
4:24-ap-03012
BK 24-01234-lmj13
hearing 11/24/2026 10:30 room 4
341 at 11/24/2026
born yesterday
newborn on 11/24/2026
my son was born in 2026
birthday party in 2 weeks
DOB required since 8/11/14
why birth date? I registered 11/24/2026
birth certificate number 123456
social worker 12345
social media
social security card replaced 11/24/2026
social security benefits of $1,200.00
social security 1099 for 2024
SSA-1099 2024
SSN field limited to 9 digits
ssn needs 9 digits not 8
SSN on form 121
statement of social security number form 121
full ssn on B121, case 24-01234
card 1 of 2
cards: visa, mastercard, amex, discover
card expires 09/29
exp 09/29
credit card fee 2.5%
credit counseling certificate 12345-XXS-CC-123456789
certificate number 00252-XXS-DE-012345678
card charged 338.00 on 11/24/2026
card receipt 27ABC123
maiden name change
my wife's maiden name is Jones, petition lists it
my mother's name is on the petition
mother's maiden name: required
my first school loan is from Sallie
my first attorney was fired
favorite color
security question 2 is blank
security questions are gone
security answer can't be found
what's my security answer
answer to my question is no
the answer is on the FAQ
is the answer due in 21 days
answer due 11/24/2026
adversary answer: due 30 days
Thanks! My number is 515-555-0100 ext 123
Suite 300, 110 Main St, Springfield, XX 12345
515.555.0100
(515)555-0100
+15155550100
5155550100
https://ecf.xxsb.uscourts.gov/doc1/07512345678
https://pacer.uscourts.gov/?id=123456789012345
doc 07512345678
<https://pcl.uscourts.gov/pcl/view/123456789|link>
12345
2026-11-24T10:30:00
192.168.100.200
Chrome 131.0.6778.86
version 24.12.1
00:12:34
1 2 3 4 5 6 7 8 9
1,000,000
:one: :two: :three:
<!date^1392734382^Posted {date_num} {time_secs}|Posted 2014-02-18 6:39:42 AM PST>
<@U012AB3CD> password help
<#C012AB3CD|general> password
`password`
*password*
> password is wrong
"my password is" field
password=
password:
pw?
""".strip().splitlines()


@pytest.mark.parametrize("text", HARMLESS)
def test_no_false_alarm(text: str) -> None:
    """Nobody is told to change a secret that they did not type."""
    assert find_secrets(text) == ()
