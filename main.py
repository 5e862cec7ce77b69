"""Starts the program."""

from multiprocessing import freeze_support

from ui.start import main

if __name__ == "__main__":
    freeze_support()  # a packaged program starts itself again for a child that renders or reads
    main()
