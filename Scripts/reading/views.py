"""What Periplus sees of the corpus, kept beside it in a build folder: sentences, mentions, nodes, the rules' proposals.

usage: views.py TOOL FILE... -o VIEWS.jsonl      (TOOL: the release program `ReadingTool`)
"""
import json
import subprocess
import sys

import corpus


def views(tool, texts, language="en"):
    """One view a text, in order."""
    found, start = [], 0
    while start < len(texts):
        lines = "".join(json.dumps({"id": str(i), "text": texts[i], "lang": language}) + "\n" for i in range(start, len(texts)))
        run = subprocess.run([tool], input=lines, capture_output=True, text=True)
        got = [json.loads(line) for line in run.stdout.splitlines()]
        found += got
        if run.returncode == 0:
            break
        # A text that ends the program is told, and has no view.
        print(f"no view of: {texts[start + len(got)][:90]}", file=sys.stderr)
        found.append(None)
        start += len(got) + 1
    return found


if __name__ == "__main__":
    tool, out = sys.argv[1], sys.argv[sys.argv.index("-o") + 1]
    with open(out, "w", encoding="utf-8") as file:
        for path in sys.argv[2:sys.argv.index("-o")]:
            passages = corpus.load(path)
            hand = corpus.hand(path)
            for passage, view in zip(passages, views(tool, [p["text"] for p in passages], corpus.language(path))):
                file.write(json.dumps(dict(file=hand, text=passage["text"], view=view), ensure_ascii=False) + "\n")
