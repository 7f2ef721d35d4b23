"""Holds KML or KMZ to the OGC schema that fastkml carries, and counts: check_kml.py FILE. Prints JSON; exit 1 on a fault."""
import json
import pathlib
import sys
import zipfile

import fastkml
from lxml import etree

path = pathlib.Path(sys.argv[1])
if path.suffix == ".kmz":
    archive = zipfile.ZipFile(path)
    if archive.testzip() or archive.namelist() != ["doc.kml"]:
        sys.exit("not a whole archive of one doc.kml")
    content = archive.read("doc.kml")
else:
    content = path.read_bytes()
schema = etree.XMLSchema(etree.parse(str(pathlib.Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd")))
document = etree.fromstring(content)
if not schema.validate(document):
    sys.exit("\n".join(str(fault) for fault in schema.error_log))
space = "{http://www.opengis.net/kml/2.2}"
print(json.dumps({tag: len(document.findall(f".//{space}{tag}")) for tag in ("Placemark", "LineString", "Point", "TimeSpan")}))
