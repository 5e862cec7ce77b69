"""Keep what is typed in a form every few seconds, and offer it again after a crash."""
