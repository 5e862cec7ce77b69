"""What is typed in a form, kept every few seconds and offered again after a crash."""
