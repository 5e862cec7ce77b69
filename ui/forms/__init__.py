"""Forms of any draft: fields, their editors, problems under them."""
