import AllClearEngine
import Testing

@testable import allclear

/// settings.yaml as text: what is read, and what a change leaves alone.
@Suite("The text of settings.yaml")
struct SettingsTextTests {
  private static func text(_ text: String) -> SettingsText { SettingsText(Array(text.utf8)) }

  private static func string(_ text: SettingsText) -> String {
    String(decoding: text.bytes, as: UTF8.self)
  }

  private static let all: [Setting] =
    Look.allCases.map(Setting.theme) + [.width(nil), .width(0), .width(44)]
    + [true, false].flatMap { [.motion($0), .plain($0), .bells($0), .mouse($0)] }

  @Test("what is written is read back", arguments: all)
  func roundTrip(setting: Setting) {
    var text = SettingsText()
    text.set(setting)
    var expected = Settings()
    expected.set(setting)
    #expect(text.settings == expected)
    #expect(text.faults == [])
    #expect(Self.string(text) == "\(setting.key.rawValue): \(setting.text)\n")
  }

  @Test(
    "ways of writing a line that are understood",
    arguments: [
      "theme: mono", "theme: mono\n", "theme:   mono  ", "theme: mono # as on paper",
      "# mine\n\n---\ntheme: 'mono'\r\n", "\u{FEFF}theme: \"mono\"", "theme : mono", "theme:\tmono",
      "theme: mono\n#theme: light", "theme: mono\n   \n  # so\n",
    ])
  func understood(lines: String) {
    let text = Self.text(lines)
    #expect(text.settings.theme == .mono)
    #expect(text.faults == [])
  }

  @Test(
    "lines that are not understood are named and change nothing",
    arguments: [
      "colour: red", "theme: purple", "theme:mono", "theme", ": mono", "theme:", "theme: ",
      " theme: mono", "- theme: mono", "theme: mono, light", "theme: [mono]", "width: 19",
      "width: 99999999999999999999", "motion: true", "theme: mono#", "\u{0}", "theme: mono' ",
      "\u{7f}x",
    ])
  func broken(line: String) {
    let text = Self.text("# first\n\(line)\nbells: none\n")
    #expect(text.faults == [2], "\(line)")
    var expected = Settings()
    expected.bells = false
    #expect(text.settings == expected)
  }

  @Test("of two lines for one thing the first holds and the second is named")
  func twice() {
    var text = Self.text("theme: light\ntheme: mono\n")
    #expect(text.settings.theme == .light)
    #expect(text.faults == [2])
    text.set(.theme(.sixteen))
    #expect(Self.string(text) == "theme: 16-colour\ntheme: mono\n")
  }

  @Test("a change leaves quotes, blanks, comments and line ends as they were")
  func ownLine() {
    var text = Self.text("\u{FEFF}# a\r\ntheme :  'light'  # day\r\nfoo: bar\r\nplain: no")
    text.set(.theme(.highContrast))
    text.set(.plain(true))
    text.set(.bells(false))
    #expect(
      Self.string(text)
        == "\u{FEFF}# a\r\ntheme :  'high-contrast'  # day\r\nfoo: bar\r\nplain: yes\r\nbells: none\r\n"
    )
  }

  @Test("a line that is broken is never written over: the setting gets one of its own")
  func brokenStays() {
    var text = Self.text("theme: purple")
    text.set(.theme(.light))
    #expect(Self.string(text) == "theme: purple\ntheme: light\n")
    #expect(text.settings.theme == .light)
    #expect(text.faults == [1])
  }

  @Test("in any file a change reads back, changes nothing else, and keeps every other line")
  func property() {
    var random = Dice(seed: 11)
    let pieces: [[UInt8]] =
      [
        "theme", "motion", "plain", "width", "bells", "mouse", ": ", ":", " ", "#", "'", "\"", "\t",
        "-",
        "\n", "\n", "\n", "\r\n", "light", "mono", "yes", "no", "soft", "none", "0", "40", "window",
        "x",
        "theme: light\n", "motion: no # still\n", "bells: 'none'\r\n", "[]", "é", "\u{FEFF}",
      ].map { Array($0.utf8) } + [[0], [0xFF, 0xFE], [0xC3]]
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<30, using: &random)
      let bytes = (0..<count).flatMap { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let before = SettingsText(bytes)
      let setting = Self.all[Int.random(in: 0..<Self.all.count, using: &random)]
      var after = before
      after.set(setting)
      var expected = before.settings
      expected.set(setting)
      #expect(after.settings == expected, "\(bytes) \(setting)")
      #expect(after.faults == before.faults, "\(bytes) \(setting)")
      let old = before.bytes.split(separator: 10, omittingEmptySubsequences: false)
      let new = after.bytes.split(separator: 10, omittingEmptySubsequences: false)
      let changed = zip(old, new).filter { $0 != $1 }.count
      #expect(changed <= 1, "\(bytes) \(setting)")
      if old.count == new.count {
        #expect(changed <= 1)
      } else {
        #expect(after.bytes.starts(with: before.bytes), "\(bytes) \(setting)")
      }
      var again = after
      again.set(setting)
      #expect(again == after)
    }
  }
}
