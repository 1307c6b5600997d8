import Testing

@testable import AllClearEngine

@Suite("Settings of this machine")
struct SettingsTests {
  private static let lines = "theme motion plain bells mouse width voice"

  private func atSettings(_ settings: Settings = Settings()) -> Scenario {
    var scenario = Scenario()
    scenario.options.settings = settings
    scenario.relaunch()
    scenario.go(
      .begin(.door(.settings)), shows: "choose settings-question [\(Self.lines) privacy back]")
    return scenario
  }

  private func choices(_ scenario: Scenario) -> [String: String] {
    guard case .choose(_, let choices, _) = scenario.app.prompt.body else { return [:] }
    return Dictionary(uniqueKeysWithValues: choices.map { ($0.id, $0.text) })
  }

  @Test("Home leads there, and back")
  func home() {
    var scenario = Scenario.passed()
    scenario.go(.pick("more"), .pick("settings"))
    #expect(
      scenario.app.prompt.note == "choose settings-question [\(Self.lines) person privacy back]")
    scenario.go(.pick("theme"), .back, .back, .back)
    #expect(scenario.isAtHome)
  }

  @Test(
    "Each list shows its choices with the present one marked, and a choice holds at once",
    arguments: [
      ("theme", "default light high-contrast mono 16-colour", "default"),
      ("motion", "yes no", "yes"), ("plain", "yes no", "no"), ("bells", "soft none", "soft"),
      ("mouse", "yes no", "no"), ("width", "window 40 60 72 80 0", "window"),
    ])
  func lists(list: String, ids: String, first: String) throws {
    let key = try #require(Setting.Key(rawValue: list))
    var present = first
    var scenario = atSettings()
    var expected = Settings()
    for id in ids.split(separator: " ").map(String.init) {
      scenario.go(.pick(list), shows: "choose \(list)-question [\(ids) back]")
      let marked = choices(scenario).filter { $0.value == "setting-now" }
      #expect(marked.keys.sorted() == [present])
      let setting = try #require(Setting(key, text: id))
      scenario.send(
        .pick(id), ["keep \(list) \(id)"],
        shows: "choose settings-question [\(Self.lines) privacy back]")
      expected.set(setting)
      #expect(scenario.app.settings == expected)
      present = id
    }
    #expect(scenario.journal.entries.isEmpty)
  }

  @Test("The line of a list names what is chosen")
  func named() {
    var scenario = Scenario()
    scenario.library.program.phrases = Phrases(
      texts: [.settingTheme: .plain("Theme: {value}"), .themeLight: .plain("light")], months: [],
      days: [])
    scenario.options.settings.theme = .light
    scenario.relaunch()
    scenario.go(.begin(.door(.settings)))
    #expect(choices(scenario)["theme"] == "Theme: light")
  }

  @Test("A width that no list has is shown among the others")
  func otherWidth() {
    var settings = Settings()
    settings.width = 33
    var scenario = atSettings(settings)
    scenario.go(.pick("width"), shows: "choose width-question [window 33 40 60 72 80 0 back]")
  }

  @Test("What could not be kept holds for the sitting, and a notice says so")
  func notKept() {
    var scenario = atSettings()
    scenario.keepsSettings = false
    scenario.go(.pick("theme"))
    scenario.go(.pick("mono"))
    #expect(scenario.app.prompt.notice == "setting-not-kept")
    #expect(scenario.app.settings.theme == .mono)
    scenario.go(.pick("motion"))
    #expect(scenario.app.prompt.notice == nil)
  }

  @Test("Without bells a practice says so and rings none")
  func bells() {
    for rings in [true, false] {
      var settings = Settings()
      settings.bells = rings
      var scenario = atSettings(settings)
      scenario.go(.begin(.door(.practice("listening", minutes: 1))))
      guard case .practice(let view) = scenario.app.prompt.body else {
        Issue.record("no practice")
        continue
      }
      #expect(view.hasBells == rings)
      #expect(view.lineCount == 2)
      var effects = scenario.run(.practice(.start(ownPace: false)))
      while scenario.app.deadline != nil { effects += scenario.jump() }
      #expect(effects.contains { if case .bell = $0 { true } else { false } } == rings)
    }
  }

  @Test("Where nothing may move, a practice is woken for its lines alone")
  func motion() {
    for (moves, milliseconds) in [(true, 500), (false, 2000)] {
      var scenario = Scenario(moves: true)
      scenario.options.settings.motion = moves
      scenario.relaunch()
      scenario.go(.begin(.door(.practice("listening", minutes: 1))))
      scenario.go(.practice(.start(ownPace: false)))
      #expect(scenario.app.deadline == scenario.now.elapsed + .milliseconds(milliseconds))
    }
  }

  @Test("What could not be read is said once, wherever it begins, but not over help")
  func fault() {
    for (lines, note) in [([3, 5], "settings-fault"), ([], "settings-unread")] {
      var scenario = Scenario()
      scenario.options.settingsFault = App.SettingsFault(lines: lines)
      scenario.relaunch()
      scenario.go(.begin(.home))
      #expect(scenario.app.prompt.notice == note)
      scenario.go(.pick("try"))
      #expect(scenario.app.prompt.notice == nil)
      for door in [Door.settings, .page("reading"), .flare, .crisis] {
        scenario.relaunch()
        scenario.go(.begin(.door(door)))
        #expect(scenario.app.prompt.notice == (door == .flare || door == .crisis ? nil : note))
      }
    }
  }

  @Test("Nothing is said of settings over the page of an emergency, whatever was asked for")
  func faultInEmergency() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("yes"))
    scenario.options.settingsFault = App.SettingsFault(lines: [3])
    let doors: [Door] = [.settings, .module("story"), .practice("body", minutes: 1), .page("a")]
    for beginning in [Event.Beginning.home] + doors.map(Event.Beginning.door) {
      scenario.relaunch()
      scenario.go(
        .begin(beginning), shows: "urgent gate stop numb emergency [wrong-key seen leave]")
    }
    scenario.relaunch()
    scenario.go(.begin(.door(.module("flare"))))
    #expect(scenario.app.prompt.notice == nil)
  }

  @Test("An emergency comes before settings")
  func emergency() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("yes"))
    scenario.relaunch()
    scenario.go(.begin(.door(.settings)))
    #expect(scenario.app.prompt.place.contains("/stop/"))
  }

  @Test("A page says where words and settings lie, and that they are not encrypted")
  func privacy() {
    var scenario = Scenario()
    scenario.options.places = App.Places(settings: "/s.yaml", journal: "/j.sqlite")
    scenario.relaunch()
    scenario.go(
      .begin(.door(.settings)), .pick("privacy"),
      shows: "card privacy-journal\n/j.sqlite\nprivacy-open\nprivacy-settings\n/s.yaml")
    scenario.go(.seen, shows: "choose settings-question [\(Self.lines) privacy back]")
    scenario.options.places = App.Places()
    scenario.relaunch()
    scenario.go(.begin(.door(.settings)), .pick("privacy"), shows: "card no-journal")
  }

  @Test("Every word of a setting is read back, and no other is")
  func words() {
    // Who speaks, and in which voice, is any word.
    for key in Setting.Key.allCases where key != .speaker && key != .voiceName {
      for text in ["", "Yes", "true", "purple", "19", "1001", "-1", "4e1", " yes", "none "] {
        #expect(Setting(key, text: text) == nil, "\(key) \(text)")
      }
    }
    let all: [Setting] =
      Look.allCases.map(Setting.theme) + [.width(nil), .width(0), .width(20), .width(1000)]
      + [true, false].flatMap { [.motion($0), .plain($0), .bells($0), .mouse($0), .voice($0)] }
      + [Speaker.auto, .dispatcher, .espeak, .command("piper --model 'a b'")].map(Setting.speaker)
      + VoiceRate.allCases.map(Setting.voiceRate) + [.voiceName(nil), .voiceName("en-gb")]
    for setting in all { #expect(Setting(setting.key, text: setting.text) == setting) }
  }
}
