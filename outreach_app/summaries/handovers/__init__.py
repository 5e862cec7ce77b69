"""The handover from one chief to the next: open matters, and what to do first."""
