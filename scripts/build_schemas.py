"""Writes the JSON Schemas of rule files to rules/schema/, and the line that names its schema into each built-in file.

python -m scripts.build_schemas
"""

from __future__ import annotations

import json
from pathlib import Path

from evtx.rules.schema import schemas
from evtx.rules.sources import load_sources

RULES = Path(__file__).parents[1] / "rules"
MARK = "# yaml-language-server: $schema="


def main() -> None:
    """Write all of them."""
    (RULES / "schema").mkdir(exist_ok=True)
    for kind, schema in schemas().items():
        written = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        (RULES / "schema" / f"{kind}.json").write_text(written, encoding="utf-8")
    for source in load_sources([RULES]):
        path = Path(source.path)
        line = MARK + schema_path(path, source.kind)
        text = path.read_text("utf-8")
        rest = text.partition("\n")[2] if text.startswith(MARK) else text
        path.write_text(f"{line}\n{rest}", encoding="utf-8")


def schema_path(path: Path, kind: str) -> str:
    """The schema of a rule file, as seen from the file."""
    name = f"language-{path.stem}" if kind == "language" else kind
    up = "" if path.parent == RULES else "../"
    return f"{up}schema/{name}.json"


if __name__ == "__main__":
    main()
