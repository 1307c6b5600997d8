/// The lists of settings, each with the choices for one thing.
enum SettingList: String, Hashable, Sendable {
  case theme, motion, plain, bells, mouse, width
  case voice, speaker
  case voiceRate = "voice-rate"
  case voiceName = "voice-name"
  case gentle, numbers, country
  case painWord = "pain-word"

  static let machine: [SettingList] = [.theme, .motion, .plain, .bells, .mouse, .width]
  static let spoken: [SettingList] = [.voice, .speaker, .voiceRate, .voiceName]
  static let person: [SettingList] = [.gentle, .numbers, .painWord, .country]
}

extension SettingList {
  /// The line that names the present choice.
  var line: Phrase {
    switch self {
    case .theme: .settingTheme
    case .motion: .settingMotion
    case .plain: .settingPlain
    case .bells: .settingBells
    case .mouse: .settingMouse
    case .width: .settingWidth
    case .voice: .settingSpoken
    case .speaker: .settingSpeaker
    case .voiceRate: .settingRate
    case .voiceName: .settingVoiceName
    case .gentle: .settingGentle
    case .numbers: .settingNumbers
    case .country: .settingCountry
    case .painWord: .settingPainWord
    }
  }

  /// What is asked above the choices.
  var question: Phrase {
    switch self {
    case .theme: .themeQuestion
    case .motion: .motionQuestion
    case .plain: .plainQuestion
    case .bells: .bellsQuestion
    case .mouse: .mouseQuestion
    case .width: .widthQuestion
    case .voice: .spokenQuestion
    case .speaker: .speakerQuestion
    case .voiceRate: .rateQuestion
    case .voiceName: .voiceNameQuestion
    case .gentle: .gentleQuestion
    case .numbers: .numbersQuestion
    case .country: .countryQuestion
    case .painWord: .painWordQuestion
    }
  }
}

extension Look {
  /// What it is called.
  var phrase: Phrase {
    switch self {
    case .standard: .themeDefault
    case .light: .themeLight
    case .highContrast: .themeHighContrast
    case .mono: .themeMono
    case .sixteen: .themeSixteen
    case .hall: .themeHall
    }
  }
}
