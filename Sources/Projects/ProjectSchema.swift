/// The tables of a project.
enum ProjectSchema {
    /// Marks the file as ours ("Peri").
    static let applicationID = 0x5065_7269
    /// The layout.
    static let version = 2

    static let tables = """
        CREATE TABLE documents (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          added TEXT NOT NULL,
          date TEXT,
          source TEXT,
          sha256 TEXT NOT NULL,
          places INTEGER NOT NULL,
          routes INTEGER NOT NULL,
          revision INTEGER NOT NULL,
          decisions TEXT NOT NULL DEFAULT ''
        );
        -- The line it was read from, and the line of results; apart, as they are long.
        CREATE TABLE readings (
          document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
          request BLOB NOT NULL,
          result BLOB NOT NULL
        );
        CREATE TABLE events (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
          at TEXT NOT NULL,
          what TEXT NOT NULL,
          decisions TEXT NOT NULL
        );
        CREATE INDEX events_of_documents ON events (document);
        CREATE TABLE features (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
          collection INTEGER NOT NULL,
          id TEXT NOT NULL,
          west REAL, south REAL, east REAL, north REAL,
          first_day TEXT, last_day TEXT,
          json BLOB NOT NULL,
          UNIQUE (collection, id)
        );
        CREATE INDEX features_of_documents ON features (document);
        -- Holds all that a query asks for, so that the long rows are read only for what is given out.
        CREATE INDEX features_found ON features
          (collection, number, west, south, east, north, first_day, last_day, document);
        """ + jobs + boxes

    /// What a project of a layout lacks to be of the next.
    static let steps: [Int: String] = [1: jobs + boxes + filledBoxes]

    /// Since layout 2: a tree of boxes for each collection.
    ///
    /// In one for all, the long lines of legs and routes lay over the places: a question for a degree took 30 ms of
    /// half a million features, and not one.
    private static let boxes = ProjectFeature.Collection.allCases.map {
        """

        CREATE VIRTUAL TABLE \(table(of: $0)) USING rtree (number, west, east, south, north);
        """
    }.joined()

    /// The table of the boxes of a collection.
    static func table(of collection: ProjectFeature.Collection) -> String {
        "boxes_of_\(collection)"
    }

    private static let filledBoxes =
        ProjectFeature.Collection.allCases.map {
            """

            INSERT INTO \(table(of: $0)) SELECT number, west, east, south, north FROM features
            WHERE collection = \($0.rawValue) AND west IS NOT NULL;
            """
        }.joined() + "\nDROP TABLE boxes;"

    /// Since layout 2: long work, and the documents of each that are read, are not, or wait.
    private static let jobs = """

        CREATE TABLE jobs (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          created TEXT NOT NULL,
          finished TEXT,
          dismissed INTEGER NOT NULL
        );
        -- The request is gone when it is answered; the answer is a document of its own, or a fault.
        CREATE TABLE tasks (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          job INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
          name TEXT NOT NULL,
          state INTEGER NOT NULL,
          several INTEGER NOT NULL,
          request BLOB,
          document TEXT,
          code TEXT,
          message TEXT
        );
        CREATE INDEX tasks_of_jobs ON tasks (job, state, number);
        CREATE INDEX jobs_unfinished ON jobs (number) WHERE finished IS NULL;
        """
}
