"""The way in to /memory for a server's first visitor (see pages/ui/front_door.py); the page is learn/memory.py."""

from pages.ui import front_door

front_door.enter()
