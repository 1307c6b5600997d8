import Foundation
import Testing

@testable import allclear

/// `allclear remind` where it cannot be: nothing is written by half.
@Suite("Remind, refused")
struct RemindRefusedTests {
  /// One clear line on standard error, with the name of the program before it.
  private func isOneLine(_ run: Piped) -> Bool {
    run.error.hasPrefix("allclear: ") && run.error.split(separator: "\n").count == 1
  }

  @Test("without a systemd of one's own it says what to do instead", arguments: [true, false])
  func noSystemd(isThere: Bool) throws {
    let desk = try Desk(isSilent: !isThere)
    if isThere { try desk.refuse("show") }
    let run = try desk.remind("--daily", "19:00")
    #expect(run.status == 1)
    #expect(isOneLine(run) && run.error.contains("nothing was written"), "\(run.error)")
    #expect(run.output.hasPrefix("Instead, as you like:\n"))
    #expect(run.output.contains("      0 19 * * * XDG_RUNTIME_DIR="))
    #expect(run.output.hasSuffix("- Nothing at all. Practice at any time is fine.\n"))
    #expect(desk.files.isEmpty)
    #expect(try desk.remind("--show").status == 0)
    #expect(try desk.remind("--off").status == 0)
  }

  @Test("where systemd is gone later, what is set can be seen and taken away")
  func goneLater() throws {
    let desk = try Desk()
    #expect(try desk.remind("--daily", "19:00").status == 0)
    // As systemd makes it.
    let wants = desk.units + "/timers.target.wants"
    try FileManager.default.createDirectory(atPath: wants, withIntermediateDirectories: false)
    let link = wants + "/allclear-hello.timer"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: desk.timer)
    try desk.takeAway("systemctl")
    let show = try desk.remind("--show")
    #expect(show.status == 0)
    #expect(show.output.contains("systemd: it does not answer here"))
    let off = try desk.remind("--off")
    #expect(off.status == 0)
    #expect(off.output.hasPrefix("systemd: it does not answer here, so there was nothing to stop."))
    for path in [link, desk.service, desk.timer] {
      #expect(off.output.contains("Removed: \(path)\n"))
    }
    #expect(
      desk.files == [
        ".config", ".config/systemd", ".config/systemd/user",
        ".config/systemd/user/timers.target.wants",
      ])
  }

  @Test(
    "where systemd does not take it, nothing stays and its words are passed on",
    arguments: ["daemon-reload", "enable"])
  func notTaken(word: String) throws {
    let desk = try Desk()
    try desk.refuse(word)
    let run = try desk.remind("--daily", "19:00")
    #expect(run.status == 1 && run.output.isEmpty && isOneLine(run))
    #expect(run.error.contains("failed: Failed to \(word): Access denied; "), "\(run.error)")
    #expect(run.error.hasSuffix("what was written is taken away again\n"))
    #expect(!desk.files.contains { $0.contains("allclear") })
  }

  @Test("where it does not take another time, the first stays")
  func changeNotTaken() throws {
    let desk = try Desk()
    #expect(try desk.remind("--daily", "19:00").status == 0)
    let before = desk.text(desk.timer)
    try desk.refuse("enable")
    let run = try desk.remind("--daily", "7:30")
    #expect(run.status == 1 && isOneLine(run))
    #expect(run.error.hasSuffix("the files are as they were before\n"), "\(run.error)")
    #expect(desk.text(desk.timer) == before)
    #expect(desk.files.count == 5)
  }

  @Test("a file of that name by somebody else is named and left", arguments: ["timer", "service"])
  func foreign(kind: String) throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.units, withIntermediateDirectories: true)
    let path = desk.units + "/allclear-hello." + kind
    let mine = "# mine\n" + HelloUnits.mark + "\n"
    try mine.write(toFile: path, atomically: false, encoding: .utf8)
    let run = try desk.remind("--daily", "19:00")
    #expect(run.status == 1 && isOneLine(run))
    #expect(run.error.contains("\(path) is not from allclear"))
    #expect(try desk.remind("--show").output == "No reminder is set.\nNot from allclear: \(path)\n")
    let off = try desk.remind("--off")
    #expect(off.status == 0)
    #expect(
      off.output == """
        Left, as it is not from allclear: \(path)
        No reminder is set, so nothing was changed.

        """)
    #expect(desk.text(path) == mine)
    #expect(desk.asked.isEmpty)
  }

  @Test("a timer that systemd masks is somebody else's, and half of one is taken away")
  func half() throws {
    let desk = try Desk()
    #expect(try desk.remind("--daily", "19:00").status == 0)
    try FileManager.default.removeItem(atPath: desk.timer)
    #expect(try desk.remind("--show").output.hasPrefix("Set in part only"))
    try FileManager.default.createSymbolicLink(
      atPath: desk.timer, withDestinationPath: "/dev/null")
    let asked = desk.asked.count
    let off = try desk.remind("--off")
    #expect(off.status == 0)
    #expect(
      off.output == """
        Removed: \(desk.service)
        Left, as it is not from allclear: \(desk.timer)
        No reminder is set any more.

        """)
    #expect(desk.asked.count == asked, "a timer that is not ours is not stopped")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: desk.timer) == "/dev/null")
  }

  @Test("no home is said", arguments: ["", "/nonexistent/home"])
  func noHome(home: String) throws {
    let desk = try Desk()
    for option in ["--show", "--off"] {
      let run = try desk.remind(option, environment: ["HOME": home])
      #expect(run.status == 74 && isOneLine(run), "\(run.error)")
    }
    let run = try desk.remind("--daily", "19:00", environment: ["HOME": home])
    #expect(run.status == 74 && isOneLine(run) && run.output.isEmpty, "\(run.error)")
    #expect(run.error.lowercased().contains("home") && !run.error.contains("journal"))
    #expect(!FileManager.default.fileExists(atPath: "/nonexistent") && desk.asked.isEmpty)
  }

  @Test("a folder that cannot be made is said, and those on the way go again")
  func inItsPlace() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder.path + "/.config", withIntermediateDirectories: false)
    let file = desk.folder.path + "/.config/systemd"
    try "".write(toFile: file, atomically: false, encoding: .utf8)
    let run = try desk.remind("--daily", "19:00")
    #expect(run.status == 74 && isOneLine(run), "\(run.error)")
    #expect(run.error.contains("could not make \(file)"), "\(run.error)")
    #expect(desk.files == [".config", ".config/systemd"])
  }

  @Test(
    "a folder that is read-only or full is said, and nothing stays by half",
    .enabled(if: SmallDisk.canMount, SmallDisk.why), arguments: [true, false])
  func disk(isFull: Bool) throws {
    let desk = try Desk()
    let config = desk.folder.path + "/.config"
    try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: false)
    let disk = try SmallDisk(on: config, size: "64k")
    try FileManager.default.createDirectory(
      atPath: desk.units, withIntermediateDirectories: true)
    if isFull { _ = try disk.fill() } else { try disk.makeReadOnly() }
    let before = desk.files
    let run = try desk.remind("--daily", "19:00")
    #expect(run.status == 74 && isOneLine(run) && run.output.isEmpty, "\(run.error)")
    #expect(run.error.contains("could not write \(desk.service): "), "\(run.error)")
    #expect(desk.files == before)
  }

  @Test("a program that does not come to its end is not waited for")
  func hanging() {
    let run = OtherProgram("tail", ["-f", "/dev/null"], milliseconds: 50)
    #expect(run.ending == .notEnded)
    #expect(OtherProgram("/nonexistent/program", []).ending == .notStarted)
    #expect(OtherProgram("/bin/sh", ["-c", "echo a; echo b >&2; exit 7"]).output == "a\nb\n")
    #expect(OtherProgram("/bin/sh", ["-c", "kill -9 $$"]).ending == .notEnded)
    #expect(OtherProgram("/bin/sh", ["-c", "exit 7"]).ending == .exited(7))
  }
}
