"""How long trainings take: amounts of work, what each costs, what past trainings teach of that, and the time told.

From `work.py` (what a training is for a machine) to `estimate.py` (the seconds that a person is told).
"""
