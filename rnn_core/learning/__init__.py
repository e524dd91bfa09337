"""What every training has in common, whatever it learns: events, the loop over epochs, the watch, seeds."""
