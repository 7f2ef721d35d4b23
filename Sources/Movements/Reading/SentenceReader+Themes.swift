internal import Language

extension SentenceReader {
    /// How many phrases are read within one another.
    private static let deepestTheme = 6

    /// The kind of thing a noun names, by its phrase or itself; measures count by what they measure.
    func themeKind(at word: Int) -> ThemeKind? {
        for start in [word - 3, word - 2, word - 1, word] where start >= 0 {
            if let (count, kind) = lexicon.themes.match(view.lowers, at: start),
                start + count - 1 == word
            {
                return kind
            }
        }
        return nil
    }

    /// What moves, read off the noun phrase that a word heads.
    ///
    /// No pronoun means a phrase that it stands in: "part of it" is not a part of a part. So `outer`, the
    /// heads of the phrases being read around this one, are not read again, and the reading ends.
    func theme(at word: Int, within outer: [Int] = []) -> Theme {
        let opened = outer + [word]
        var head = word
        var quantity: Range<Int>?
        for _ in 0..<3 {
            guard isUnit(head), let inner = measured(by: head) else { break }
            let first = min(view.span(of: head).lowerBound, head)
            if quantity == nil { quantity = view.utf8Range(of: first...head) }
            head = inner
        }
        var theme = Theme(
            word: head, noun: view.words[head].lemma, kind: themeKind(at: head), quantity: quantity)
        if theme.kind == nil, lexicon.units.contains(view.lowers[head]) { theme.kind = .goods }
        let tag = view.words[head].tag
        theme.isPronoun = tag.isPronoun || tag == .dt || tag == .wdt || tag == .wp
        if tag == .dt, view.hasChild(head, .acl, .relcl) {
            // "Those wounded in the strike".
            theme.isPronoun = false
            theme.kind = .people
        }
        theme.isProper = tag.isProperNoun && theme.kind == nil
        if theme.isPronoun { return resolved(theme, within: opened) }
        theme.isPlural = isPlural(head, of: word)
        if theme.isProper, let vehicle = namedVehicle(head) {
            // "The tanker Aurora", "the Aurora, a tanker".
            theme.kind = themeKind(at: vehicle)
            theme.carrier = view.words[vehicle].lemma
            theme.isProper = false
        }
        if theme.kind == nil {
            for next in view.children(of: head, .conj) where theme.kind == nil {
                theme.kind = themeKind(at: next)
            }
        }
        if theme.kind == nil, let people = view.children(of: head, .compound).last,
            view.words[people].tag == .nns, themeKind(at: people) == .people
        {
            // "Migrants protest at the station, want to go": a plural in a compound is a subject.
            theme.kind = .people
        }
        theme.ends = adjectivePlaces(of: head)
        if theme.ends.isEmpty, head != word { theme.ends = adjectivePlaces(of: word) }
        if theme.ends.isEmpty { theme.ends = madeIn(head) }
        if view.words[head].mention != nil {
            // "Albanians", "three Iraqis": people named by their country.
            theme.kind = .people
            if view.words[head].tag.isPlural { theme.cargo = view.words[head].utf8Range }
            theme.ends = [End(mention: view.words[head].mention ?? 0, word: head)]
            return theme
        }
        let phrase = view.utf8Range(of: nounPhrase(head))
        if theme.kind?.isVehicle == true {
            theme.vehicle = phrase
            theme.carrier = theme.carrier ?? theme.noun
            if opened.count < Self.deepestTheme, let load = load(of: head), !opened.contains(load) {
                let aboard = self.theme(at: load, within: opened)
                theme.cargo = aboard.cargo
                theme.quantity = aboard.quantity
                theme.ends += aboard.ends
            }
        } else {
            theme.cargo = phrase
        }
        if theme.quantity == nil {
            theme.quantity = view.children(of: head, .nummod).first.map {
                view.utf8Range(of: view.span(of: $0))
            }
        }
        return theme
    }

    /// The common noun that tells what sort of vehicle a name belongs to.
    private func namedVehicle(_ name: Int) -> Int? {
        let parts = view.children(of: name, .compound, .appos, .nmod)
        return (parts + parts.flatMap { view.children(of: $0, .compound) }).first {
            view.words[$0].mention == nil && themeKind(at: $0)?.isVehicle == true
        }
    }

    private func isPlural(_ head: Int, of word: Int) -> Bool? {
        if head != word || view.hasChild(head, .conj) { return nil }
        switch view.words[head].tag {
        case .nns, .nnps: return true
        case .nn, .nnp: return false
        default: return nil
        }
    }

    private func isUnit(_ word: Int) -> Bool {
        lexicon.units.contains(view.lowers[word])
            || [.cd, .dt, .jj, .jjs, .jjr, .pdt].contains(view.words[word].tag)
    }

    private func measured(by word: Int, depth: Int = 0) -> Int? {
        guard depth < Self.deepestTheme else { return nil }
        for prep in view.children(of: word, .prep)
        where lexicon.small.has(view.lowers[prep], .possessive) {
            return view.children(of: prep, .pobj).first { view.words[$0].mention == nil }
        }
        for prep in view.children(of: word, .prep)
        where lexicon.small.has(view.lowers[prep], .rate) {
            if let time = view.children(of: prep, .pobj).first {
                return measured(by: time, depth: depth + 1)
            }
        }
        return nil
    }

    /// The last thing spoken of that a pronoun may mean.
    private func resolved(_ theme: Theme, within opened: [Int]) -> Theme {
        var theme = theme
        guard let word = theme.word else { return theme }
        if opened.count < Self.deepestTheme, let noun = antecedent(of: word, outside: opened) {
            let found = self.theme(at: noun, within: opened)
            theme.kind = found.kind
            theme.cargo = found.cargo
            theme.vehicle = found.vehicle
            theme.noun = found.noun
            return theme
        }
        let last = discourse.lastTheme {
            ($0.cargo != nil || $0.vehicle != nil) && agrees(word, with: $0)
        }
        guard lexicon.small.has(view.lowers[word], .pronoun),
            let last
        else { return theme }
        theme.kind = last.kind
        theme.cargo = last.cargo
        theme.vehicle = last.vehicle
        theme.noun = last.noun
        theme.carrier = last.carrier
        return theme
    }

    /// Whether a pronoun may mean what was spoken of: in number, and a person or a thing.
    func agrees(_ pronoun: Int, with theme: Theme) -> Bool {
        let lower = view.lowers[pronoun]
        if lexicon.small.has(lower, .personal) {
            // "She" may be a ship.
            let isVessel = theme.kind == .vessel && !lexicon.small.has(lower, .masculine)
            let isPerson = theme.kind == nil || theme.kind == .people
            return theme.isPlural != true && (isPerson || isVessel)
        }
        if lexicon.small.has(lower, .singular) {
            return theme.isPlural != true && (theme.kind != .people || theme.isPlural == nil)
        }
        if lexicon.small.has(lower, .plural) {
            return theme.isPlural != false || theme.kind == .people
        }
        return true
    }

    /// The last noun before a pronoun of the same sentence that can move and agrees in number.
    private func antecedent(of pronoun: Int, outside opened: [Int]) -> Int? {
        let isPlural = lexicon.small.has(view.lowers[pronoun], .plural)
        guard isPlural || lexicon.small.has(view.lowers[pronoun], .singular) else { return nil }
        return (0..<pronoun).reversed().first { word in
            view.words[word].tag == (isPlural ? .nns : .nn) && view.words[word].mention == nil
                && view.words[word].label != .compound
                && triggers[word] == nil && !opened.contains(word)
                && themeKind(at: word)?.isMovable == true
        }
    }

    /// What a vehicle carries: "a ship carrying ore", "loaded with ore".
    private func load(of vehicle: Int) -> Int? {
        for verb in view.children(of: vehicle, .acl, .relcl) {
            switch view.words[verb].lemma {
            case let lemma where lexicon.small.has(lemma, .carrying):
                if let load = view.children(of: verb, .dobj).first { return load }
            case let lemma where lexicon.small.has(lemma, .loading):
                for prep in view.children(of: verb, .prep)
                where lexicon.small.has(view.lowers[prep], .contents) {
                    if let load = view.children(of: prep, .pobj).first { return load }
                }
            default: break
            }
        }
        for prep in view.children(of: vehicle, .prep)
        where lexicon.small.has(view.lowers[prep], .contents) {
            if let load = view.children(of: prep, .pobj).first,
                themeKind(at: load)?.isMovable == true
            {
                return load
            }
        }
        return nil
    }

    /// Where it was made: "drones made in Iran".
    private func madeIn(_ noun: Int) -> [End] {
        for verb in view.children(of: noun, .acl, .relcl) {
            guard let word = triggers[verb], word.motion == .make else { continue }
            for prep in view.children(of: verb, .prep, .agent) {
                for object in view.children(of: prep, .pobj) {
                    let found = ends(of: object)
                    if !found.isEmpty { return found }
                }
            }
        }
        return []
    }

    /// Where what moves is said to be beforehand: "minerals refined in the Andes", "those wounded in
    /// Azaz".
    func location(of theme: Theme?, before verb: Int) -> [End] {
        if view.words[verb].label == .conj, view.isVerb(view.words[verb].head) {
            // "Were captured in A and taken to B".
            let found = location(beside: view.words[verb].head)
            if !found.isEmpty { return found }
        }
        if view.words[verb].label == .pcomp,
            lexicon.small.has(view.lowers[view.words[verb].head], .before)
        {
            // "Spent six days off A before proceeding to B".
            let stay = view.words[view.words[verb].head].head
            if lexicon.stays.match(view.lowers, at: stay) != nil {
                let found = location(besideOrBelow: stay)
                if !found.isEmpty { return found }
            }
        }
        guard let noun = theme?.word else { return [] }
        var verbs = view.children(of: noun, .acl, .relcl)
        verbs += verbs.flatMap { view.children(of: $0, .conj) }
        for word in [noun] + verbs
        where word != verb && !lexicon.small.has(view.words[word].lemma, .elsewhere) {
            let found = location(beside: word)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The place behind "in" or "at" beside a word.
    func location(beside word: Int) -> [End] {
        for prep in view.children(of: word, .prep)
        where lexicon.small.has(view.lowers[prep], .located) {
            for object in view.children(of: prep, .pobj) {
                let found = ends(of: object)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// The words of a noun phrase without determiner, possessor, number and place adjective, with
    /// the nouns it is joined to.
    func nounPhrase(_ head: Int) -> ClosedRange<Int> {
        var start = head
        for child in view.children[head].reversed() where child < start {
            let word = view.words[child]
            guard [.compound, .amod, .nmod, .punct].contains(word.label), word.mention == nil
            else { break }
            let span = view.span(of: child)
            if view.words[span].contains(where: { $0.mention != nil }) { break }
            if span.upperBound + 1 != start { break }
            start = span.lowerBound
        }
        // "One-way drones": a word joined by a hyphen to the first.
        while start >= 2, view.lowers[start - 1] == "-", view.words[start - 2].mention == nil {
            start -= 2
        }
        while start < head, lexicon.small.has(view.lowers[start], .further) { start += 1 }
        while start < head, view.words[start].tag != .cd, !view.words[start].tag.isNoun,
            !view.words[start].tag.isAdjective,
            !view.words[start].tag.isVerb
        {
            start += 1
        }
        var end = head
        var next = view.children(of: head, .conj).first
        while let noun = next, view.isNoun(noun), view.words[noun].mention == nil, noun > end,
            noun - end < 8
        {
            end = noun
            next = view.children(of: noun, .conj).first
        }
        return start...end
    }
}
