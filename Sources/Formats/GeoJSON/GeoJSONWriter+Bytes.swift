internal import RouteMaps

extension GeoJSONWriter {
    /// An atlas as one FeatureCollection in memory: UTF-8 without a line feed or tab.
    public func bytes(of atlas: Atlas) -> [UInt8] {
        var json = JSONBytes()
        let features = GeoJSONFeatures(atlas)
        json.openObject()
        json.key("type")
        json.string("FeatureCollection")
        if let bounds = features.bounds { json.bbox(bounds) }
        json.key("features")
        json.openArray()
        features.appendAll(to: &json)
        json.closeArray()
        json.key("periplus")
        features.appendFacts(to: &json)
        json.closeObject()
        return json.bytes
    }
}

extension GeoJSONFeatures {
    fileprivate func appendAll(to json: inout JSONBytes) {
        for place in atlas.placeRecords { append(place, to: &json) }
        atlas.forEachRoute { record in
            if record.route.legs.isEmpty { append(record, to: &json) }
            for leg in record.legs { append(leg, to: &json) }
        }
    }
}
