"""How long `validate` of the flagship takes as a process, beside reading the same file with PyYAML alone.

Run it as `python -m bench.validate`.
"""

from bench.measure import ROOT, Result, arguments, processes, report, spread

AIM = 0.3
FILE = "scenarios/three_tiers_72h.yaml"
READ = "import yaml; yaml.load(open({file!r}, encoding='utf-8'), Loader=yaml.{loader})"


def main() -> None:
    asked = arguments("`validate` of the flagship", 7)
    runs = {
        "validate": ["main.py", "validate", FILE],
        "python alone": ["-c", "pass"],
        "PyYAML, C loader": ["-c", READ.format(file=FILE, loader="CSafeLoader")],
        "PyYAML, Python loader": ["-c", READ.format(file=FILE, loader="SafeLoader")],
    }
    times = processes(runs, asked.repeats)
    found: Result = {
        "bench": "validate",
        "unit": "seconds",
        "file": FILE,
        "bytes": (ROOT / FILE).stat().st_size,
        "aim": AIM,
        **{name: spread(each) for name, each in times.items()},
    }
    line = ", ".join(f"{name} {found[name]['median']:.3f} s" for name in runs)
    report(found, line, as_json=asked.json)


if __name__ == "__main__":
    main()
