/// What a person has chosen for themselves; it lies in the journal and travels with it.
public struct Person: Hashable, Sendable {
  /// Whether to go gently; `nil` while the safety questions alone say so.
  public var gentle: Bool?
  /// Whether numbers about pain are asked for.
  public var numbers = Numbers.asked
  /// The country of the page of people to call.
  public var country: String?
  /// What the pain is called.
  public var painWord: PainWord?
  /// How often a round was too much since going gently was last chosen or declined.
  public var tooMuch = 0
  /// When a clinician was last said to have looked at pain that had grown.
  public var seenOn: CivilDay?
  /// When the person last said that it has become harder, and no clinician has looked since.
  public var restsSince: CivilDay?
  /// When a hello was put off last.
  public var helloRestsSince: CivilDay?
  /// Whether the person was told when not to be spoken to.
  public var knowsVoice = false
  /// So many times too much make going gently the rule, until the person switches it off.
  public static let mostTooMuch = 3

  /// Nothing was chosen.
  public init() {}

  /// Whether the person would rather not be asked for numbers on a day.
  func wantsNoNumbers(on day: CivilDay) -> Bool {
    switch numbers {
    case .asked: false
    case .notOn(let chosen): chosen == day
    case .never: true
    }
  }

  /// Takes in what was chosen.
  mutating func set(_ personal: Personal) {
    switch personal {
    case .gentle(let isOn):
      gentle = isOn
      tooMuch = 0
    case .numbers(let choice): numbers = choice
    case .country(let id): country = id
    case .painWord(let word): painWord = word
    case .tooMuch(let times): tooMuch = times
    case .seen(let day):
      seenOn = day
      restsSince = nil
    case .rests(let day): restsSince = day
    case .helloRests(let day): helloRestsSince = day
    case .knowsVoice(let knows): knowsVoice = knows
    }
  }
}

/// One thing that a person has chosen for themselves.
public enum Personal: Hashable, Sendable {
  /// As after "I would rather not say": short rounds, eyes open, something outside the body.
  case gentle(Bool)
  case numbers(Numbers)
  /// An id of crisis.yaml; `nil` for none.
  case country(String?)
  /// `nil` for the words as they stand.
  case painWord(PainWord?)
  /// A round was too much, so many times by now.
  case tooMuch(Int)
  /// A clinician has looked at pain that had grown; said on this day.
  case seen(CivilDay)
  /// It has become harder, by the person's own word; said on this day, from which movement rests.
  case rests(CivilDay)
  /// A hello was put off on this day.
  case helloRests(CivilDay)
  /// Told, before the first spoken practice, when not to use one.
  case knowsVoice(Bool)

  /// What it is about: the step of its record, so that the latest of each is found.
  public enum Topic: String, Hashable, Sendable, CaseIterable {
    case gentle, numbers, country
    case painWord = "pain-word"
    case tooMuch = "too-much"
    case seen, rests
    case helloRests = "hello-rests"
    case knowsVoice = "voice"
  }

  /// What it is about.
  public var topic: Topic {
    switch self {
    case .gentle: .gentle
    case .numbers: .numbers
    case .country: .country
    case .painWord: .painWord
    case .tooMuch: .tooMuch
    case .seen: .seen
    case .rests: .rests
    case .helloRests: .helloRests
    case .knowsVoice: .knowsVoice
    }
  }
}

/// Whether a person is asked for numbers about pain, which can feed the watching of it.
public enum Numbers: Hashable, Sendable {
  case asked
  /// Not on this day.
  case notOn(CivilDay)
  case never
}

/// What a person has asked for that content may ask about: `wished(no-numbers)`.
public enum Wish: String, Hashable, Sendable, CaseIterable {
  case noNumbers = "no-numbers"
}

/// The word that fits the pain: "false alarm" fits many people and not everybody.
public enum PainWord: Hashable, Sendable {
  case given(Given)
  case own(String)

  /// Words to choose from; interface.yaml says them.
  public enum Given: String, Hashable, Sendable, CaseIterable {
    case alarm, guardian = "guard", system, pain

    var phrase: Phrase {
      switch self {
      case .alarm: .painWordAlarm
      case .guardian: .painWordGuard
      case .system: .painWordSystem
      case .pain: .painWordPain
      }
    }
  }

  /// A word of one's own has at most so many characters.
  public static let longest = 30

  /// What stands in a text.
  func text(_ phrases: Phrases) -> String {
    switch self {
    case .given(let given): phrases(given.phrase)
    case .own(let word): word
    }
  }
}
