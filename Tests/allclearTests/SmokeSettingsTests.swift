import Foundation
import Testing

/// The real binary, its settings and its themes.
@Suite("Smoke, settings", .serialized, .timeLimit(.minutes(2)))
struct SmokeSettingsTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  private func start(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      arguments: arguments,
      environment: ["HOME": folder.path].merging(environment) { _, new in new })
  }

  private var file: String { folder.path + "/.config/allclear/settings.yaml" }
  private var kept: String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }

  private func put(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.config/allclear", withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }

  private func leave(_ terminal: PseudoTerminal, _ keys: String = "q") throws {
    terminal.type(keys)
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.terminalIsSane)
  }

  private func colours(_ terminal: PseudoTerminal) -> Bool {
    terminal.renditions.contains { (30...38).contains($0) || $0 >= 90 }
  }

  @Test("a theme is chosen, holds at once, and is there at the next start")
  func theme() throws {
    let terminal = try start("settings")
    try terminal.waitFor("Theme: default")
    #expect(colours(terminal))
    #expect(!terminal.renditions.contains(7))
    terminal.type("1")
    try terminal.waitFor("High contrast")
    terminal.type("3")
    try terminal.waitFor("Theme: high contrast")
    #expect(terminal.renditions.contains(7))
    #expect(kept == "theme: high-contrast\n")
    try leave(terminal)
    let again = try start("settings")
    try again.waitFor("Theme: high contrast")
    #expect(again.renditions.contains(7))
    try leave(again)
    let other = try start("settings", "--theme", "light")
    try other.waitFor("Theme: light")
    #expect(!other.renditions.contains(7))
    #expect(kept == "theme: high-contrast\n")
    try leave(other)
  }

  @Test("NO_COLOR and --no-color win over a theme", arguments: ["NO_COLOR", "--no-color"])
  func noColour(how: String) throws {
    try put("theme: light\n")
    let terminal = try start(
      how == "NO_COLOR" ? "settings" : how, environment: how == "NO_COLOR" ? [how: "1"] : [:])
    try terminal.waitFor(how == "NO_COLOR" ? "Theme: light" : "1  Try one minute now")
    try leave(terminal)
    #expect(!colours(terminal))
  }

  @Test("plain text is kept, and begins at once and the next time")
  func plain() throws {
    let terminal = try start("settings")
    try terminal.waitFor("Plain text: when I ask for it")
    terminal.type("3")
    try terminal.waitFor("Always")
    terminal.type("1")
    try terminal.waitFor("allclear, plain text.")
    try terminal.waitFor("3 Plain text: always")
    #expect(!terminal.screen.text.contains("Plain text for now"))
    try leave(terminal, "q\r")
    #expect(kept == "plain: yes\n")
    let again = try start()
    try again.waitFor("allclear, plain text.")
    try leave(again, "q\r")
  }

  @Test("p says that it is for this time, and where it can be kept")
  func plainKey() throws {
    let terminal = try start()
    try terminal.waitFor("press p")
    terminal.type("p")
    try terminal.waitFor("Plain text for now. To keep it: home, something else, settings.")
    try leave(terminal, "q\r")
    #expect(kept.isEmpty)
  }

  @Test("a line that is not understood is named once, and stays as it is")
  func broken() throws {
    try put("theme: purple\nbells: none\n")
    let terminal = try start("practice", "listening")
    try terminal.waitFor("Not understood in settings.yaml: line 1. It was left as it is.")
    try terminal.waitFor("without bells")
    terminal.press(.escape)
    #expect(try terminal.exitStatus() == 0)
    #expect(kept == "theme: purple\nbells: none\n")
    let piped = try Piped("status", home: folder.path)
    #expect(piped.error == "allclear: \(file): line 1 not understood; it was left as it is\n")
    #expect(piped.output.contains("Settings: \(file)\n"))
  }

  @Test("what cannot be kept holds for the sitting, and is said")
  func notKept() throws {
    // A file where the folder would be: nobody can write below it, root neither.
    try "".write(toFile: folder.path + "/.config", atomically: false, encoding: .utf8)
    let piped = try Piped("settings", input: "1\n4\nq\n", home: folder.path)
    #expect(piped.status == 0)
    #expect(piped.output.contains("That could not be kept. It holds for this sitting."))
    #expect(piped.output.contains("Theme: no colour"))
  }

  @Test("broken settings are in nobody's way to help", arguments: ["now", "crisis"])
  func help(command: String) throws {
    try put("theme: purple\nwidth: 40\n")
    let piped = try Piped(command, input: "q\n", home: folder.path)
    #expect(piped.status == 0)
    #expect(!piped.output.contains("settings.yaml") && piped.error.isEmpty)
  }
}
