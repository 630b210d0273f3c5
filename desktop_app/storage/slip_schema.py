"""The settlement slip's file as a pydantic model: every line it may state. Unknown keys are refused.

Importing this costs pydantic's import; `slip_file` does so only when a slip is read.
"""

from desktop_app.storage.case_schema import Block, MaybeMoney


class SlipBlock(Block):
    """The lines of a slip, in yuan, by the names of the estimate's result; any of them."""

    total: MaybeMoney = None
    out_of_catalogue: MaybeMoney = None
    over_limit: MaybeMoney = None
    prior_self_pay: MaybeMoney = None
    eligible: MaybeMoney = None
    deductible: MaybeMoney = None
    basic_fund: MaybeMoney = None
    supplement_fund: MaybeMoney = None
    critical_fund: MaybeMoney = None
    assistance_fund: MaybeMoney = None
    fund_total: MaybeMoney = None
    personal_account: MaybeMoney = None
    cash: MaybeMoney = None
