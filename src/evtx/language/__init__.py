"""Language: which one a text is in, its sentences, quotations and words, and what each word may be."""
