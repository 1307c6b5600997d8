/// What belongs to this machine and not to the person: how allclear looks and sounds here.
public struct Settings: Hashable, Sendable {
  public var theme = Look.standard
  /// Whether something may move on the screen.
  public var motion = true
  /// Plain text every time.
  public var plain = false
  /// At how many columns plain text is wrapped; 0 not at all, `nil` where the window ends.
  public var width: Int?
  /// Whether practices ring.
  public var bells = true
  public var mouse = false
  /// Whether practices and help for a bad hour are spoken.
  public var voice = false
  public var speaker = Speaker.auto
  public var voiceRate = VoiceRate.usual
  /// The voice that the speaker is asked for; `nil` for its own.
  public var voiceName: String?

  /// The settings that hold while nobody has chosen.
  public init() {}

  /// The same with one of them chosen.
  public mutating func set(_ setting: Setting) {
    switch setting {
    case .theme(let look): theme = look
    case .motion(let moves): motion = moves
    case .plain(let isPlain): plain = isPlain
    case .width(let columns): width = columns
    case .bells(let ring): bells = ring
    case .mouse(let works): mouse = works
    case .voice(let speaks): voice = speaks
    case .speaker(let program): speaker = program
    case .voiceRate(let rate): voiceRate = rate
    case .voiceName(let name): voiceName = name
    }
  }
}

/// The sets of colours and attributes that a screen can be drawn with.
public enum Look: String, Hashable, Sendable, CaseIterable {
  /// The terminal's own colours, and two accents that are readable on light and on dark.
  case standard = "default"
  /// For a light background.
  case light
  case highContrast = "high-contrast"
  /// No colour at all.
  case mono
  /// The bright half of sixteen colours, for a dark background.
  case sixteen = "16-colour"
  /// For a projector: few words, far apart, and no line of keys.
  case hall
}

/// One setting with what was chosen for it.
public enum Setting: Hashable, Sendable {
  case theme(Look)
  case motion(Bool)
  case plain(Bool)
  case width(Int?)
  case bells(Bool)
  case mouse(Bool)
  case voice(Bool)
  case speaker(Speaker)
  case voiceRate(VoiceRate)
  case voiceName(String?)

  /// The columns that plain text can be wrapped at.
  public static let widths = 20...1000

  /// The names by which settings are kept.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    case theme, motion, plain, width, bells, mouse, voice, speaker
    case voiceRate = "voice-rate"
    case voiceName = "voice-name"
  }

  /// Its name.
  public var key: Key {
    switch self {
    case .theme: .theme
    case .motion: .motion
    case .plain: .plain
    case .width: .width
    case .bells: .bells
    case .mouse: .mouse
    case .voice: .voice
    case .speaker: .speaker
    case .voiceRate: .voiceRate
    case .voiceName: .voiceName
    }
  }

  /// What was chosen, in a word, as it is kept.
  public var text: String {
    switch self {
    case .theme(let look): look.rawValue
    case .motion(let yes), .plain(let yes), .mouse(let yes), .voice(let yes): yes ? "yes" : "no"
    case .width(let columns): columns.map(String.init) ?? "window"
    case .bells(let ring): ring ? "soft" : "none"
    case .speaker(let speaker): speaker.text
    case .voiceRate(let rate): rate.rawValue
    case .voiceName(let name): name ?? Self.usualName
    }
  }

  /// What is kept for the speaker's own voice.
  static let usualName = "usual"

  /// Reads what was kept; `nil` where the word is none of this setting's.
  public init?(_ key: Key, text: String) {
    switch key {
    case .theme:
      guard let look = Look(rawValue: text) else { return nil }
      self = .theme(look)
    case .width:
      guard text != "window" else {
        self = .width(nil)
        return
      }
      guard let columns = Int(text), columns == 0 || Self.widths.contains(columns) else {
        return nil
      }
      self = .width(columns)
    case .bells:
      guard let ring = ["soft": true, "none": false][text] else { return nil }
      self = .bells(ring)
    case .speaker:
      guard let speaker = Speaker(text: text) else { return nil }
      self = .speaker(speaker)
    case .voiceRate:
      guard let rate = VoiceRate(rawValue: text) else { return nil }
      self = .voiceRate(rate)
    case .voiceName:
      guard OwnSetting.keeps(text) else { return nil }
      self = .voiceName(text == Self.usualName ? nil : text)
    case .motion, .plain, .mouse, .voice:
      guard let yes = ["yes": true, "no": false][text] else { return nil }
      switch key {
      case .motion: self = .motion(yes)
      case .plain: self = .plain(yes)
      case .voice: self = .voice(yes)
      default: self = .mouse(yes)
      }
    }
  }
}
