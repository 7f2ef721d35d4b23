import Testing

@testable import Documents

@Suite struct MailTests {
    @Test func aMailGivesItsTextAndWhatIsAttached() throws {
        let reading = try Reading(Samples.mail, name: "may.txt")
        #expect(reading.failures.isEmpty)
        try #require(reading.documents.count == 2)
        let mail = reading.documents[0]
        #expect(mail.mediaType == .mail)
        #expect(mail.title == "Grain on the move – May")
        #expect(mail.date?.day.description == "2023-05-04")
        #expect(mail.text == "Grain on the move – May\n\n\(Samples.first) Café.")
        #expect(reading.documents[1].file == "may.txt/note.txt")
        #expect(reading.documents[1].text == Samples.second)
    }

    @Test func aSavedPageGivesItsArticle() throws {
        let page = try Reading(Samples.savedPage).only()
        #expect(page.mediaType == .savedPage)
        #expect(page.source == "https://news.example.org/grain")
        // The day it was saved is not the day it was written.
        #expect(page.date?.day.description == "2023-05-04")
        #expect(page.text.hasPrefix("Grain on the move\n\n\(Samples.first)"))
        #expect(!page.text.contains("Lagos"))
    }

    @Test func aNoteWithFromAndToIsNoMail() throws {
        let note = "From: Constanta\nTo: Alexandria\nDate: 4 May\n\nGrain, 30,000 tonnes."
        #expect(try Reading(Array(note.utf8)).only().mediaType == .plainText)
    }

    @Test func aMailboxGivesEachMail() throws {
        let mails = (1...3).map {
            "From desk@example.org Thu May  4 10:00:00 2023\nFrom: desk@example.org\nSubject: Ship \($0)\n"
                + "Date: Thu, \($0) May 2023 10:00:00 +0000\n\n\(Samples.first)\n"
        }
        let reading = try Reading(Array(mails.joined(separator: "\n").utf8), name: "box")
        #expect(reading.documents.map(\.title) == ["Ship 1", "Ship 2", "Ship 3"])
        #expect(reading.documents.map(\.file) == ["box/1", "box/2", "box/3"])
        #expect(reading.documents.compactMap { $0.date?.day.day } == [1, 2, 3])
    }

    @Test func aStubBesideAPageIsNotTheText() throws {
        let page = String(repeating: "<p>\(Samples.first)</p>", count: 20)
        let mail =
            "MIME-Version: 1.0\nSubject: S\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\n"
            + "Your program cannot show this.\n--b\nContent-Type: text/html\n\n\(page)\n--b--\n"
        let text = try Reading(Array(mail.utf8)).only().text
        #expect(text.contains(Samples.first))
        #expect(!text.contains("cannot show"))
    }

    @Test func flowedLinesAreOneParagraphAndQuotesLoseTheirMarks() throws {
        let mail =
            "MIME-Version: 1.0\nSubject: S\nContent-Type: text/plain; format=flowed\n\n"
            + "The ship left \nConstanta on Monday.\n\n> Where does it go?\n"
        #expect(
            try Reading(Array(mail.utf8)).only().text
                == "S\n\nThe ship left Constanta on Monday.\n\nWhere does it go?")
    }

    @Test(arguments: [
        ("Tue, 3 May 2022 23:12:00 +0300", "2022-05-03"), ("3 May 22 10:00 GMT", "2022-05-03"),
        ("Fri, 31 Dec 1999 23:59:59 -0800", "1999-12-31"), ("2022-05-03T10:00:00Z", "2022-05-03"),
    ])
    func theDayIsTheSenders(field: String, day: String) {
        #expect(MailDate.day(in: field)?.description == day)
    }

    @Test func headersInOtherSetsAreRead() {
        #expect(EncodedWords.decoded("=?koi8-r?B?7c/Ty9fB?= =?utf-8?q?_=E2=82=AC?=") == "Москва €")
        #expect(EncodedWords.decoded("plain =?broken?= text") == "plain =?broken?= text")
    }
}
