internal import RouteMaps

/// What a large page keeps out of its elements until it is wanted: the cards of routes and places, the rest of the table.
struct HTMLCards {
    let page: HTMLPage

    init(_ page: HTMLPage) { self.page = page }

    /// Markup by the numbers of routes, less one, and the indices of places, as JSON that may stand inside a page.
    var bytes: [UInt8] {
        var json = JSONBytes(isForPage: true)
        json.object { json in
            json.key("places")
            json.array { json in
                for place in page.atlas.placeRecords {
                    json.string(Self.markup { page.appendDetails(of: place, to: &$0) })
                }
            }
            json.key("routes")
            json.array { json in
                page.atlas.forEachRoute { record in
                    json.string(Self.markup { page.appendDetails(of: record, to: &$0) })
                }
            }
            json.key("rows")
            json.array { json in
                for (index, place) in page.atlas.placeRecords.enumerated()
                where index >= HTMLPage.mostRows {
                    json.string(Self.markup { page.append(place, index, to: &$0) })
                }
            }
        }
        return json.bytes
    }

    private static func markup(_ write: (inout HTMLBuilder) -> Void) -> String {
        var html = HTMLBuilder()
        write(&html)
        return html.text
    }
}
