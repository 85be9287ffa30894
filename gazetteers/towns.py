"""Towns, districts and their offices and fire brigades, for `build.py`: "Stadt Rothenburg ob der Tauber", "Landkreis
Aichach-Friedberg", "Landratsamt Biberach".

The register of municipalities gives each its type and key (AGS).  By law a municipality has a voluntary fire brigade, a
district its office: Landratsamt in Bavaria, Baden-Württemberg, Saxony and Thuringia, Kreisverwaltung elsewhere.  Names that several
municipalities of a type share stand once, without a key.
"""

import re
from collections import defaultdict

OFFICES = {"Bayern": "Landratsamt", "Baden-Württemberg": "Landratsamt", "Sachsen": "Landratsamt", "Thüringen": "Landratsamt"}
KREIS = {"Nordrhein-Westfalen", "Schleswig-Holstein"}
# "Rothenburg o.d.T.", "Wald-Michelbach/Odw.": abbreviated tails that nobody writes so
SHORT = re.compile(r"\s+(?:a|i|b|v|o|d|a\.d|v\.d|o\.d|i\.d)\.\s?.*|/.*")
ORIGIN = re.compile(r"(Hansestadt|Landeshauptstadt|Universitätsstadt|Lutherstadt|Klingenstadt|Bergstadt|Kurort)")


def short(name):
    """Without the type behind the comma, brackets and abbreviated rivers."""
    return SHORT.sub("", re.sub(r"\s*\(.*", "", name.split(",")[0])).strip()


def forms(row):
    """What the municipality calls itself."""
    name, kind = short(row["name"]), row["type"]
    if kind == "Markt":
        return [f"Markt {name}", f"Marktgemeinde {name}"]
    if kind == "Kreisangehörige Gemeinde":
        return [f"Gemeinde {name}"] + [f"Ortsgemeinde {name}"] * (row["land"] == "Rheinland-Pfalz")
    if "tadt" not in kind:
        return []
    own = [f"Stadt {name}"]
    if kind.startswith("Große Kreisstadt"):
        own.append(f"Große Kreisstadt {name}")
    return own + [f"{title} {name}" for title in ORIGIN.findall(row["name"].partition(",")[2])]


def office(row):
    """The municipality's administration, which speaks in its own name."""
    noun = "Stadtverwaltung" if "tadt" in row["type"] else "Gemeindeverwaltung"
    return f"{noun} {short(row['name'])}"


def districts(rows):
    """(name, office, key) of each district that is not a town of its own."""
    seen = {}
    for row in rows:
        if row["type"] in ("Kreisfreie Stadt", "Stadtkreis", "Stadtstaat") or "," in row["kreis"]:
            continue
        seen.setdefault(row["ags"][:5], (re.sub(r"\s*\(.*", "", row["kreis"]), row["land"]))
    for key, (name, land) in seen.items():
        whole = re.search(r"kreis\b|Kreis\b|[Rr]egion|verband", name)
        own = name if whole else f"{'Kreis' if land in KREIS else 'Landkreis'} {name}"
        yield own, f"{OFFICES.get(land, 'Kreisverwaltung')} {name}", key


def bodies(sources, b):
    rows = list(b.tsv(sources / "derived/gemeinden_2011.tsv"))
    holders = defaultdict(set)
    for row in rows:
        for form in forms(row):
            holders[form].add(row["ags"])
    for row in rows:
        own = forms(row)
        if own:
            key = f"ags:{row['ags']}"
            alone = [form for form in own if len(holders[form]) == 1]
            if alone:
                yield b.Entry(alone[0], alone[1:], "municipality", [key])
            yield from (b.Entry(form, [], "municipality") for form in own if len(holders[form]) > 1)
        yield b.Entry(office(row), [], "authority")
    for name, office_name, key in districts(rows):
        yield b.Entry(name, [], "municipality", [f"ags:{key}"])
        yield b.Entry(office_name, [], "authority")


def brigades(sources, b):
    for name in dict.fromkeys(short(row["name"]) for row in b.tsv(sources / "derived/gemeinden_2011.tsv")):
        yield b.Entry(f"Freiwillige Feuerwehr {name}", [], "authority")
