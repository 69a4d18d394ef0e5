"""Amounts of money: whole numbers of the smallest unit of a currency, so that no rounding can be lost."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

_TWO = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD "
    "CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK "
    "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD "
    "RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS "
    "UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW"
)
# ISO 4217 gives the rial two decimals; CLDR gives it none, and neither do people.
_NONE = "BIF CLP DJF GNF IRR ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE = "BHD IQD JOD KWD LYD OMR TND"
# How many decimals each currency in use has (ISO 4217).
CURRENCIES = {code: n for n, codes in ((2, _TWO), (0, _NONE), (3, _THREE)) for code in codes.split()}
_DIGITS = 15  # of the whole part: with three decimals that is as much as a column of the file holds


@dataclass(frozen=True, slots=True)
class Money:
    """``minor`` of the smallest unit of a ``currency`` (ISO 4217): 1250 EUR is twelve euros and a half."""

    minor: int
    currency: str

    @property
    def amount(self) -> Decimal:
        """The amount in the currency itself, with all of its decimals."""
        return Decimal(self.minor).scaleb(-CURRENCIES[self.currency])


def money(amount: Decimal, currency: str) -> Money:
    """An amount of a currency; ``AmdeskError`` where it is written with more decimals than the currency has.

    12.500 euros are refused although they are 12.50: whoever writes three decimals may have meant thousands.
    """
    decimals = CURRENCIES[currency]
    if abs(amount) >= 10**_DIGITS:
        raise AmdeskError(N_("Amounts are written with {n} digits at most."), n=_DIGITS)
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > decimals:
        raise AmdeskError(_too_fine(decimals), currency=currency, n=decimals)
    return Money(int(amount.scaleb(decimals)), currency)


def _too_fine(decimals: int) -> str:
    if not decimals:
        return N_("Amounts in {currency} are written without decimals.")
    return N_("Amounts in {currency} are written with {n} decimals at most.")
