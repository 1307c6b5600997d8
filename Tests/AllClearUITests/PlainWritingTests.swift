import AllClearEngine
import Testing

@testable import AllClearUI

/// Own words and lists in plain text.
@Suite struct PlainWritingTests {
  typealias Sitting = PlainTests.Sitting

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

  @Test("a line with only ? says the words for help, asks nothing and is no part of the text")
  func help() {
    var sitting = Sitting(Fixtures.write)
    sitting.type("Some words", "?", ".")
    #expect(!sitting.page.contains("Leave the text?"))
    #expect(sitting.page.contains("A line with only ? shows these words."))
    #expect(sitting.sent.last == .answer(.text("Some words")))
    sitting = Sitting(Fixtures.collect)
    sitting.type("sitting", "?", "")
    #expect(sitting.sent.last == .answer(.entries(["sitting"])))
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

  @Test("a draft is said again and goes on")
  func draft() {
    var prompt = Fixtures.write
    prompt.draft = ["It felt smaller."]
    var sitting = Sitting(prompt)
    #expect(sitting.page.contains("So far:\nIt felt smaller.\n"))
    #expect(sitting.page.hasSuffix("smaller.\nYour words, a line with only . ends: "))
    sitting.type("And then?", ".")
    #expect(sitting.sent.last == .answer(.text("It felt smaller.\nAnd then?")))
  }

  @Test("where there is room for one line, new words take the place of the old ones")
  func replaces() {
    var prompt = Fixtures.collect
    prompt.body = .collect(Fixtures.prose("How would you put it now?"), atMost: 1, seeds: [])
    prompt.draft = ["It may only work for others."]
    var sitting = Sitting(prompt)
    sitting.type("It may work for me.")
    #expect(sitting.sent.last == .answer(.entries(["It may work for me."])))
    sitting = Sitting(prompt)
    sitting.type("")
    #expect(sitting.sent.last == .answer(.entries(["It may only work for others."])))
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

  @Test(
    "where there is room for one line, Enter keeps what stands there and a new line replaces it")
  func oneLine() {
    let prompt = Prompt(
      place: "edit", body: .collect(Prose("How now?"), atMost: 1, seeds: []), moves: [.back],
      draft: ["It moved."])
    var sitting = Sitting(prompt)
    #expect(
      sitting.page.hasSuffix("It moved.\nEnter keeps it, a new line takes its place: "))
    sitting.type("")
    #expect(sitting.sent == [.answer(.entries(["It moved."]))])
    sitting = Sitting(prompt)
    sitting.type("It moved, and went.")
    #expect(sitting.sent == [.answer(.entries(["It moved, and went."]))])
    // A word is a word: nobody means a single b as their line.
    sitting = Sitting(prompt)
    sitting.type("b")
    #expect(sitting.sent == [.back])
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
}
