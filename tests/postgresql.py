"""A private PostgreSQL server for one test run: no port, no trace left, no durability."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

OLDEST_VERSION = 15
ACCOUNT = "postgres"
SECONDS_TO_START = 60


def major_version(initdb: Path) -> int:
    words = subprocess.run([initdb, "--version"], capture_output=True, text=True, check=True)
    return int("".join(c if c.isdigit() else " " for c in words.stdout).split()[0])


def find_programs() -> Path | None:
    """The folder with the newest installed server's programs, at least version 15, or None."""
    candidates = [*Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if on_path := shutil.which("initdb"):
        candidates.append(Path(on_path).resolve())
    by_version = {major_version(initdb): initdb.parent for initdb in candidates}
    newest = max(by_version, default=0)
    return by_version[newest] if newest >= OLDEST_VERSION else None


def unprivileged_account() -> dict[str, int]:
    """Whom to run the server as, as arguments of subprocess: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    try:
        account = pwd.getpwnam(ACCOUNT)
    except KeyError:
        subprocess.run(["useradd", "--system", ACCOUNT], check=True)
        account = pwd.getpwnam(ACCOUNT)
    return {"user": account.pw_uid, "group": account.pw_gid}


@contextmanager
def private_server(programs: Path) -> Iterator[str]:
    """The address of an empty database on a server that is gone when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="cms-postgresql-"))
    account = unprivileged_account()
    if account:
        os.chown(folder, account["user"], account["group"])
    try:
        make_cluster(programs, folder, account)
        with running_server(programs, folder, account):
            yield f"postgres://{ACCOUNT}@{quote(str(folder), safe='')}/practice"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_cluster(programs: Path, folder: Path, account: dict[str, int]) -> None:
    subprocess.run(
        [programs / "initdb", f"--pgdata={folder / 'data'}", f"--username={ACCOUNT}", "--no-sync"]
        + ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        check=True,
        **account,
    )


@contextmanager
def running_server(programs: Path, folder: Path, account: dict[str, int]) -> Iterator[None]:
    options = {"listen_addresses": "", "unix_socket_directories": str(folder), "fsync": "off"}
    options |= {"synchronous_commit": "off", "full_page_writes": "off"}
    with (folder / "log").open("wb") as log:
        # Its own session: Ctrl-C reaches the tests first, and the server when they are done.
        server = subprocess.Popen(
            [programs / "postgres", "-D", folder / "data"]
            + [f"--{name}={value}" for name, value in options.items()],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **account,
        )
    try:
        create_database(programs, folder, server)
        yield
    finally:
        stop(server)


def create_database(programs: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    """Create the database as soon as the server answers; RuntimeError with its log if it never does."""
    deadline = time.monotonic() + SECONDS_TO_START
    command = [programs / "createdb", f"--host={folder}", f"--username={ACCOUNT}", "practice"]
    while subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.1)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End it without waiting for its clients."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
