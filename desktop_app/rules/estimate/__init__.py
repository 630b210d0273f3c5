"""The estimate: one small file per step of the calculation, in the order of the settlement (estimator.md).

Read them as the bill is read: lines, split, schedule, basic_fund, supplement, critical, assistance; `episode` strings
them together, `entitlement` holds what they need, `year` runs several episodes, `bounds` encloses what is not known.
"""
