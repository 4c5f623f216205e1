"""The many ways in which one made-up secret is told; no part of it may survive."""

import re

import pytest

from bot.guard import is_sensitive, redact

TOLD = """
My PACER password is BlueHeron#22. Why does it say invalid?
the pword is BlueHeron#22
passw BlueHeron#22
pasword BlueHeron#22
p/w BlueHeron#22
my password (BlueHeron#22) expired
My password expired (it was BlueHeron#22), how do I reset
password expired, it was BlueHeron#22
my username is jdoe_test & my password is blueheron
user jdoe pass blueheron22
I log in as jdoe_test with BlueHeron#22 and nothing
logging in with jdoe_test / BlueHeron#22
I sign in with jdoe_test, BlueHeron#22
my login is jdoe_test:BlueHeron#22
jdoe_test/BlueHeron#22 wont log in
credentials: jdoe_test / BlueHeron#22
ID: jdoe_test PW: BlueHeron#22
ecf login jdoe_test and ecf password blueheron22
can you log in for me? jdoe_test and BlueHeron#22
here is my password so you can check: BlueHeron#22
please check my password: BlueHeron#22
password:BlueHeron#22
PASSWORD=BLUEHERON22
My password is "blueheron".
my password's blueheron22
My Password is: BlueHeron
the wifi password is guest2031
reset my password to BlueHeron#22
change my password from OldHeron#21 to BlueHeron#22
Can you make my new password BlueHeron#22
I want my password to be BlueHeron22
I'd like the password BlueHeron22
would BlueHeron22! be a valid password
is BlueHeron22! long enough for a password?
why was BlueHeron22! rejected as too weak a password
it wont take BlueHeron#22 as a new password, what are the rules
my secret word is blueheron
pin number 4821
my pin=4821
pin 4821 not working
my pin, 4821, is refused
passphrase: correct-horse-battery9
my passphrase is "blue barn red tractor"
I'm locked out. SSN 900-12-3456, DOB 01/01/1900
last 4 of ssn: 6789
last four SSN 6789
the petition shows 900-12-3456 unredacted
I filed a doc with the full social 000456789 on it
SS# 000456789
soc 000-45-6789
Social Security Number: 000 - 45 - 6789
my ssn's 900-12-3456
my tax payer id is 900-12-3456
his social is 900-12-3456
ssn900-12-3456
SSN:900123456
my card is 4111111111111111
4111-1111-1111-1111
amex 378282246310005 4 digit 1234
credit card 4000 0000 0000 0002 declined
card # 6011000990139424
my visa ends... full number 4111 1111 1111 1111
cc 5105105105105100 exp 12/30 cvv 999
cvv is 999
CVC: 999
security code on the back is 999
4111 1111 1111 1111/09/29/123
card 41111111 11111111
routing: 000000000, account: 0001234567
acct 0001234567 routing 000000000
debit my account 0001234567 at First Test Bank
ach 000000000/0001234567
aba# 000000000
my bank account is 0001234567
account number is 0001234567 checking
iban DE89370400440532013000
born 01/01/1900
DOB 1/1/1900
birthdate 01-01-1900
my date of birth is 1 Jan 1900
Date of Birth: January 1, 1900
PACER thinks I was born on 2/2/1902 but it's 1/1/1900
my assistant's birthday (2/2/1902) is on my account
They used 02/02/1902, which is my secretary's date of birth
dob=19000101
my birthday is 01/01
my birthday's 1/1/1900
i put in 01/01/1900 for the birthday and its wrong
her DOB of 02/02/1902 is on my account
the code is 482913
code:482913
Code - 482913
here's the code 482913
my authenticator code right now is 482 913
PACER keeps saying invalid code. It's 482913.
google authenticator shows 482913 for pacer
App code 482913 not accepted
it sent me 482913 but says invalid code
i got a text with code 482913
text message says 482913
your code is 482913. don't share it
PACER: Your verification code is 482913.
my 6 digit mfa number is 482913
the six digits are 482913, please enter for my mfa
security code 482913 from email
login code 482 913
secretary needs my code: 482913
use code 482913 to log in for me
backup code: A1B2C3D4
one of my backup codes, 48291377, fails
backup codes 1) 48291377 2) 11223344
backup codes: 4829-1377 1122-3344
Emergency codes 48291377 11223344
my remaining codes are 48291377 and 11223344
security answer is biscuit
my security answers are biscuit, rambler, and lincoln
mother's maiden name = testerson
moms maiden name is testerson
mother maiden: testerson
my first pets name was biscuit and pacer wont accept it
favorite movie: Fargo is my security answer
""".strip().splitlines()

SECRET = re.compile(
    r"heron#?!?\d*\b(?!_)|guest2031|4821|correct-horse|red tractor|000-?45"
    r"|900-12|900123456|45-?6789"
    r"|[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}|378282246310005|\b999\b|\b0{8,9}\b|0001234567|DE89370|1900"
    r"|482 ?913|48291377|11223344|A1B2C3D4|4829-1377|biscuit|rambler|lincoln|testerson|fargo",
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", TOLD)
def test_nothing_of_the_secret_survives(text: str) -> None:
    """However a secret is told, it is noticed and none of it is kept."""
    assert is_sensitive(text)
    assert not SECRET.search(redact(text))
