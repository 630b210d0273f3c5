"""Runs the program as `python -m desktop_app`."""

from desktop_app.app import main

if __name__ == "__main__":
    main()
