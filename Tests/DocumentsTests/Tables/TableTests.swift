import Testing

@testable import Documents

@Suite struct TableTests {
    @Test func rowsBelowAKnownHeadAreShipments() throws {
        let document = try Reading(Samples.table, mediaType: .csv).only()
        #expect(document.mediaType == .csv)
        func words(_ range: Range<Int>?) -> String? { range.map { String(document.text(at: $0)) } }
        try #require(document.shipments.count == 2)
        let (ana, berta) = (document.shipments[0], document.shipments[1])
        #expect(words(ana.origin) == "Constanta")
        #expect(words(ana.destination) == "Alexandria")
        #expect(ana.via.map { words($0) } == ["Istanbul", "Piraeus"])
        #expect(words(ana.cargo) == "grain")
        #expect(words(ana.vehicle) == "Ana")
        #expect(ana.day?.description == "2023-05-04")
        #expect(ana.columnMode == "sea")
        #expect(words(berta.destination) == "Haifa \"B\"")
        #expect(words(berta.cargo) == "steel coils")
        #expect(berta.day?.description == "2023-05-05")
        #expect(words(berta.row) == "Berta | Odesa | Haifa \"B\" |  | steel coils | 5 May 2023")
        #expect(document.mark(at: ana.row.lowerBound)?.number == 3)
    }

    @Test func aTableIsKnownByItsHeadWithoutAName() throws {
        let document = try Reading(Array("Origin\tDestination\tGoods\nBaku\tAktau\tpipes\n".utf8))
            .only()
        #expect(document.mediaType == .tsv)
        #expect(document.shipments.count == 1)
        let prose = "From Baku, to Aktau, with goods\nThe ship sailed on, as it does.\n"
        #expect(try Reading(Array(prose.utf8)).only().mediaType == .plainText)
    }

    @Test func columnsMayBeNamedByHand() throws {
        let names = try #require(ColumnNames().adding("origin=Seller town, destination=Buyer Town"))
        #expect(
            names.roles(of: ["Buyer town", "x", "SELLER  TOWN"]) == [0: .destination, 2: .origin])
        #expect(ColumnNames().adding("start=a") == nil)
        #expect(ColumnNames().adding("origin") == nil)
    }

    @Test func aTableWithoutKnownColumnsIsAText() throws {
        let document = try Reading(Array("a,b\n\(Samples.first),x\n".utf8), mediaType: .csv).only()
        #expect(document.shipments.isEmpty)
        #expect(document.text.contains(Samples.first))
    }

    @Test(arguments: [("by sea", "sea"), ("Truck (ferry)", "road"), ("AIR", "air"), ("?", nil)])
    func cellsTellModes(cell: String, mode: String?) throws {
        #expect(try PageLexicon.english().columns.mode(ofCell: cell) == mode)
    }
}
