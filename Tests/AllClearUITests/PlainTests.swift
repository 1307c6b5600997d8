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

  @Test("a list that is full takes no more, and Enter sends it")
  func fullList() {
    var prompt = Fixtures.collect
    prompt.draft = ["one", "two", "three"]
    var sitting = Sitting(prompt)
    #expect(sitting.page.hasSuffix("Enter goes on: "))
    sitting.type("four")
    #expect(sitting.sent.isEmpty && sitting.page.hasSuffix("3 are plenty.\nEnter goes on: "))
    sitting.type("")
    #expect(sitting.sent == [.answer(.entries(["one", "two", "three"]))])
    // An edit may have made the list shorter since.
    prompt.draft = ["one", "two", "three", "four"]
    sitting = Sitting(prompt)
    sitting.type("")
    #expect(sitting.sent == [.answer(.entries(["one", "two", "three"]))])
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

  @Test("words in several lines end with a full stop alone; an empty line is a paragraph")
  func writing() {
    var sitting = Sitting(Fixtures.write)
    sitting.type("It felt smaller.", "", "b", ".")
    #expect(sitting.sent.last == .answer(.text("It felt smaller.\n\nb")))
    #expect(sitting.sent.first == .draft(["It felt smaller."]))
    sitting = Sitting(Fixtures.write)
    sitting.type("")
    #expect(sitting.sent == [.skip])
  }

  @Test("in the middle of words, a word for help asks first and keeps them")
  func leaving() {
    var sitting = Sitting(Fixtures.write)
    sitting.type("Some words", "!", "maybe", "y")
    #expect(sitting.page.contains("!\nLeave the text? It is kept. y/n: maybe\nPlease type y or n."))
    #expect(
      sitting.sent == [.draft(["Some words"]), .draft(["Some words"]), .open(.flare)])
    sitting = Sitting(Fixtures.write)
    sitting.type("Some words", "crisis", "n", ".")
    #expect(sitting.sent.last == .answer(.text("Some words\ncrisis")))
    sitting = Sitting(Fixtures.write)
    sitting.type("crisis")
    #expect(sitting.sent == [.open(.crisis)])
  }

  @Test("words that are to be let go are never a draft")
  func letGo() {
    var prompt = Fixtures.write
    prompt.body = .write(Fixtures.prose("Write it down, then let it go."), isKept: false)
    var sitting = Sitting(prompt)
    sitting.type("One", "!", "y")
    #expect(sitting.sent == [.open(.flare)])
    #expect(sitting.page.contains("This one is not kept."))
    #expect(!sitting.page.contains("It is kept."))
    #expect(sitting.session.endOfInput().events == [.leave])
  }

  @Test("a list takes an entry a line, up to its most")
  func collect() {
    var sitting = Sitting(Fixtures.collect)
    sitting.type("a disc", "sitting", "")
    #expect(sitting.sent.last == .answer(.entries(["a disc", "sitting"])))
    #expect(
      sitting.page.contains(
        "1, Enter alone ends: a disc\n2, Enter alone ends: sitting\n3, Enter alone ends: "))
    sitting = Sitting(Fixtures.collect)
    sitting.type("one", "two", "three")
    #expect(sitting.sent.last == .answer(.entries(["one", "two", "three"])))
  }

  @Test("a draft is said again and goes on")
  func draft() {
    var prompt = Fixtures.write
    prompt.draft = ["It felt smaller."]
    var sitting = Sitting(prompt)
    #expect(sitting.page.contains("You began to write:\nIt felt smaller.\n"))
    #expect(sitting.page.hasSuffix("smaller.\nYour words, a line with only . ends: "))
    sitting.type("And then?", ".")
    #expect(sitting.sent.last == .answer(.text("It felt smaller.\nAnd then?")))
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

  @Test("a practice at one's own pace, a line for each Enter")
  func ownPace() {
    var sitting = Sitting(Fixtures.practice(.ready), width: 40)
    sitting.type("p")
    sitting.print(sitting.session.show(Fixtures.practice(.running, ownPace: true)))
    var running = Fixtures.practice(.running, line: Fixtures.cat, cue: 6, ownPace: true)
    sitting.print(sitting.session.show(running))
    sitting.print(sitting.session.show(running))
    sitting.type("", "r", "s")
    running = Fixtures.practice(.ended, line: "That is it.", cue: 7, ownPace: true)
    sitting.print(sitting.session.show(running))
    sitting.type("")
    #expect(
      sitting.sent == [
        .practice(.start(ownPace: true)), .practice(.next), .practice(.stop), .practice(.goOn),
      ])
    #expect(
      sitting.page == """
        Somatic tracking
        3 minutes, 16 lines, with bells.
        Enter pauses, s stops, and stopping is
        fine.
        Enter or t timed, p at my own pace: p
        Meet it as you might meet a strange cat:
        stay where you are, and be curious.

        r
        Meet it as you might meet a strange cat:
        stay where you are, and be curious.
        s
        That is it.
        Enter goes on: \


        """)
  }

  @Test("a timed practice pauses and goes on with Enter")
  func timed() {
    var sitting = Sitting(Fixtures.practice(.ready))
    sitting.type("t")
    sitting.print(sitting.session.show(Fixtures.running))
    sitting.type("")
    sitting.print(
      sitting.session.show(
        Fixtures.practice(.paused(offersStop: false), line: Fixtures.cat, cue: 6)))
    #expect(sitting.page.hasSuffix("Paused. Take the time you like.\nEnter goes on, s stops: "))
    sitting.type("x", "")
    #expect(
      sitting.sent == [
        .practice(.start(ownPace: false)), .practice(.pause), .practice(.resume),
      ])
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
