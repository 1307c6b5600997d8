/// Which program says lines aloud.
public enum Speaker: Hashable, Sendable {
  /// speech-dispatcher where it is there, else espeak-ng.
  case auto
  /// speech-dispatcher, by `spd-say`.
  case dispatcher
  case espeak
  /// A command of one's own, split into words; it reads each line from its standard input.
  case command(String)

  /// As it is kept.
  public var text: String {
    switch self {
    case .auto: "auto"
    case .dispatcher: "spd-say"
    case .espeak: "espeak-ng"
    case .command(let command): command
    }
  }

  /// Reads what was kept: a name, or else a command.
  public init?(text: String) {
    switch text {
    case "auto": self = .auto
    case "spd-say": self = .dispatcher
    case "espeak-ng": self = .espeak
    default:
      guard OwnSetting.keeps(text) else { return nil }
      self = .command(text)
    }
  }
}

/// How fast lines are said.
public enum VoiceRate: String, Hashable, Sendable, CaseIterable {
  case slow, usual, fast
}

/// A setting in words of one's own.
enum OwnSetting: Hashable, Sendable {
  case speaker, voiceName

  /// At most so many characters.
  static let longest = 200

  /// Whether a text can be kept on one line of settings.yaml, and read back as it is.
  static func keeps(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= longest,
      !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }),
      !first.isWhitespace, !last.isWhitespace
    else { return false }
    // From a `#` on it would be a comment, and quotation marks around all of it would be taken off.
    let isComment = zip(" " + text, text).contains { $0 == " " && $1 == "#" }
    let isQuoted = text.count > 1 && first == last && (first == "\"" || first == "'")
    return !isComment && !isQuoted
  }

  /// The setting that a text makes; `nil` where it cannot be kept.
  func setting(_ text: String) -> Setting? {
    switch self {
    case .speaker: Speaker(text: text).map(Setting.speaker)
    case .voiceName: Self.keeps(text) ? .voiceName(text) : nil
    }
  }
}
