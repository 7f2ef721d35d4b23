extension Gazetteer {
    /// Whether a folded run of tokens is a name, and whether a longer name may begin with it.
    ///
    /// The bytes are those of `NameFolding.bytes`: tokens separated by one space. `isName` errs with a
    /// chance below 1 in 10^8, `beginsName` with about 2 %, both only towards true.
    public func test(foldedUTF8 bytes: some Collection<UInt8>) -> NameTest {
        var hash = NameHash()
        hash.append(bytes)
        return test(hash)
    }

    /// The start of a run of tokens, to be lengthened token by token.
    ///
    ///     var run = gazetteer.run()
    ///     for token in tokens[start...] {
    ///         let test = run.append(foldedToken: token)
    ///         if test.isName { longest = ... }
    ///         if !test.beginsName { break }
    ///     }
    public func run() -> NameRun {
        NameRun(gazetteer: self)
    }

    func test(_ hash: NameHash) -> NameTest {
        let value = hash.value
        var test = NameTest(isName: false, beginsName: false)
        for index in indexes {
            test.isName = test.isName || index.key(hash: value) != nil
            test.beginsName = test.beginsName || index.mayBegin(hash: value)
        }
        return test
    }
}
