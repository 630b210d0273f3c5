"""How the public dataset's figures came into data/figures/dataset: read, judged, given a range, written as text.

    PYTHONPATH=packaging python -m convert_figures FACTS data/figures --again

FACTS holds `regions/*.json` (figures of 348 pooling areas from the MIT-licensed dataset
good9527/china-medical-insurance), `trust.json` (which of its blocks may be called a local figure, which links must not
be shown) and `local_*.json` (what was found elsewhere, and whether it agrees). Figures that data/figures/*.yaml states
are left out. `finds.csv` keeps them beside the range the dataset's figure would have had, `spread.csv` how the ranges
were widened until they held nine in ten of them. Corrections stand in data/figures/*.yaml and never in what is written
here, so that converting again changes nothing.
"""
