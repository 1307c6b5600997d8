import Foundation
import Testing

/// Speakers that are not there, that fail, and that are chosen in other ways.
@Suite("Speech, other speakers", .serialized, .timeLimit(.minutes(2)))
struct SpeechFaultTests {
  private let folder: Folder
  private let speaker: FakeSpeaker

  init() throws {
    folder = try Folder()
    speaker = try FakeSpeaker(folder)
  }

  /// A minute of listening, begun with the voice on, where only these programs are found.
  private func listening(speed: Int = 40, path: String? = nil) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      arguments: [
        "practice", "listening", "--voice", "--speed", String(speed), "--journal", folder.journal,
      ], environment: ["HOME": folder.path, "PATH": path ?? speaker.path])
    try terminal.waitFor("A voice says the lines.")
    terminal.press(.enter)
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.terminalIsSane && terminal.screen.unknown.isEmpty)
  }

  @Test("Where nobody speaks it is said once, and the practice goes on as text")
  func missing() throws {
    let terminal = try listening()
    try terminal.waitFor("No voice was found on this computer.")
    try terminal.waitFor("So not while you drive or cook")
    terminal.press(.enter)
    try terminal.waitFor("farthest sound")
    #expect(!terminal.screen.contains("No voice"))
    try terminal.waitFor("Take a moment.")
    #expect(!terminal.screen.contains("No voice"))
    try leave(terminal)
  }

  @Test("One that fails is told of once, and is not asked again")
  func failing() throws {
    try speaker.choose(speaker.make("speaker", .failing))
    let terminal = try listening(path: "/usr/bin:/bin")
    #expect(speaker.heard() != nil)
    try terminal.waitFor("The voice did not work.")
    terminal.press(.enter)
    try terminal.waitFor("Take a moment.")
    #expect(speaker.heard(within: 0) == nil)
    try leave(terminal)
  }

  @Test("A command that is not there is told of, too")
  func noSuchCommand() throws {
    try speaker.choose("/nonexistent/speaker --loud")
    let terminal = try listening()
    try terminal.waitFor("The voice did not work.")
    try leave(terminal)
  }

  @Test("spd-say comes first; where it fails, espeak-ng says the same line, and all that follow")
  func inTurn() throws {
    try speaker.make("spd-say", .failing)
    try speaker.make("espeak-ng", .quick)
    let terminal = try listening()
    let first = try #require(speaker.heard())
    #expect(
      first.words == "--pipe-mode --application-name=allclear --language=en --rate=-55")
    let second = try #require(speaker.heard())
    #expect(second.words == "--stdin -b 1 -s 120 -v en")
    #expect(first.line == second.line && second.line.hasPrefix("A voice is for closed eyes."))
    terminal.press(.enter)
    #expect(try #require(speaker.heard()).words == second.words)
    try leave(terminal)
  }

  @Test("Pace and voice are handed on")
  func paceAndVoice() throws {
    try speaker.choose("espeak-ng", "voice-rate: slow\nvoice-name: en-gb\n")
    try speaker.make("espeak-ng", .quick)
    let terminal = try listening()
    #expect(try #require(speaker.heard()).words == "--stdin -b 1 -s 100 -v en-gb")
    try leave(terminal)
  }

  @Test("spd-say is hushed by a word of its own, which reaches the service")
  func dispatcher() throws {
    try speaker.make("spd-say", .lines)
    let terminal = try listening(speed: 1)
    let card = try #require(speaker.heard())
    terminal.press(.enter)
    #expect(try #require(speaker.heard()).line == "!-!CANCEL self")
    let line = try #require(speaker.heard())
    #expect(card.process != line.process && card.isSilent)
    terminal.type(" ")
    let word = try #require(speaker.heard())
    #expect(word.line == "!-!CANCEL self" && word.process == line.process)
    #expect(line.isSilent, "it ends with its input")
    terminal.type(" ")
    _ = try #require(speaker.heard())
    try leave(terminal)
    #expect(try #require(speaker.heard()).line == "!-!CANCEL self")
  }

  @Test("A command is split into words, and no shell reads it")
  func words() throws {
    let file = try speaker.make("a speaker", .quick)
    try speaker.choose("'\(file)' \"two words\" $HOME `id` 'it''s' ;")
    let terminal = try listening(path: "/usr/bin:/bin")
    #expect(try #require(speaker.heard()).words == "two words $HOME `id` its ;")
    try leave(terminal)
  }

  @Test("In plain text the voice is off, and says so, until v asks for it")
  func plain() throws {
    try speaker.choose(speaker.make("speaker", .quick), "voice: yes\n")
    let terminal = try PseudoTerminal(
      arguments: ["practice", "listening", "--plain", "--journal", folder.journal],
      environment: ["HOME": folder.path])
    try terminal.waitFor("In plain text the voice is off")
    try terminal.waitFor("at my own pace:")
    terminal.type("v\r")
    try terminal.waitFor("The voice is on, for now.")
    terminal.type("p\r")
    try terminal.waitFor("So not while you drive or cook")
    #expect(try #require(speaker.heard()).line.hasPrefix("A voice is for closed eyes."))
    terminal.type("\r")
    #expect(try #require(speaker.heard()).line.contains("farthest sound"))
    terminal.type("v\r")
    try terminal.waitFor("The voice is off.")
    terminal.type("\r")
    try terminal.waitFor("No need to name it.")
    terminal.type("q\r")
    #expect(try terminal.exitStatus() == 0)
    #expect(speaker.heard(within: 0) == nil)
  }

  @Test("Help for a bad hour is spoken, page by page")
  func flare() throws {
    try speaker.choose(speaker.make("speaker", .quick), "voice: yes\n")
    let terminal = try PseudoTerminal(
      arguments: ["now", "--journal", folder.journal], environment: ["HOME": folder.path])
    try terminal.waitFor("Is this your usual pain")
    #expect(try #require(speaker.heard()).line.hasPrefix("It is loud right now."))
    try terminal.turnTo("Yes, I know this one")
    terminal.type("1")
    terminal.press(.enter)
    let comfort = try #require(speaker.heard())
    #expect(comfort.line.hasPrefix("Comfort first."))
    #expect(comfort.line.contains(" 1: Warmth, or lying down. 2: A slow walk"))
    try leave(terminal)
  }
}
