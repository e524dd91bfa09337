"""From settings to a training that one watches: the form, its foot, and what learns at the right."""
