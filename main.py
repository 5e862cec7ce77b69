"""Starts the program."""

from outreach_app.cli import main

if __name__ == "__main__":
    main()
