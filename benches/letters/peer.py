"""The same words as HTML through WeasyPrint: the first letter, one more, and all of them on some processes."""

import html
import json
import multiprocessing
import statistics
import sys
import time

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

STYLE = """
@page { size: A4; margin: 24mm 25mm 27mm; @bottom-right { content: "Side " counter(page) " av " counter(pages); font: 7.5pt Inter } }
body { font: 10.5pt/1.45 Inter; } h1 { font-size: 17pt } h2 { font-size: 11.5pt }
"""
FONTS = FontConfiguration()
SHEET = CSS(string=STYLE, font_config=FONTS)


def spans(parts):
    texts = ((html.escape(part["text"]), part["strong"]) for part in parts)
    return "".join(f"<strong>{text}</strong>" if strong else text for text, strong in texts)


def part(it):
    match it["kind"]:
        case "heading":
            return f"<h2>{html.escape(it['text'])}</h2>"
        case "paragraph":
            return f"<p>{spans(it['text'])}</p>"
        case "list":
            return "<ul>" + "".join(f"<li>{spans(item)}</li>" for item in it["text"]) + "</ul>"


def pdf(letter):
    body = "".join(part(it) for block in letter["blocks"] for it in block["parts"])
    title = html.escape(letter["title"])
    page = f'<!doctype html><html lang="nb"><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>'
    document = HTML(string=page)
    return document.write_pdf(stylesheets=[SHEET], font_config=FONTS, pdf_variant="pdf/ua-1")


def timed(letter):
    began = time.perf_counter()
    size = len(pdf(letter))
    return (time.perf_counter() - began) * 1000, size


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        letters = json.load(file)
    processes = int(sys.argv[2])
    first, _ = timed(letters[0])
    rest = [timed(letter) for letter in letters[1:]]
    print(f"first letter          {first:8.1f} ms")
    print(f"one more, median      {statistics.median(ms for ms, _ in rest):8.1f} ms")
    with multiprocessing.Pool(processes) as pool:
        pool.map(pdf, letters[:processes])
        began = time.perf_counter()
        pool.map(pdf, letters, chunksize=5)
        each = (time.perf_counter() - began) * 1000 / len(letters)
    print(f"on {processes} processes        {each:8.1f} ms each")
    print(f"size                  {statistics.mean(size for _, size in rest) / 1000:8.1f} kB")


if __name__ == "__main__":
    main()
