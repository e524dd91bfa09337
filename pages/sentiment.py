"""The way in to /sentiment for a server's first visitor (see pages/ui/front_door.py); the page is text/sentiment.py."""

from pages.ui import front_door

front_door.enter()
