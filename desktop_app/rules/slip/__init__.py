"""A real settlement slip beside the estimate: what agrees, which rule explains what does not, and what to ask.

`compare` lines up the amounts, `causes` supposes one rule at a time to have been otherwise and settles the bill anew,
`explain` keeps what reproduces the slip, `verdict` tells what is normal from what is worth asking.
"""
