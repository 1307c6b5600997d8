import AllClearEngine
import AllClearMeasures

/// What a record says, as JSON with its own version, and back.
///
/// | kind | value |
/// |---|---|
/// | started, passed, retracted | `{"v":1}` |
/// | finished | `{"v":1,"reason":"completed"}` |
/// | edited | `{"v":1,"ask":"2026-11-23"}`, or `null` once it has asked |
/// | edited, of a line of an own list | `{"v":1,"entry":"uuid.1:3#0","pinned":true}`, or `text`, `away`, `settled`, `kind` |
/// | edited, of an own list that was read | `{"v":1,"looked":"evidence"}` |
/// | edited, of a movement that was tried | `{"v":1,"experiment":{"id":"uuid.1/1","day":"2026-11-23","done":"did", …}}`, see `ExperimentCodec` |
/// | edited, of a questionnaire that was answered | `{"v":1,"measured":"phq-4"}` |
/// | gate | `{"v":1,"outcome":"same-day","hold":"same-day"}`, or `null` without a hold |
/// | practised | `{"v":1,"practice":"listening","minutes":1,"seconds":60,"early":false,"ownPace":false}` |
/// | collected | `{"v":1,"entries":["…"]}` |
/// | collected, of a chosen option that adds evidence | `{"v":1,"option":"id","into":"evidence","entries":["…"]}` |
/// | answered | `{"v":1, …}` with one of `"seen":true`, `"skipped":true`, `"number":4`, `"option":"id"`, `"options":["id"]`, `"text":"…"` |
///
/// An answer that feeds an own list has `"into":"causes"` beside it. A retracted gate, and
/// whatever the person erases, has `{"v":1,"erased":true}`. Keys are only ever added to a version;
/// a change of meaning is a new one.
enum ValueCodec {
  static let version = 1
  static let erased = #"{"v":1,"erased":true}"#

  /// Writes a value; its kind stands in a column of its own.
  static func text(_ value: Record.Value, adds: [String] = []) -> String {
    switch value {
    case .started, .passed, .retracted: #"{"v":1}"#
    case .finished(let reason): #"{"v":1,"reason":\#(JSON.quoted(reason.rawValue))}"#
    case .askOn(let day): #"{"v":1,"ask":\#(day.map { JSON.quoted($0.iso) } ?? "null")}"#
    case .personal(let personal): #"{"v":1,\#(text(personal))}"#
    case .entry(let id, let change):
      #"{"v":1,"entry":\#(JSON.quoted(id.text)),\#(text(change))}"#
    case .looked(let list): #"{"v":1,"looked":\#(JSON.quoted(list.rawValue))}"#
    case .experiment(let experiment): #"{"v":1,"experiment":\#(ExperimentCodec.text(experiment))}"#
    case .measured(let measure): #"{"v":1,"measured":\#(JSON.quoted(measure))}"#
    case .answer(let answer, let list):
      #"{"v":1,\#(text(answer))"#
        + (list.map { #","into":\#(JSON.quoted($0.rawValue))"# } ?? "")
        + (adds.isEmpty ? "" : #","entries":\#(JSON.list(adds))"#) + "}"
    }
  }

  private static func text(_ personal: Personal) -> String {
    let value =
      switch personal {
      case .gentle(let isOn): String(isOn)
      case .numbers(.asked): #""yes""#
      case .numbers(.notOn(let day)): JSON.quoted(day.iso)
      case .numbers(.never): #""no""#
      case .country(let id): id.map(JSON.quoted) ?? "null"
      case .painWord(.given(let given)): JSON.quoted(given.rawValue)
      case .painWord(.own(let word)): #"{"own":\#(JSON.quoted(word))}"#
      case .painWord(nil): "null"
      case .tooMuch(let times): String(times)
      case .seen(let day), .rests(let day), .helloRests(let day): JSON.quoted(day.iso)
      case .knowsVoice(let knows): String(knows)
      }
    return JSON.quoted(personal.topic.rawValue) + ":" + value
  }

  private static func text(_ change: OwnEntry.Change) -> String {
    let value =
      switch change {
      case .text(let text): JSON.quoted(text)
      case .pinned(let isTrue), .away(let isTrue), .settled(let isTrue): String(isTrue)
      case .kind(let kind): JSON.quoted(kind.name)
      }
    return JSON.quoted(change.topic) + ":" + value
  }

  private static func text(_ answer: Answer) -> String {
    switch answer {
    case .seen: #""seen":true"#
    case .skipped: #""skipped":true"#
    case .number(let number): #""number":\#(number)"#
    case .option(let id): #""option":\#(JSON.quoted(id))"#
    case .options(let ids): #""options":\#(JSON.list(ids))"#
    case .text(let text): #""text":\#(JSON.quoted(text))"#
    case .entries(let entries): #""entries":\#(JSON.list(entries))"#
    case .gate(let outcome, let hold):
      #""outcome":\#(JSON.quoted(outcome)),"hold":"#
        + (hold.map { JSON.quoted($0.rawValue) } ?? "null")
    case .practised(let practised):
      #""practice":\#(JSON.quoted(practised.practice)),"minutes":\#(practised.minutes),"#
        + #""seconds":\#(practised.seconds),"early":\#(practised.early),"#
        + #""ownPace":\#(practised.ownPace)"#
    }
  }

  /// Reads a value that stands.
  ///
  /// A later version is `.newer`; what is no value of ours, `.damaged`.
  static func value(_ text: String, kind: String) throws(StoreError) -> Record.Value {
    guard let members = JSON(text), let found = members["v"]?.int else { throw .damaged }
    guard found <= version else { throw .newer(found: found) }
    guard let kind = Record.Kind(rawValue: kind), let value = value(members, kind: kind) else {
      throw .damaged
    }
    return value
  }

  /// What a chosen option adds to the list that it feeds.
  static func adds(_ text: String, to value: Record.Value) -> [String] {
    switch value {
    case .answer(.option, .some), .answer(.options, .some): JSON(text)?["entries"]?.strings ?? []
    default: []
    }
  }

  private static func value(_ members: JSON, kind: Record.Kind) -> Record.Value? {
    switch kind {
    case .started: return .started
    case .passed: return .passed
    case .retracted: return .retracted
    case .finished:
      return members["reason"]?.string.flatMap(FinishReason.init(rawValue:)).map(
        Record.Value.finished)
    case .edited:
      if let personal = personal(members) { return .personal(personal) }
      if let entry = members["entry"] { return change(of: entry, members) }
      if let looked = members["looked"] {
        return looked.string.flatMap(OwnList.init(rawValue:)).map(Record.Value.looked)
      }
      if let tried = members["experiment"] {
        return ExperimentCodec.experiment(tried).map(Record.Value.experiment)
      }
      if let measured = members["measured"] { return measured.string.map(Record.Value.measured) }
      if members["ask"] == .null { return .askOn(nil) }
      return members["ask"]?.string.flatMap(CivilDay.init(iso:)).map(Record.Value.askOn)
    case .answered, .practised, .gate, .collected:
      guard let answer = answer(members, kind: kind) else { return nil }
      guard let into = members["into"] else { return .answer(answer) }
      guard let list = into.string.flatMap(OwnList.init(rawValue:)) else { return nil }
      return .answer(answer, into: list)
    case .erased: return nil
    }
  }

  private static func change(of entry: JSON, _ members: JSON) -> Record.Value? {
    guard let id = entry.string.flatMap(OwnEntry.ID.init(text:)) else { return nil }
    if let text = members["text"]?.string { return .entry(id, .text(text)) }
    if let isPinned = members["pinned"]?.bool { return .entry(id, .pinned(isPinned)) }
    if let isAway = members["away"]?.bool { return .entry(id, .away(isAway)) }
    if let kind = members["kind"]?.string {
      return CauseCategory(name: kind).map { .entry(id, .kind($0)) }
    }
    return members["settled"]?.bool.map { .entry(id, .settled($0)) }
  }

  private static func personal(_ members: JSON) -> Personal? {
    for topic in Personal.Topic.allCases {
      guard let value = members[topic.rawValue] else { continue }
      switch topic {
      case .gentle: return value.bool.map(Personal.gentle)
      case .numbers:
        switch value.string {
        case "yes": return .numbers(.asked)
        case "no": return .numbers(.never)
        default:
          return value.string.flatMap(CivilDay.init(iso:)).map { .numbers(.notOn($0)) }
        }
      case .country: return value == .null ? .country(nil) : value.string.map(Personal.country)
      case .painWord:
        if value == .null { return .painWord(nil) }
        if let own = value["own"]?.string { return .painWord(.own(own)) }
        return value.string.flatMap(PainWord.Given.init(rawValue:)).map { .painWord(.given($0)) }
      case .tooMuch: return value.int.map(Personal.tooMuch)
      case .seen: return value.string.flatMap(CivilDay.init(iso:)).map(Personal.seen)
      case .rests: return value.string.flatMap(CivilDay.init(iso:)).map(Personal.rests)
      case .helloRests: return value.string.flatMap(CivilDay.init(iso:)).map(Personal.helloRests)
      case .knowsVoice: return value.bool.map(Personal.knowsVoice)
      }
    }
    return nil
  }

  private static func answer(_ members: JSON, kind: Record.Kind) -> Answer? {
    switch kind {
    case .gate:
      guard let outcome = members["outcome"]?.string else { return nil }
      if members["hold"] == .null { return .gate(outcome: outcome, hold: nil) }
      guard let hold = members["hold"]?.string.flatMap(Hold.init(rawValue:)) else { return nil }
      return .gate(outcome: outcome, hold: hold)
    case .practised:
      guard let practice = members["practice"]?.string, let minutes = members["minutes"]?.int,
        let seconds = members["seconds"]?.int, let early = members["early"]?.bool,
        let ownPace = members["ownPace"]?.bool
      else { return nil }
      return .practised(
        .init(
          practice: practice, minutes: minutes, seconds: seconds, early: early, ownPace: ownPace))
    case .collected:
      if let option = members["option"]?.string { return .option(option) }
      if let options = members["options"]?.strings { return .options(options) }
      return members["entries"]?.strings.map(Answer.entries)
    default:
      if members["seen"] == .bool(true) { return .seen }
      if members["skipped"] == .bool(true) { return .skipped }
      if let number = members["number"]?.int { return .number(number) }
      if let option = members["option"]?.string { return .option(option) }
      if let options = members["options"]?.strings { return .options(options) }
      return members["text"]?.string.map(Answer.text)
    }
  }
}
