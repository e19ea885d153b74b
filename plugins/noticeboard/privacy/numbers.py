"""Check digits that tell a real number from any other: identity numbers and bank cards."""

import datetime

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
REMAINDERS = "10X98765432"


def is_identity_number(digits: str) -> bool:
    """Whether 18 characters are a citizen's identity number: a real date, and the check digit of ISO 7064 MOD 11-2."""
    return _is_date(digits[6:14]) and digits[17] == check_digit(digits[:17])


def is_old_identity_number(digits: str) -> bool:
    """Whether 15 digits may be one of the numbers issued before 1999: there is only the date to go by."""
    return digits[0] != "0" and _is_date(f"19{digits[6:12]}")


def check_digit(digits: str) -> str:
    """The 18th character after 17 digits."""
    return REMAINDERS[sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11]


def _is_date(digits: str) -> bool:
    try:
        day = datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return datetime.date(1880, 1, 1) <= day


def is_luhn(digits: str) -> bool:
    """Whether the last digit fits, as on bank cards (ISO/IEC 7812)."""
    odd, even = digits[-1::-2], digits[-2::-2]
    return (sum(map(int, odd)) + sum(sum(divmod(2 * int(digit), 10)) for digit in even)) % 10 == 0
