"""What the person who runs RNN Lab may set, from environment variables that start with RNN_LAB_."""

from functools import lru_cache
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT_FOLDER = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Each field reads RNN_LAB_<FIELD>, for instance RNN_LAB_WORKERS=4."""

    model_config = SettingsConfigDict(env_prefix="RNN_LAB_", frozen=True)

    workers: int = Field(default=2, ge=1, le=64, description="warm worker processes, best one a core")
    worker_memory: str = Field(default="3GiB", description="memory limit of one worker")
    scheduler: str = Field(default="", description="address of an existing Dask scheduler, empty to start one")
    cache_folder: Path = Field(
        default=user_cache_path("rnn-lab"), description="where downloaded prices and the speed of this machine are kept"
    )
    ticker_deadline: float = Field(default=15.0, gt=0, description="seconds after which asking Yahoo is given up")
    database_url: str = Field(default="", description="database of runs, empty for a file in the user's data folder")
    everybody_sees_all: bool = Field(default=False, description="every visitor sees and may change all runs")
    offline: bool = Field(default=False, description="never ask the network for anything")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings, read once a process."""
    return Settings()
