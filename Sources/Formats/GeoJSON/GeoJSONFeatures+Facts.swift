internal import Documents
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Movements
internal import RouteMaps

extension GeoJSONFeatures {
    /// What holds for the documents as a whole: claims, distances between sites, producer, sources.
    func appendFacts(to json: inout JSONBytes) {
        json.object { json in
            json.key("claims")
            json.array { json in
                for (index, map) in atlas.maps.enumerated() {
                    for claim in map.claims { append(claim, of: index, to: &json) }
                }
            }
            json.key("distances")
            json.array { json in
                for pair in atlas.distances { append(pair, to: &json) }
            }
            json.key("documents")
            json.array { json in
                for (index, map) in atlas.maps.enumerated() { append(map, index, to: &json) }
            }
            json.key("producer")
            if let producer = atlas.maps.first?.producer {
                RouteMapJSON().append(producer, to: &json)
            } else {
                json.null()
            }
            json.key("sources")
            json.array { json in
                for source in atlas.sources { append(source, to: &json) }
            }
        }
    }

    private func append(_ checked: CheckedClaim, of index: Int, to json: inout JSONBytes) {
        let map = atlas.maps[index]
        json.object { json in
            json.key("bearing")
            json.optionalNumber(checked.bearing?.degrees, decimals: 1)
            json.key("document")
            json.integer(index)
            json.spanEnd(checked.claim.utf8Range, in: texts[index])
            json.key("km")
            json.optionalNumber(checked.distance?.kilometres, decimals: 1)
            json.key("reference")
            json.string(RouteLabel.name(of: checked.claim.reference, in: map))
            json.spanStart(checked.claim.utf8Range, in: texts[index])
            json.key("stated_bearing")
            json.interval(checked.claim.bearing?.limits, decimals: 1)
            json.key("stated_km")
            json.interval(
                checked.claim.kilometres.map { ($0.lowerBound, $0.upperBound) }, decimals: 1)
            json.key("subject")
            json.optionalString(checked.claim.subject.map { RouteLabel.name(of: $0, in: map) })
            json.spanText(checked.claim.utf8Range, in: texts[index])
            json.key("verdict")
            json.string(checked.verdict.rawValue)
        }
    }

    private func append(_ pair: SiteDistance, to json: inout JSONBytes) {
        json.object { json in
            json.optional("by_sea_km", pair.bySea)
            json.key("from")
            json.string(pair.from.name)
            json.key("from_id")
            json.string(pair.from.id.rawValue)
            json.key("geodesic_km")
            json.number(pair.geodesic.kilometres, decimals: 1)
            json.key("to")
            json.string(pair.to.name)
            json.key("to_id")
            json.string(pair.to.id.rawValue)
        }
    }

    private func append(_ map: RouteMap, _ index: Int, to json: inout JSONBytes) {
        let document = map.document
        json.object { json in
            json.optional("date", document.date.map { "\($0.day)" })
            json.key("media_type")
            json.string(document.mediaType.rawValue)
            json.key("sha256")
            json.string(SHA256.hexadecimal(of: texts[index].utf8))
            json.optional("source", document.source)
            json.optional("title", document.title)
        }
    }

    private func append(_ source: GazetteerSource, to json: inout JSONBytes) {
        json.object { json in
            json.key("attribution")
            json.string(source.attribution)
            json.key("key")
            json.string(source.key)
            json.key("licence")
            json.string(source.licence)
            json.key("name")
            json.string(source.name)
            json.key("version")
            json.string(source.version)
        }
    }
}
