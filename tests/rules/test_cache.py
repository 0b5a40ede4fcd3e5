"""The cache saves the reading of YAML, and is never believed when it is anything but the right one."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evtx.rules import cache as cache_room
from evtx.rules.keeping import cache_folder
from evtx.rules.loading import load_rules, load_sound
from evtx.rules.model import RuleSet


def equal(one: RuleSet, other: RuleSet) -> bool:
    """Whether two sets hold the same, however lazily."""
    files = [{name: dict(by_name) for name, by_name in rules.languages.items()} for rules in (one, other)]
    return one[:5] == other[:5] and dict(one.rules) == dict(other.rules) and files[0] == files[1]


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("rules-*.json"))


@pytest.fixture
def full(folder: Path) -> Path:
    """The rules folder with files of every kind."""
    (folder / "names").mkdir()
    (folder / "names" / "x.yml").write_text(
        "names:\n  - type: group\n    names: |\n      « L'Ère »\n", encoding="utf-8"
    )
    (folder / "fr" / "header.yml").write_text('language: fr\nlabels: "a\\u2028b"\n', encoding="utf-8")
    return folder


def test_what_comes_from_the_cache_is_what_was_checked(full: Path, cache: Path) -> None:
    first = load_rules([full])
    assert len(kept(cache)) == 1
    second = load_rules([full])
    assert isinstance(second.rules, cache_room.Sections)
    assert equal(first, second)
    assert equal(second, load_sound([full]).rules)
    assert equal(second, pickle.loads(pickle.dumps(second)))


def test_a_run_with_a_cache_imports_no_yaml(full: Path) -> None:
    script = (
        "import sys; from evtx.rules.loading import load_rules; "
        "print(len(load_rules(sys.argv[1:]).frames), 'yaml' in sys.modules)"
    )
    source = Path(cache_room.__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    run = [sys.executable, "-c", script, str(full)]
    said = [subprocess.run(run, capture_output=True, text=True, env=environment, check=True).stdout for _ in range(2)]
    assert said == ["1 True\n", "1 False\n"]


def test_a_changed_file_is_read_anew(full: Path, cache: Path) -> None:
    load_rules([full])
    path = full / "fr" / "attacks.yml"
    times = path.stat()
    path.write_text(path.read_text("utf-8").replace("pilonner", "canonner"), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert load_rules([full]).frames[0].verbs[0].words == ("canonner",)
    assert len(kept(cache)) == 2


def test_a_moved_folder_is_read_anew(full: Path, cache: Path) -> None:
    load_rules([full])
    moved = full.rename(full.with_name("moved"))
    assert load_rules([moved]).frames[0].position.file == str(moved / "fr" / "attacks.yml")


def test_another_version_reads_anew(full: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_rules([full])
    monkeypatch.setattr(cache_room, "VERSION", "99")
    load_rules([full])
    assert len(kept(cache)) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"pilonner", b"pilonnez"),
        lambda content: b"00000000\n",
        lambda content: b"no number\n" + content,
        lambda content: content.replace(b"\n", b"\xff\n", 1),
    ],
)
def test_a_damaged_cache_is_replaced(damage: Callable[[bytes], bytes], full: Path, cache: Path) -> None:
    rules = load_rules([full])
    [path] = kept(cache)
    sound = path.read_bytes()
    path.write_bytes(damage(sound))
    assert equal(load_rules([full]), rules)
    assert path.read_bytes() == sound


@pytest.mark.parametrize("body", [b"[]", b"{}", b"[1,2,3,4,5,6,7]", b'["a",[],[],[],[],[],[["fr"]]]', b"[" * 99_999])
def test_a_cache_of_another_shape_is_replaced(body: bytes, full: Path, cache: Path) -> None:
    import zlib

    rules = load_rules([full])
    [path] = kept(cache)
    path.write_bytes(b"%08x\n" % zlib.crc32(body) + body)
    assert equal(load_rules([full]), rules)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="file modes are a thing of Unix")
def test_a_cache_that_others_may_write_is_not_believed(full: Path, cache: Path) -> None:
    load_rules([full])
    [path] = kept(cache)
    path.chmod(0o666)
    assert not isinstance(load_rules([full]).rules, cache_room.Sections)
    assert path.stat().st_mode & 0o777 == 0o600


def test_bad_files_are_not_kept(full: Path, cache: Path) -> None:
    (full / "fr" / "other.yml").write_text("language: fr\n", encoding="utf-8")
    with pytest.raises(Exception, match="E113"):
        load_rules([full])
    assert kept(cache) == []


def test_a_cache_that_cannot_be_written_is_done_without(full: Path, cache: Path) -> None:
    cache.write_text("a file in the place of the folder", encoding="utf-8")
    assert len(load_rules([full]).frames) == 1


def test_old_caches_are_forgotten(full: Path, cache: Path) -> None:
    path = full / "fr" / "attacks.yml"
    text = path.read_text("utf-8")
    for number in range(15):
        path.write_text(f"{text}# {number}\n", encoding="utf-8")
        load_rules([full])
    assert len(kept(cache)) == 12
    assert list(cache.glob(".rules-*")) == []


def test_the_cache_lies_where_the_platform_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVTX_CACHE_DIR")
    monkeypatch.setenv("HOME", "/home/ines")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache_folder() == "/home/ines/.cache/evtx"
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/ines")
    assert cache_folder() == "/var/ines/evtx"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_folder() == "/home/ines/Library/Caches/evtx"


def test_a_cache_of_another_user_is_not_believed(full: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_rules([full])
    if hasattr(os, "getuid"):
        user = os.getuid()
        monkeypatch.setattr(os, "getuid", lambda: user + 1)
        assert not isinstance(load_rules([full]).rules, cache_room.Sections)


def test_a_cache_is_data_and_never_run(full: Path, cache: Path, tmp_path: Path) -> None:
    import zlib

    load_rules([full])
    [path] = kept(cache)
    trap = tmp_path / "trap"
    code = f"open({str(trap)!r}, 'w')"
    for body in (
        pickle.dumps({}),
        code.encode(),
        f'["__import__", {code!r}]'.encode(),
        b"!!python/object/apply:os.mkdir [x]",
    ):
        path.write_bytes(b"%08x\n" % zlib.crc32(body) + body)
        assert len(load_rules([full]).frames) == 1
    assert not trap.exists()


def test_no_code_in_the_rules_room_can_run_what_it_reads() -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(cache_room.__file__).parents[1].rglob("*.py"))
    assert not [word for word in ("import pickle", "import marshal", "import shelve", "yaml.load(") if word in sources]
    assert not [word for word in (" eval(", " exec(", "=eval(", "=exec(") if word in sources]
