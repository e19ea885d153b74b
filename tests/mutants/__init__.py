"""Do the tests see it when the program is wrong? `make mutants`."""
