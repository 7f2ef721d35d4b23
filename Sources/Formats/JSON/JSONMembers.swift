/// The members of an object in the making, in any order; they are written sorted by key.
struct JSONMembers {
    private var members: [(name: String, write: (inout JSONBytes) -> Void)] = []

    /// Adds a member; an older one of the name is replaced.
    mutating func add(_ name: String, _ write: @escaping (inout JSONBytes) -> Void) {
        members.removeAll { $0.name == name }
        members.append((name, write))
    }

    /// Adds a text.
    mutating func add(_ name: String, _ text: String) {
        add(name) { $0.string(text) }
    }

    /// Adds every fact of a subject that is known.
    mutating func add<Subject>(_ facts: [Fact<Subject>], of subject: Subject) {
        members.reserveCapacity(members.count + facts.count)
        for fact in facts {
            let value = fact.value(subject)
            guard value != .none else { continue }
            members.append((fact.name, { $0.value(value) }))
        }
    }

    /// Writes the object.
    func write(to json: inout JSONBytes) {
        json.object { json in
            for member in members.sorted(by: { $0.name < $1.name }) {
                json.key(member.name)
                member.write(&json)
            }
        }
    }
}

extension JSONBytes {
    /// A fact's value: lists are arrays, stretches of text are SPANs.
    mutating func value(_ value: FieldValue) {
        switch value {
        case .none: null()
        case .text(let text): string(text)
        case .integer(let number): integer(number)
        case .real(let number, let decimals): self.number(number, decimals: decimals)
        case .flag(let flag): boolean(flag)
        case .list(let texts):
            array { json in
                for text in texts { json.string(text) }
            }
        case .spans(let spans):
            array { json in
                for span in spans { json.span(span) }
            }
        }
    }

    private mutating func span(_ span: TextSpan) {
        object { json in
            json.key("end")
            json.integer(span.end)
            json.key("start")
            json.integer(span.start)
            json.key("text")
            json.string(span.text)
        }
    }
}
