import AllClearEngine

/// What the command line asked for, whatever the command.
struct Launch: Hashable {
  var plain = false
  var noColor = false
  var still = false
  var width: Int?
  var journal: String?
  var content: String?
  var speed = 1
}

/// Exit codes, as sysexits.h has them where it has one.
enum ExitCode {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let usage: Int32 = 64
  static let badContent: Int32 = 65
  static let noSuchFile: Int32 = 66
  static let cannotReadOrWrite: Int32 = 74
}

/// Something that ends the program with one clear line on standard error.
struct Failure: Error {
  var code: Int32
  var line: String

  init(_ code: Int32, _ line: String) {
    self.code = code
    self.line = line
  }
}
