"""Starts the program."""

from multiprocessing import freeze_support

from outreach_app.cli import main

if __name__ == "__main__":
    # A packaged program starts itself again for the child that renders documents.
    freeze_support()
    main()
