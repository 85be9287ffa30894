"""Names from abroad, for `build.py`: brands, universities, listed firms, and the banks of the German-speaking countries.

German news names foreign bodies as they call themselves.  Their names may be any word of any language, so the guard is
stricter than at home: what is also an English word, a forename, a surname or a place needs evidence beside it, and short
acronyms always do.  Each function takes the folder of raw sources, what `build.py` offers (module `b`), and yields its entries.
"""

import csv
import json
import re
import runpy

# Index constituents whose short names are common German or English words or acronyms of many.
SUFFIX = re.compile(r"(?:,? (?:Inc|Corp|Ltd|Co|plc|PLC|Group|Holdings?|Corporation|Company|Limited)\.?)+$")
FORM = r"(?:S\.?A\.?|S\.?p\.?A\.?|N\.?V\.?|SE|AG|ASA|AB|A/S|Oyj|plc|PLC|Inc\.?|Ltd\.?|Corp\.?|SCA|KGaA)"


def english_words(sources):
    """Lower-case English words, and those that are written with a capital (Monday, March)."""
    words = set()
    for line in (sources / "english-words/american-english").read_text(encoding="utf-8").splitlines():
        if "'" not in line:
            words.add(line.lower())
    return words


class Guard:
    """What a name from abroad needs: "" nothing, "context" evidence, None: it is of no use."""

    def __init__(self, sources, lexicon, names):
        self.english, self.lexicon, self.names = english_words(sources), lexicon, names

    def is_ordinary(self, word):
        bare = word.strip(".,&'’!-").removesuffix("'s").removesuffix("’s")
        parts = [part for part in re.split(r"[-/&+']", bare) if part]
        return not parts or all(self._known(part) for part in parts)

    def _known(self, part):
        lower = part.lower()
        return (
            lower in self.english or lower in self.lexicon.lower or part in self.names.given or part in self.names.family
            or part in self.names.places or part.capitalize() in self.names.places or len(part) < 3 or not part.isalpha()
        )

    def judge(self, name):
        if not re.search(r"[A-ZÄÖÜÀ-Þ]", name) or len(name) > 60 or re.search(r"[()\[\]\"*:;|/]", name):
            return None
        words = name.split()
        letters = re.sub(r"[\W\d_]", "", name)
        if len(words) == 1:
            short = len(letters) < 5 if name.isupper() else len(letters) < 4
            return "context" if short or not name[0].isupper() or self.is_ordinary(name) else ""
        # An ordinary phrase, a person, a place: "Golden Gate", "Massimo Dutti", "New York Café".
        return "context" if all(self.is_ordinary(word) for word in words) else ""


def brands(sources, b, guard, known):
    """Brands the world over that Wikidata knows; those of the German-speaking countries are in another list."""
    for path in sorted((sources / "brands-nsi").rglob("*.json")):
        tree, key, value = path.relative_to(sources / "brands-nsi").with_suffix("").parts[-3:]
        category = f"{tree}/{key}/{value}"
        kind = b.nsi_kind(category)
        if kind is None or tree == "operators" and value not in OPERATORS or tree == "transit" and value not in TRANSIT:
            continue
        for item in json.loads(path.read_text(encoding="utf-8")).get("items", []):
            tags = item.get("tags", {})
            role = {"brands": "brand", "operators": "operator", "transit": "network"}[tree]
            link = tags.get(f"{role}:wikidata", "")
            name = b.clean(item.get("displayName", ""))
            if not b.is_latin(name):
                name = b.clean(tags.get(f"{role}:en") or tags.get("name:en") or "")
            name = b.strip_legal(re.sub(r"\s*\([^)]*\)$", "", name))
            if not re.fullmatch(r"Q\d+", link) or not name or link in known or not b.is_latin(name):
                continue
            verdict = guard.judge(name)
            if verdict == "" and " " not in name and not is_known_here(item.get("locationSet", {}).get("include", [])):
                verdict = "context"  # a chain of another continent: its one word is here rather some other word
            if verdict is not None:
                yield b.Entry(name, [], b.kind_by_name(name, kind) if tree != "brands" else kind, [f"wikidata:{link}"], match=verdict)


NEAR = set("001 150 gb gb-eng fr fx it nl be us pl cz dk es se no".split())


def is_known_here(places):
    """Whether a brand is found the world over, in a land that our news look to, or in three others."""
    return len(places) > 2 or any(str(place).split(".")[0] in NEAR for place in places)


# Operators and networks that news names; schools, substations and bus lines are left to their towns.
OPERATORS = set("hospital telecom data_center military charging_station plant exchange mobile_phone".split())
TRANSIT = set("train railway subway light_rail ferry monorail".split())


def universities(sources, b):
    """Universities outside the German-speaking countries, under the names that Hipo's list has for them."""
    rows = json.loads((sources / "universities-hipo/world_universities_and_domains.json").read_text(encoding="utf-8"))
    for row in rows:
        name = re.sub(r"^The ", "", b.clean(row["name"]))
        name = b.clean(re.sub(r"\s*\([^)]*\)", "", name))
        if row["alpha_two_code"] in ("DE", "AT", "CH") or not b.is_latin(name) or len(name.split()) < 2 or len(name) > 80:
            continue
        if re.search(r"[\"*:;|/]|\d{3}", name) or not HIGHER.search(name) or re.fullmatch(r"(?:National |State |Technical |Open |American |International )?(?:University|College|Institute)", name):
            continue
        parts = name.split(", ")
        yield b.Entry(name, [parts[0]] if len(parts) == 2 and len(parts[0].split()) > 2 else [], "university")


HIGHER = re.compile(r"[Uu]niver|College|Institut|School|Academ|Akadem|École|Ecole|Polit[eé]|Polyte|Hochschule|Hogeschool|Høgskol|Högskola|Escuela|Escola|Scuola|Facult|Conserv|Seminary|Instytut|Szkoła|Campus")


def listed(sources, b, guard, lexicon):
    """Foreign firms on the exchanges: with their legal form, and by the name alone where it can mean nothing else."""
    seen = set()
    for row in b.tsv(sources / "derived/listed_companies.tsv"):
        if row["country"] in ("Germany", "Austria", "Switzerland", "Liechtenstein", "Luxembourg"):
            continue
        name, shouting = b.mend_company(b.clean(row["name"]), lexicon)
        base = b.strip_legal(name) if name else ""
        if shouting or base == name or len(base) < 3 or base in seen or not all(w[0].isupper() or w in SMALL for w in base.split()):
            continue
        seen.add(base)
        verdict = guard.judge(base)
        if verdict is None:
            continue
        yield b.Entry(name, [base] if verdict == "" else [], "company")
        if verdict == "context" and len(base) > 3:
            yield b.Entry(base, [], "company", match="context")


SMALL = {"of", "and", "&", "de", "the", "+", "-", "for", "la", "del", "di"}


def constituents(sources, b, guard):
    """Firms of the stock indices of Europe, the United States and Japan by their usual names."""
    indices = runpy.run_path(str(sources / "pytickersymbols/indices_data.py"))["INDICES"]
    for index in sorted(indices):
        for firm in indices[index]["companies"]:
            name = b.clean(re.sub(r"\s*\([^)]*\)|^The ", "", firm["name"]))
            short = SUFFIX.sub("", b.strip_legal(name)).strip(" ,&")
            if len(short) < 2 or name.isupper() and len(name) > 5:
                continue
            verdict = guard.judge(short)
            if verdict is None:
                continue
            if short != name and re.search(rf" {FORM}$", name):
                yield b.Entry(name, [short] if verdict == "" else [], "company")
            if verdict == "context" or short == name or not re.search(rf" {FORM}$", name):
                yield b.Entry(short, [], "company", match=verdict)


def banks(sources, b):
    """Banks of Germany, Austria and Switzerland after the directories of the central banks."""
    for file in ("generated_de.json", "generated_at.v2.json", "generated_ch.v2.json"):
        data = json.loads((sources / "schwifty" / file).read_text(encoding="utf-8"))
        for row in data["entries"] if isinstance(data, dict) else data:
            name = b.clean(row["name"])
            # Branches, clearing addresses and cut-off entries of the directory.
            if len(name) > 56 or re.search(r"\d{2}|\b(?:Gf|ITGK|Fil|Ndl|Zw|CC|PCC|vormals|ehemals|Zweigniederlassung|Niederlassung|Filiale|Zndl|Asset|Settlement|Repr|Branch)\b|[(/*:]| - |-alt-", name):
                continue
            base = b.strip_legal(re.sub(r",? (?:eGen|reg\. ?Gen\. ?m\. ?b\. ?H\.?|registrierte Genossenschaft.*|Genossenschaft|Aktiengesellschaft)$", "", name))
            if base.isupper() and len(base) > 6 or not BANK.search(base) or len(base.split()) < 2 and "-" not in base:
                continue
            yield b.Entry(base, [name] if name != base else [], "company")


BANK = re.compile(r"[Bb]ank|BANK|[Kk]asse|Banque|Banca|[Kk]redit|Cr[eé]dit|Credito|\bVR\b|Sparda|Genossen|Caisse|Cassa")
