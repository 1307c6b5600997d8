import AllClearEngine

/// A program that says lines, and what it is started with.
enum SpeechProgram: Hashable {
  /// speech-dispatcher: `spd-say` hands a line on to its service.
  case dispatcher
  case espeak
  /// Words of the person's own.
  case command([String])

  /// Those that are tried, one after the other.
  static func all(for speaker: Speaker) -> [SpeechProgram] {
    switch speaker {
    case .auto: [.dispatcher, .espeak]
    case .dispatcher: [.dispatcher]
    case .espeak: [.espeak]
    case .command(let text): [.command(words(of: text))]
    }
  }

  /// The words that it is started with; it reads its line from standard input.
  ///
  /// The lines are English, whatever the language of the machine.
  func words(_ settings: Settings) -> [String] {
    switch self {
    case .dispatcher:
      ["spd-say", "--pipe-mode", "--application-name=allclear", "--language=en"]
        + ["--rate=\(settings.voiceRate.ofDispatcher)"]
        + (settings.voiceName.map { ["--synthesis-voice=" + $0] } ?? [])
    case .espeak:
      ["espeak-ng", "--stdin", "-b", "1", "-s", String(settings.voiceRate.wordsAMinute)]
        + ["-v", settings.voiceName ?? "en"]
    case .command(let words): words
    }
  }

  /// What it is handed for a line.
  func input(_ line: String) -> String {
    // What begins so is a command to the service, and own words may begin as they like.
    (self == .dispatcher && line.hasPrefix("!-!") ? " " : "") + line + "\n"
  }

  /// What hushes it on its input; who speaks by itself is hushed by ending it.
  var hushWord: String? { self == .dispatcher ? "!-!CANCEL self\n" : nil }

  /// A command as words: parted by blanks, with quotation marks around what belongs together.
  static func words(of command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      switch character {
      case quote: quote = nil
      case "'" where quote == nil, "\"" where quote == nil:
        quote = character
        word = word ?? ""
      case " " where quote == nil:
        if let whole = word { words.append(whole) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + [word].compactMap { $0 }
  }
}

extension VoiceRate {
  /// Lines have room for 110 words a minute and two seconds; the usual pace needs less of it.
  var wordsAMinute: Int {
    switch self {
    case .slow: 100
    case .usual: 120
    case .fast: 150
    }
  }

  /// About the same, from -100 to 100: 170 words a minute are 0 and 80 are -100.
  var ofDispatcher: Int { (wordsAMinute - 170) * 100 / 90 }
}
