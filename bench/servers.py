"""Starts gunicorn and nginx on loopback ports of their own, and asks them with wrk."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.processes import free_address, running
from bench.urls import FILE

WORKERS = 2
CONNECTIONS = 8
_NGINX = """
worker_processes {workers};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    default_type application/rss+xml;
    server {{
        listen {address};
        root {folder};
        add_header Content-Encoding gzip;
        # As gunicorn's sync workers do, so that both pay for a connection with each answer.
        keepalive_timeout 0;
    }}
}}
"""


def missing_programs() -> list[str]:
    """Debian's names of what is not installed."""
    return [name for name in ("wrk", "nginx") if shutil.which(name) is None]


@contextmanager
def gunicorn() -> Iterator[tuple[str, int]]:
    """The address and the process id of the site under production's settings."""
    address = free_address()
    command = [sys.executable, "-m", "gunicorn", "cms.wsgi", f"--bind={address}"]
    command += [f"--workers={WORKERS}", "--log-level=warning", "--preload", "--no-control-socket"]
    with running(command, address) as process:
        yield f"http://{address}", process.pid


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """The address of the file FILE of ``folder``, sent by nginx."""
    address = free_address()
    config = folder / "nginx.conf"
    config.write_text(_NGINX.format(workers=WORKERS, folder=folder, address=address))
    command = ["nginx", "-p", str(folder), "-e", str(folder / "nginx.log"), "-c", str(config)]
    with running(command, address):
        yield f"http://{address}/{FILE}"


def requests_per_second(url: str, headers: dict[str, str], *, seconds: int) -> float:
    """What wrk gets answered; RuntimeError where an answer is not a 2xx or 3xx."""
    command = ["wrk", "--threads=1", f"--connections={CONNECTIONS}", f"--duration={seconds}"]
    for name, value in headers.items():
        command += ["--header", f"{name}: {value}"]
    report = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout  # noqa: S603
    rate = re.search(r"Requests/sec:\s+([\d.]+)", report)
    if rate is None or "Non-2xx" in report:
        raise RuntimeError(f"{url} did not answer well:\n{report}")
    return float(rate[1])


def workers_of(pid: int) -> list[int]:
    """The process ids of the workers of a gunicorn."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
