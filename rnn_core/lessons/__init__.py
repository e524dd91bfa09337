"""The numbers behind the pages that teach: arrays in, plain values out. A room a lesson."""
