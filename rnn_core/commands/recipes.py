"""`recipes`: the ready-made experiments."""

import argparse
from typing import Any

from rnn_core.forecast.recipes import RECIPES


def recipes(options: argparse.Namespace) -> tuple[dict[str, Any], str]:  # noqa: ARG001
    """Every recipe as JSON and as text."""
    listed = [
        {
            "name": recipe.name,
            "title": recipe.title,
            "text": recipe.text,
            "source": str(recipe.source),
            "instead": str(recipe.instead) if recipe.instead else None,
            "cells": list(recipe.cells),
            "settings": dict(recipe.settings),
        }
        for recipe in RECIPES.values()
    ]
    return {"recipes": listed}, "\n".join(
        f"{recipe['name']:<12} {recipe['title']}. {recipe['text']}" for recipe in listed
    )
