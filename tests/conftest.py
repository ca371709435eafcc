"""What every test may rely on: no window, no sound, no file in anybody's home, steady property tests."""

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

# A busy machine is slow, which says nothing about the code; and a test line has to answer the same twice.
settings.register_profile(
    "backstop", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("backstop")

WINDOW_TOOLS = ("Xvfb", "xdotool", "import")


def in_ci() -> bool:
    """Return whether a missing tool is a failure of this run and not of this machine."""
    return any(os.environ.get(name) not in (None, "", "0", "false") for name in ("BACKSTOP_CI", "CI"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("window") is None:
        return
    missing = [tool for tool in WINDOW_TOOLS if shutil.which(tool) is None]
    if missing and in_ci():
        pytest.fail(f"a test of the real window needs {', '.join(missing)}", pytrace=False)
    if missing:
        pytest.skip(f"a test of the real window needs {', '.join(missing)}")


@pytest.fixture(scope="session", autouse=True)
def _no_file_in_anybodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        yield
