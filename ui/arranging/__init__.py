"""What is done to a meeting to come, in place: move, repeat, postpone, cancel."""
