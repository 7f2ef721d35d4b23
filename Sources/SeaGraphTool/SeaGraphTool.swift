internal import Foundation
internal import Routing

/// Builds `sea.graph` in a folder of shores and tables: `SeaGraphTool Data/Routing`.
@main
enum SeaGraphTool {
    static func main() async {
        guard CommandLine.arguments.count == 2 else {
            return fail("usage: SeaGraphTool FOLDER", 64)
        }
        let folder = URL(fileURLWithPath: CommandLine.arguments[1])
        do {
            try await SeaGraphBuilder().build(
                from: folder, to: folder.appending(path: "sea.graph")
            ) { message in
                FileHandle.standardError.write(Data("\(message)\n".utf8))
            }
        } catch {
            fail(error.description, 65)
        }
    }

    private static func fail(_ message: String, _ code: Int32) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
        exit(code)
    }
}
