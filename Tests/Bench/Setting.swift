import Glibc

/// What is measured, how often and where.
struct Setting {
  var runs: Int
  /// The name of the only group that is measured; nil for all.
  var only: String?
  /// How long a practice is watched.
  var seconds: Int
  /// The program under measurement.
  var allclear: String
  /// The content that it is shown with, where the bench adds to it.
  var content: String
  /// A folder of the bench's own.
  var folder: String

  /// Reads `ALLCLEAR CONTENT` and `RUNS`, `ONLY`, `WATCH` of the environment.
  init?(_ arguments: [String]) {
    guard arguments.count == 2 else { return nil }
    allclear = arguments[0]
    content = arguments[1]
    only = Self.variable("ONLY")
    folder = "/tmp/allclear-bench-\(getpid())"
    guard let runs = Self.number("RUNS", else: 30), let seconds = Self.number("WATCH", else: 20)
    else { return nil }
    self.runs = runs
    self.seconds = seconds
  }

  func wants(_ group: String) -> Bool { only == nil || only == group }

  /// Of the person's environment nothing is taken over: it would make runs differ.
  ///
  /// The journal is found as a person's is: options on the command line cost time of their own.
  func environment(journal: String) -> [String] {
    [
      "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(folder)", "PATH=/usr/local/bin:/usr/bin:/bin",
      "XDG_DATA_HOME=\(folder)/\(journal)",
    ]
  }

  func removeFolder() throws(Trouble) {
    _ = try Child(["/bin/rm", "-rf", folder], self).wait(milliseconds: 20_000)
  }

  private static func variable(_ name: String) -> String? {
    guard let pointer = getenv(name) else { return nil }
    let value = String(cString: pointer)
    return value.isEmpty ? nil : value
  }

  private static func number(_ name: String, else standard: Int) -> Int? {
    guard let text = variable(name) else { return standard }
    guard let number = Int(text), number > 0 else { return nil }
    return number
  }
}

/// Why a group could not be measured.
struct Trouble: Error {
  var text: String
}

func say(_ text: String) {
  _ = (text + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
}
