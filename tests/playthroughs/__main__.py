"""Write the golden transcripts anew: `python -m tests.playthroughs`, and read what changed."""

from tests.playthroughs.replay import FOLDER, scripts, transcript

for script in scripts():
    (FOLDER / f"{script}.txt").write_text(transcript(script), encoding="utf-8")
    print(f"{script}.txt")
