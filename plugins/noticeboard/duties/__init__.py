"""The disclosure clock: what is to be disclosed, by whom, by when, and what was seen."""
