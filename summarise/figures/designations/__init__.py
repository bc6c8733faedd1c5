"""Numbers that label and do not count: ordinals, years, dates, times of day, numbers in names."""

from summarise.figures.designations.designation import Designation
from summarise.figures.designations.merging import with_designations
from summarise.figures.designations.reading import designations

__all__ = ["Designation", "designations", "with_designations"]
