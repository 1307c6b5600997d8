import AllClearEngine

/// What the command line asked for, whatever the command.
struct Launch: Hashable {
  var plain = false
  var noColor = false
  var still = false
  var voice = false
  var width: Int?
  var theme: Look?
  var journal: String?
  var content: String?
  var speed = 1
  /// A speed was named, be it life's own.
  var isPaced = false
}

extension Launch {
  /// What holds when the sitting begins: the command line wins over the file.
  func settings(over kept: Settings) -> Settings {
    var settings = kept
    if let theme { settings.theme = theme }
    if let width { settings.width = width }
    return settings
  }

  /// Whether the voice is on when the sitting begins: in plain text only where it was asked for.
  func speaks(_ settings: Settings) -> Bool {
    voice || settings.voice && !FrontEnd.wantsPlain(self, settings)
  }
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
