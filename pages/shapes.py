"""The way in to /shapes for a server's first visitor (see pages/ui/front_door.py); the page is learn/shapes.py."""

from pages.ui import front_door

front_door.enter()
