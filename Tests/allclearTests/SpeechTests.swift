import AllClearEngine
import Foundation
import Testing

@testable import allclear

/// The real binary, spoken by programs that write down what they heard.
@Suite("Speech", .serialized, .timeLimit(.minutes(3)))
struct SpeechTests {
  private let folder: Folder
  private let speaker: FakeSpeaker

  init() throws {
    folder = try Folder()
    speaker = try FakeSpeaker(folder)
  }

  private func start(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      arguments: arguments + ["--journal", folder.journal],
      environment: ["HOME": folder.path].merging(environment) { _, new in new })
  }

  /// A minute of listening with the voice on, past the card, with its first line being said.
  private func listening(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> (PseudoTerminal, FakeSpeaker.Heard) {
    let terminal = try PseudoTerminal(
      // Still, so that nothing waits for a test that listens and does not look.
      arguments: ["practice", "listening", "--voice", "--still", "--journal", folder.journal]
        + arguments,
      environment: ["HOME": folder.path].merging(environment) { _, new in new })
    try terminal.waitFor("A voice says the lines.")
    terminal.press(.enter)
    try terminal.waitFor("So not while you drive or cook")
    _ = try #require(speaker.heard(), "the card")
    terminal.press(.enter)
    let heard = try #require(speaker.heard(), "the first line")
    #expect(heard.line == lines[0].text)
    return (terminal, heard)
  }

  /// What is said in a minute of listening, and when.
  private var lines: [(at: Int, text: String)] {
    let cues = Library.real?.practices["listening"]?.lengths[1] ?? []
    return cues.compactMap { cue in
      cue.lines.first.map { (cue.at, Prose([.paragraph($0)]).plainText) }
    }
  }

  @Test("Each line is heard when its time has come, in order, and the last one to its end")
  func inTime() throws {
    try speaker.choose(speaker.make("speaker", .quick))
    let run = try Piped(
      "practice", "listening", "--voice", "--speed", "6", "--journal", folder.journal,
      input: "\n\n", home: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let all = lines
    // The card is hushed by the key that goes on: on a busy machine before a word of it was said.
    var next = try #require(speaker.heard())
    if next.line.hasPrefix("A voice is for closed eyes.") { next = try #require(speaker.heard()) }
    let heard = try [next] + all.dropFirst().map { _ in try #require(speaker.heard()) }
    #expect(heard.map(\.line) == all.map(\.text))
    #expect(speaker.heard(within: 0) == nil)
    let begin = try #require(heard.first).at
    for (line, heard) in zip(all, heard) {
      let late = (heard.at - begin) * 6 - Double(line.at - all[0].at)
      // Half of the way to the next line, whatever else the machine does meanwhile.
      #expect(abs(late) < 4, "\(line.text): \(late) s late")
    }
  }

  @Test("A line hushes the one before it, and none is left behind as a zombie")
  func oneAtATime() throws {
    try speaker.choose(speaker.make())
    // Not faster: a line is to be heard before the next one hushes it.
    var (terminal, last) = try listening("--speed", "10")
    var before: FakeSpeaker.Heard?
    for line in lines.dropFirst() {
      let next = try #require(speaker.heard())
      #expect(next.line == line.text)
      #expect(last.isSilent && next.helper != 0)
      if let before { #expect(kill(before.process, 0) == -1 && errno == ESRCH) }
      (before, last) = (last, next)
    }
    try terminal.waitFor("Take a moment.")
    terminal.press(.enter)
    #expect(last.isSilent)
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.terminalIsSane)
  }

  @Test("The card before the first one comes once for a person")
  func card() throws {
    try speaker.choose(speaker.make("speaker", .quick), "voice: yes\n")
    let (first, _) = try listening()
    first.type("q")
    #expect(try first.exitStatus() == 0)
    let second = try start("practice", "listening")
    try second.waitFor("A voice says the lines.")
    second.press(.enter)
    #expect(try #require(speaker.heard()).line == lines[0].text)
    second.type("q")
    #expect(try second.exitStatus() == 0)
  }

  @Test("Nobody waits for a voice that has ended, and it is no zombie")
  func reaped() throws {
    try speaker.choose(speaker.make("speaker", .quick))
    let (terminal, first) = try listening("--speed", "40")
    let second = try #require(speaker.heard())
    _ = try #require(speaker.heard())
    for process in [first.process, second.process] {
      #expect(kill(process, 0) == -1 && errno == ESRCH)
    }
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test(
    "It is hushed at once",
    arguments: ["pause", "escape", "switch", "flare", "crisis", "blank", "leave"])
  func hushed(by what: String) throws {
    try speaker.choose(speaker.make())
    let (terminal, heard) = try listening()
    switch what {
    case "pause": terminal.type(" ")
    case "escape": terminal.press(.escape)
    case "switch": terminal.type("v")
    case "flare": terminal.type("!")
    case "crisis": terminal.press(.control("g"))
    case "blank": terminal.press(.control("x"))
    default: terminal.type("q")
    }
    #expect(heard.isSilent, "\(what)")
    if what == "flare" {
      let page = try #require(speaker.heard())
      #expect(page.line.hasPrefix("It is loud right now."))
      #expect(page.line.hasSuffix("3: I have thoughts of ending my life."))
      terminal.press(.escape)
      #expect(page.isSilent)
    }
    if what == "leave" {
      #expect(try terminal.exitStatus() == 0)
      #expect(terminal.terminalIsSane)
    }
    #expect(speaker.heard(within: 0) == nil)
  }

  @Test("Paused in the middle it goes on with the line that was cut")
  func resumes() throws {
    try speaker.choose(speaker.make())
    let (terminal, first) = try listening()
    terminal.type(" ")
    try terminal.waitFor("Paused.")
    #expect(first.isSilent)
    terminal.type(" ")
    let again = try #require(speaker.heard())
    #expect(again.line == first.line && again.process != first.process)
    terminal.press(.escape, .escape)
    #expect(again.isSilent)
    #expect(try terminal.exitStatus() == 0)
  }

  @Test(
    "However allclear ends, nobody goes on speaking",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGKILL])
  func ended(by signal: Int32) throws {
    try speaker.choose(speaker.make())
    let (terminal, heard) = try listening()
    terminal.send(signal: signal)
    #expect(try terminal.exitStatus() == 128 + signal)
    #expect(heard.isSilent)
  }

  #if DEBUG
    @Test("A crash hushes it")
    func crash() throws {
      try speaker.choose(speaker.make())
      let (terminal, heard) = try listening(environment: ["ALLCLEAR_TRAP": "1"])
      terminal.type("x")
      #expect(heard.isSilent)
      _ = try terminal.exitStatus(within: .seconds(60))
    }
  #endif

  @Test("^Z hushes it, and fg finds the practice paused")
  func suspended() throws {
    try speaker.choose(speaker.make())
    let shell = try PseudoTerminal.shell(environment: ["HOME": folder.path])
    shell.type("allclear practice listening --voice\r")
    try shell.waitFor("A voice says the lines.")
    shell.press(.enter)
    try shell.waitFor("So not while you drive or cook")
    _ = try #require(speaker.heard())
    shell.press(.enter)
    let heard = try #require(speaker.heard())
    shell.press(.control("z"))
    try shell.waitFor("Stopped")
    #expect(heard.isSilent)
    shell.type("fg\r")
    try shell.waitFor("I paused for you")
    shell.type(" ")
    #expect(try #require(speaker.heard()).line == heard.line)
    shell.type("q")
    try shell.wait(for: "the shell") { !$0.isAlternate }
    shell.type("exit\r")
    #expect(try shell.exitStatus() == 0)
  }
}
