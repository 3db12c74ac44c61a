"""Second sources for the expected values of the problems: reference libraries, and brute force from the contract."""
