"""A gallery in HTML: no scripts, nothing from elsewhere, fit for any web server."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from heartland_gui.cli import PNG, SVG
from heartland_gui.pages.gallery import GalleryEntry, GalleryPage, GallerySection
from heartland_gui.rendering.style import DARK, LIGHT, Theme
from heartland_gui.text import Words
from heartland_gui.text.languages import language_name, words_for_data

_PREVIEWS: Final = (SVG, PNG)
"""What stands on the page, the first one that was written."""


def gallery_page(gallery: GalleryPage, languages: Sequence[str], language: str) -> str:
    """Return the page in one of the languages; the first one stands at the root, the others in folders below."""
    words = words_for_data(language)
    contents = words.text("Contents")
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(gallery.title)}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<header>",
        f"<h1>{escape(gallery.title)}</h1>",
        f"<p>{escape(gallery.summary)}</p>",
        *_language_links(languages, language, words),
        f'<nav aria-label="{escape(contents)}">',
        "<ul>",
        *(f'<li><a href="#{section.anchor}">{escape(section.title)}</a></li>' for section in gallery.sections),
        "</ul>",
        "</nav>",
        "</header>",
        "<main>",
    ]
    for section in gallery.sections:
        lines += _section_lines(section, words)
    lines += ["</main>", f"<footer><p>{escape(gallery.colophon)}</p></footer>", "</body>", "</html>", ""]
    return "\n".join(lines)


def _language_links(languages: Sequence[str], shown: str, words: Words) -> list[str]:
    if len(languages) < 2:
        return []
    title = words.text("Language")
    lines = [f'<nav aria-label="{escape(title)}">', "<ul>"]
    for language in languages:
        name, code = escape(language_name(language)), escape(language)
        if language == shown:
            lines.append(f'<li><span aria-current="page" lang="{code}">{name}</span></li>')
            continue
        up = "../" if shown != languages[0] else ""
        down = f"{code}/" if language != languages[0] else ""
        lines.append(f'<li><a href="{up}{down}index.html" hreflang="{code}" lang="{code}">{name}</a></li>')
    return [*lines, "</ul>", "</nav>"]


def _section_lines(section: GallerySection, words: Words) -> list[str]:
    lines = [f'<section aria-labelledby="{section.anchor}">', f'<h2 id="{section.anchor}">{escape(section.title)}</h2>']
    for group in section.groups:
        if group.name != section.title:
            lines.append(f'<h3 id="{group.ref.kind}-{escape(group.ref.id)}">{escape(group.name)}</h3>')
        lines.append('<div class="charts">')
        for entry in group.entries:
            lines += _figure_lines(entry, words)
        lines.append("</div>")
    return [*lines, "</section>"]


def _figure_lines(entry: GalleryEntry, words: Words) -> list[str]:
    stem = f"{escape(entry.subject.id)}/{escape(entry.stem)}"
    lines = ["<figure>"]
    preview = next((each for each in _PREVIEWS if each in entry.formats), None)
    if preview is not None:
        width, height = entry.size
        lines.append(
            f'<a href="{stem}.{preview}"><img src="{stem}.{preview}" width="{width}" height="{height}" loading="lazy"'
            f' alt="{escape(entry.sentence)}"></a>'
        )
    links = " ".join(
        f'<a href="{stem}.{each}" aria-label="{escape(_link_name(entry, each, words))}">{each.upper()}</a>'
        for each in entry.formats
    )
    return [*lines, f"<figcaption>{escape(entry.title)} <span>{links}</span></figcaption>", "</figure>"]


def _link_name(entry: GalleryEntry, format_id: str, words: Words) -> str:
    return words.text("{title} as {format}", title=entry.title, format=format_id.upper())


def _colours(theme: Theme) -> str:
    return (
        f"--page: {theme.page}; --card: {theme.surface}; --text: {theme.text}; --faint: {theme.faint_text}; "
        f"--link: {theme.link}; --border: {theme.border};"
    )


_STYLE: Final = f""":root {{ color-scheme: light dark; {_colours(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_colours(DARK)} }} }}
body {{ margin: 0 auto; max-width: 1500px; padding: 1rem 1.5rem 3rem; background: var(--page); color: var(--text);
  font: 16px/1.5 Inter, "Helvetica Neue", Arial, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }}
h1 {{ font-size: 1.8rem; margin: 1rem 0 .25rem; }}
h2 {{ font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--border); }}
h3 {{ font-size: 1.05rem; margin: 1.5rem 0 .5rem; }}
header p, footer {{ color: var(--faint); }}
a {{ color: var(--link); }}
nav ul {{ list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0; padding: 0; }}
.charts {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 440px), 1fr)); gap: 1.25rem; }}
figure {{ margin: 0; padding: .5rem; background: var(--card); border: 1px solid var(--border); border-radius: 6px; }}
img {{ display: block; width: 100%; height: auto; border-radius: 3px; }}
figcaption {{ padding: .5rem .25rem 0; font-size: .9rem; }}
figcaption span {{ white-space: nowrap; margin-left: .5rem; }}
figcaption a {{ margin-right: .5rem; font-size: .8rem; }}
"""
