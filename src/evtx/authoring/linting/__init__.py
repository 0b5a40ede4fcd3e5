"""What looks wrong in rules that can be used: words, templates, needs and sentences."""
