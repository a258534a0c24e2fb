"""`python -m retold`, the same as `retold`."""

from retold.cli.main import main

if __name__ == "__main__":
    main()
