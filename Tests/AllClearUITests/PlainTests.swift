import AllClearEngine
import Testing

@testable import AllClearUI

@Suite struct PlainTests {
  /// A sitting at one prompt: what is printed, and what was sent.
  struct Sitting {
    var session: PlainSession
    var prompt: Prompt
    var sent: [Event] = []
    var page = ""

    init(_ prompt: Prompt, width: Int? = nil) {
      session = PlainSession(phrases: Words.english, width: width)
      self.prompt = prompt
      print(session.show(prompt))
    }

    mutating func type(_ lines: String...) {
      for line in lines {
        page += line + "\n"
        let reply = session.read(line)
        print(reply.out)
        sent += reply.events
        if reply.events.contains(where: { if case .draft = $0 { true } else { false } }) {
          print(session.show(prompt))
        }
      }
    }

    mutating func print(_ out: [PlainSession.Out]) {
      for part in out {
        switch part {
        case .line(let line): page += line + "\n"
        case .prompt(let prompt): page += prompt
        }
      }
    }
  }

  @Test("a menu is its question, its answers and one line to type on")
  func menu() {
    var sitting = Sitting(Fixtures.how, width: 40)
    sitting.type("7", "x", "1 3", "5")
    #expect(
      sitting.page == """
        Somatic tracking
        How was that?
        1 Lighter, or easier to be with
        2 About the same
        3 It got louder
        4 I could not settle
        5 Too much
        Number: 7
        Please type a number from 1 to 5, or
        Enter to skip.
        Number: x
        Please type a number from 1 to 5, or
        Enter to skip.
        Number: 1 3
        Please type a number from 1 to 5, or
        Enter to skip.
        Number: 5

        """)
    #expect(sitting.sent == [.answer(.option("option-5"))])
  }

  @Test("Enter skips a question that can be skipped, and only such a one")
  func skip() {
    var sitting = Sitting(Fixtures.how)
    sitting.type("")
    #expect(sitting.sent == [.skip])
    var menu = Fixtures.hello
    menu.moves = []
    sitting = Sitting(menu)
    sitting.type("", "3")
    #expect(sitting.sent == [.answer(.option("option-3"))])
    #expect(sitting.page.contains("Please type a number from 1 to 3.\nNumber: "))
  }

  @Test("several numbers answer where several may be chosen")
  func several() {
    var sitting = Sitting(Fixtures.many)
    sitting.type("4, 1", "0")
    #expect(sitting.sent == [.answer(.options(["option-1", "option-4"]))])
    #expect(sitting.page.contains("with spaces between them, or Enter to skip."))
  }

  @Test("a safety question repeats the number, and only Enter straight after it confirms")
  func gate() {
    var sitting = Sitting(Fixtures.gate)
    sitting.type("", "3")
    #expect(sitting.sent.isEmpty)
    #expect(
      sitting.page.hasSuffix(
        """
        Number: 3
        You chose: 3 No, none of these. Enter confirms, another number changes.
        Enter or number: \

        """))
    sitting.type("2", "?", "")
    #expect(sitting.sent.isEmpty)
    #expect(sitting.page.hasSuffix("Please type a number from 1 to 3.\nNumber: "))
    sitting.type("2", "")
    #expect(sitting.sent == [.answer(.option("option-2"))])
  }

  @Test("a scale takes 0 to 10 and says its ends")
  func scale() {
    var sitting = Sitting(Fixtures.scale)
    sitting.type("11", "-1", "seven", "10")
    #expect(sitting.sent == [.answer(.number(10))])
    #expect(sitting.page.contains("0 no pain\n10 the worst I can imagine\n0 to 10: 11\n"))
    #expect(sitting.page.contains("Please type a number from 0 to 10, or Enter to skip."))
  }

  @Test("the words that work everywhere")
  func words() {
    var sitting = Sitting(Fixtures.card)
    sitting.type("b", "w", "!", "CRISIS", "q", "hello", "")
    #expect(
      sitting.sent == [
        .back, .why, .open(.flare), .open(.crisis), .leave, .answer(.seen),
      ])
    #expect(sitting.page.contains("hello\nPlease press Enter to go on, or type ? for help.\n"))
    sitting = Sitting(Fixtures.gate)
    sitting.type("b", "?", "r")
    #expect(sitting.sent.isEmpty)
    #expect(sitting.page.contains("There is no way back from here."))
    #expect(sitting.page.contains("?, for these words.\nNumber: r\nSafety first, 2 of 5\nIs any"))
  }

  @Test("numbers of an emergency stand first, each on its own line")
  func urgent() {
    #expect(
      Sitting(Fixtures.crisis, width: 40).page.hasPrefix(
        """
        911  US, Canada
        999 or 112  UK, Ireland
        112  Europe, India
        000  Australia
        111  New Zealand
        People to talk to
        """))
    #expect(
      Sitting(Fixtures.stop).page.hasPrefix("Please get checked now."))
    // The text itself lists them, each with its name.
    #expect(Sitting(Fixtures.stop).page.contains("\n999 or 112  UK, Ireland\n"))
  }

  @Test("a heading is printed once while it stays")
  func heading() {
    var session = PlainSession(phrases: Words.english)
    #expect(session.show(Fixtures.scale).contains(.line("Your story")))
    #expect(!session.show(Fixtures.collect).contains(.line("Your story")))
    #expect(session.show(Fixtures.how).contains(.line("Somatic tracking")))
  }

  @Test("no line holds a sign that a braille display would show as dots", arguments: [nil, 40, 80])
  func signs(width: Int?) {
    for (name, prompt) in Fixtures.all {
      var sitting = Sitting(prompt, width: width)
      sitting.type("?", "zzz")
      for character in sitting.page where character != "\n" {
        #expect(character.unicodeScalars.allSatisfy { $0.value < 0x2190 }, "\(name): \(character)")
        #expect(!"›•●○━─·…∙".contains(character), "\(name): \(character)")
      }
      guard let width else { continue }
      for line in sitting.page.split(separator: "\n") where !line.hasPrefix("t timed") {
        #expect(TextWidth.of(String(line)) <= width + 6, "\(name): \(line)")
      }
    }
  }

  @Test("nothing is wrapped into a pipe")
  func unwrapped() {
    let lines = Transcript(phrases: Words.english).lines(for: Fixtures.hello)
    #expect(lines.contains("What you write stays on this computer. No account, no network."))
    #expect(lines.count == 7)
  }

  @Test("controls in own words are printed as one harmless sign")
  func controls() {
    let prompt = Prompt(place: "c", body: .card(Prose("a\u{1B}[31mb\u{202E}c\u{7}")))
    #expect(
      Transcript(phrases: Words.english).lines(for: prompt) == ["a\u{FFFD}[31mbc\u{FFFD}"])
  }
}
