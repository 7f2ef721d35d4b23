import Foundation
import Testing

@testable import Documents

@Suite("Programs that read files")
struct HelperProgramTests {
    @Test("Their bounds are set, whatever shell the system has")
    func bounds() throws {
        let program = HelperProgram(
            executable: URL(filePath: "/bin/sh"), seconds: 7, memory: 512_000_000, output: 1_000)
        let result = try program.run(["-c", "ulimit -t; ulimit -v"], on: [])
        #expect(String(decoding: result.output, as: UTF8.self) == "7\n500000\n")
    }

    @Test("One that does not end is ended")
    func endless() throws {
        let program = HelperProgram(
            executable: URL(filePath: "/bin/sh"), seconds: 1, memory: 512_000_000, output: 1_000)
        let result = try program.run(["-c", "while :; do :; done"], on: [])
        #expect(result.wasKilled)
    }
}
