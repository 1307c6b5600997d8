// Settings: what belongs to this machine, what belongs to the person, and where both lie.

extension App.State {
  /// A choice for a setting.
  struct Choice {
    var id: String
    var text: String
    var does: Deed
    var isNow: Bool
    /// Written as it stands, and not as the beginning of a sentence.
    var isName = false
  }

  /// What is said at the start of settings that could not be read.
  var settingsNote: String? {
    options.settingsFault.map { fault in
      let lines = fault.lines.map(String.init).joined(separator: ", ")
      return lines.isEmpty
        ? phrases(.settingsUnread) : phrases(.settingsFault, ["lines": lines])
    }
  }

  // MARK: Lists

  func settingsItems(at now: Now) -> [Item] {
    var items = lines(of: SettingList.machine, at: now) + [voiceItem(at: now)]
    if offersPersonal {
      items.append(Item(id: "person", text: phrases(.settingPerson), does: .show(.person)))
    }
    items.append(Item(id: "privacy", text: phrases(.settingPrivacy), does: .privacy))
    if offersPersonal, let stopping = program.roles.stopping {
      items.append(Item(id: "stop", text: phrases(.settingStop), does: .open(.module(stopping))))
    }
    return items
  }

  func personItems(at now: Now) -> [Item] { lines(of: SettingList.person, at: now) }

  /// What belongs to a person needs a journal that knows them: a look at settings makes none.
  private var offersPersonal: Bool { options.journal == .kept && !digest.isEmpty }

  func lines(of lists: [SettingList], at now: Now) -> [Item] {
    lists.map { list in
      let present = choices(of: list, at: now).first { $0.isNow }?.text
      return Item(
        id: list.rawValue,
        text: phrases(list.line, ["value": present ?? phrases(.settingUnset)]),
        does: .show(.choices(list)))
    }
  }

  func choiceItems(of list: SettingList, at now: Now) -> [Item] {
    choices(of: list, at: now).map { choice in
      let text =
        choice.isName
        ? choice.text : choice.text.prefix(1).uppercased() + choice.text.dropFirst()
      return Item(
        id: choice.id, text: choice.isNow ? phrases(.settingNow, ["choice": text]) : text,
        does: choice.does)
    }
  }

  private func choices(of list: SettingList, at now: Now) -> [Choice] {
    switch list {
    case .theme:
      Look.allCases.filter { $0 != .hall || isDemo }.map {
        choice(.theme($0), phrases($0.phrase), settings.theme == $0)
      }
    case .motion: yesNo(Setting.motion, settings.motion)
    case .mouse: yesNo(Setting.mouse, settings.mouse)
    case .plain:
      [
        choice(.plain(true), phrases(.plainAlways), settings.plain),
        choice(.plain(false), phrases(.plainAsked), !settings.plain),
      ]
    case .bells:
      [
        choice(.bells(true), phrases(.bellsSoft), settings.bells),
        choice(.bells(false), phrases(.bellsNone), !settings.bells),
      ]
    case .width: widthChoices
    case .voice: yesNo(Setting.voice, settings.voice)
    case .speaker: speakerChoices
    case .voiceRate: rateChoices
    case .voiceName: voiceNameChoices
    case .gentle: gentleChoices(at: now)
    case .numbers: numberChoices(at: now)
    case .country: countryChoices
    case .painWord: wordChoices
    }
  }

  func choice(_ setting: Setting, _ text: String, _ isNow: Bool) -> Choice {
    Choice(id: setting.text, text: text, does: .set(setting), isNow: isNow)
  }

  private func yesNo(_ setting: (Bool) -> Setting, _ value: Bool) -> [Choice] {
    [
      choice(setting(true), phrases(.choiceYes), value),
      choice(setting(false), phrases(.choiceNo), !value),
    ]
  }

  private var widthChoices: [Choice] {
    var widths: [Int?] = [nil, 40, 60, 72, 80, 0]
    if !widths.contains(settings.width) { widths.insert(settings.width, at: 1) }
    return widths.map { width in
      let text =
        switch width {
        case nil: phrases(.widthWindow)
        case 0: phrases(.widthNone)
        case let columns?: phrases(.widthColumns, n: columns)
        }
      return choice(.width(width), text, settings.width == width)
    }
  }

  private func gentleChoices(at now: Now) -> [Choice] {
    let isGentle = holds(at: now.wall).standing.contains(.gentle)
    return [true, false].map { yes in
      Choice(
        id: yes ? "yes" : "no", text: phrases(yes ? .choiceYes : .choiceNo),
        does: .keep(.gentle(yes)), isNow: isGentle == yes)
    }
  }

  private func numberChoices(at now: Now) -> [Choice] {
    let today = Numbers.notOn(now.wall.day)
    // What was chosen for another day is over.
    let chosen = digest.person.wantsNoNumbers(on: now.wall.day) ? digest.person.numbers : .asked
    let all: [(String, Phrase, Numbers)] = [
      ("yes", .numbersAsked, .asked), ("today", .numbersNotToday, today),
      ("no", .numbersNever, .never),
    ]
    return all.map { id, phrase, numbers in
      Choice(
        id: id, text: phrases(phrase), does: .keep(.numbers(numbers)), isNow: chosen == numbers)
    }
  }

  private var countryChoices: [Choice] {
    let chosen = digest.person.country
    let countries = (crisis?.countries ?? []).map { country in
      Choice(
        id: country.id, text: country.name, does: .keep(.country(country.id)),
        isNow: country.id == chosen)
    }
    return countries + [
      Choice(
        id: "none", text: phrases(.settingUnset), does: .keep(.country(nil)), isNow: chosen == nil)
    ]
  }

  private var wordChoices: [Choice] {
    let word = digest.person.painWord
    var choices = PainWord.Given.allCases.map { given in
      Choice(
        id: given.rawValue, text: phrases(given.phrase), does: .keep(.painWord(.given(given))),
        isNow: word == .given(given))
    }
    if case .own(let own) = word {
      choices.append(Choice(id: "kept", text: own, does: .back, isNow: true))
    }
    choices.append(
      Choice(id: "own", text: phrases(.painWordOwn), does: .writeWord, isNow: false))
    choices.append(
      Choice(
        id: "none", text: phrases(.painWordNone), does: .keep(.painWord(nil)), isNow: word == nil))
    return choices
  }

  /// Whether what is shown names the countries of the crisis page.
  var showsCountries: Bool {
    switch stack.last {
    case .crisis, .menu(.person), .menu(.choices(.country)): true
    default: false
    }
  }

  // MARK: What is chosen

  /// Takes a setting of the machine: it holds at once, and is kept if it can be.
  mutating func set(_ setting: Setting) -> Outcome {
    settings.set(setting)
    if case .voice(let speaks) = setting {
      isVoiceOn = speaks
      hasSwitchedVoice = true
    }
    stack.removeLast()
    return (nil, [.setting(setting)])
  }

  /// Keeps what a person has chosen for themselves.
  mutating func keep(_ personal: Personal, at now: Now) -> Outcome {
    stack.removeLast()
    return (batch(of: .personal(personal), at: now), [])
  }

  /// A record about the person, in a session of its own.
  mutating func batch(of value: Record.Value, at now: Now) -> Batch? {
    let record = keepPersonal(value, at: now)
    guard options.journal == .kept else { return nil }
    let info = SessionInfo(
      id: record.id.session, module: Record.person, contentHash: "",
      appVersion: options.appVersion)
    return Batch(info: info, records: [record])
  }

  /// Where words and settings lie, and that they are not encrypted.
  mutating func tellPrivacy() {
    var blocks: [Prose.Block] = []
    func add(_ text: String) { blocks.append(.paragraph([.plain(text)])) }
    if options.places.journal.isEmpty {
      add(phrases(.noJournal))
    } else {
      add(phrases(.privacyJournal))
      add(options.places.journal)
      add(phrases(.privacyOpen))
    }
    if !options.places.settings.isEmpty {
      add(phrases(.privacySettings))
      add(options.places.settings)
    }
    stack.append(
      .note(
        Note(place: "privacy", heading: phrases(.settingPrivacy), prose: Prose(blocks))))
  }

  // MARK: A word of one's own

  func ownWordPrompt(tries: Int) -> Prompt {
    Prompt(
      place: "own-word/\(tries)",
      body: .write(Prose(phrases(.painWordWrite, n: PainWord.longest)), isKept: false),
      heading: phrases(.settings), moves: [.back, .skip])
  }

  mutating func take(ownWord answer: Answer, tries: Int, at now: Now) -> Outcome {
    guard case .text(let text) = answer else { return (nil, []) }
    let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !word.isEmpty else { return (nil, []) }
    guard word.count <= PainWord.longest else {
      stack[stack.count - 1] = .ownWord(tries: tries + 1)
      notice = phrases(.painWordTooLong, n: PainWord.longest)
      return (nil, [])
    }
    stack.removeLast()
    return keep(.painWord(.own(word)), at: now)
  }
}
