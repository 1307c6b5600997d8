// Settings of the voice: whether it is on, who speaks, how fast, and in which voice.
extension App.State {
  /// The line of the voice's own list, among the settings.
  func voiceItem(at now: Now) -> Item {
    Item(
      id: "voice", text: phrases(.settingVoice, ["value": phrases(choiceOfVoice)]),
      does: .show(.voice))
  }

  private var choiceOfVoice: Phrase { settings.voice ? .choiceYes : .choiceNo }

  func voiceItems(at now: Now) -> [Item] { lines(of: SettingList.spoken, at: now) }

  var speakerChoices: [Choice] {
    var named: [Speaker] = [.dispatcher, .espeak]
    if case .command = settings.speaker { named.append(settings.speaker) }
    return [choice(.speaker(.auto), phrases(.speakerAuto), settings.speaker == .auto)]
      + named.map { name(.speaker($0), settings.speaker == $0) } + [own(.speaker)]
  }

  var rateChoices: [Choice] {
    VoiceRate.allCases.map { choice(.voiceRate($0), phrases($0.phrase), settings.voiceRate == $0) }
  }

  var voiceNameChoices: [Choice] {
    let kept = settings.voiceName.map { name(.voiceName($0), true) }
    return [choice(.voiceName(nil), phrases(.voiceNameUsual), settings.voiceName == nil)]
      + [kept].compactMap { $0 } + [own(.voiceName)]
  }

  private func name(_ setting: Setting, _ isNow: Bool) -> Choice {
    var choice = choice(setting, setting.text, isNow)
    choice.isName = true
    return choice
  }

  private func own(_ own: OwnSetting) -> Choice {
    Choice(id: "own", text: phrases(own.choice), does: .writeSetting(own), isNow: false)
  }

  // MARK: In words of one's own

  func ownSettingPrompt(_ own: OwnSetting, tries: Int) -> Prompt {
    Prompt(
      place: "own-setting/\(own)/\(tries)",
      body: .write(Prose(phrases(own.question)), isKept: false),
      heading: phrases(.settings), moves: [.back, .skip])
  }

  mutating func take(_ answer: Answer, for own: OwnSetting, tries: Int) -> Outcome {
    guard case .text(let text) = answer else { return (nil, []) }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return (nil, []) }
    guard let setting = own.setting(words) else {
      stack[stack.count - 1] = .ownSetting(own, tries: tries + 1)
      notice = phrases(.ownSettingRefused)
      return (nil, [])
    }
    stack.removeLast()
    return set(setting)
  }
}

extension VoiceRate {
  fileprivate var phrase: Phrase {
    switch self {
    case .slow: .rateSlow
    case .usual: .rateUsual
    case .fast: .rateFast
    }
  }
}

extension OwnSetting {
  fileprivate var choice: Phrase {
    switch self {
    case .speaker: .speakerOwn
    case .voiceName: .voiceNameOwn
    }
  }

  fileprivate var question: Phrase {
    switch self {
    case .speaker: .speakerWrite
    case .voiceName: .voiceNameWrite
    }
  }
}
