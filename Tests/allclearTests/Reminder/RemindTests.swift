import Foundation
import Testing

@testable import allclear

/// `allclear remind`, the real binary, with a systemd that writes down what it is asked.
@Suite("Remind")
struct RemindTests {
  private static let enabling = [
    "--user daemon-reload", "--user stop allclear-hello.timer",
    "--user clean --what=state allclear-hello.timer", "--user enable --now allclear-hello.timer",
  ]

  private func changes(_ desk: Desk) -> [String] {
    desk.asked.filter { !$0.hasPrefix("--user show") }
  }

  @Test("a time is set: two files, read by systemd, and shown as they are")
  func set() throws {
    let desk = try Desk()
    try desk.know("NextElapseUSecRealtime=Fri 2026-11-27 19:00:00 CET\n")
    let run = try desk.remind("--daily", "19:00")
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    #expect(changes(desk) == Self.enabling)
    #expect(
      desk.files == [
        ".config", ".config/systemd", ".config/systemd/user",
        ".config/systemd/user/allclear-hello.service", ".config/systemd/user/allclear-hello.timer",
      ])
    for path in [desk.service, desk.timer] {
      let text = try #require(desk.text(path))
      #expect(run.output.contains("Written: \(path)\n"))
      for line in text.split(separator: "\n") { #expect(run.output.contains("    \(line)\n")) }
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    #expect(run.output.contains("\nNext: Fri 2026-11-27 19:00:00 CET\n"))
    #expect(run.output.hasSuffix("To take it away: allclear remind --off\n"))
    let service = try #require(desk.text(desk.service))
    let program = try #require(service.firstMatch(of: /ExecStart="(.*)" remind/))
    #expect(access(String(program.1), X_OK) == 0)
  }

  @Test("another time takes the place of the first")
  func change() throws {
    let desk = try Desk()
    #expect(try desk.remind("--daily", "19:00").status == 0)
    #expect(try desk.remind("--daily", "7:30").status == 0)
    #expect(desk.text(desk.timer)?.contains("\nOnCalendar=*-*-* 07:30:00\n") == true)
    #expect(desk.text(desk.timer)?.contains("19:00") == false)
    #expect(changes(desk) == Self.enabling + Self.enabling)
    #expect(desk.files.count == 5)
  }

  @Test("off stops it, and takes away the two files and no other")
  func off() throws {
    let desk = try Desk()
    #expect(try desk.remind("--daily", "19:00").status == 0)
    try "mine".write(toFile: desk.units + "/mine.timer", atomically: false, encoding: .utf8)
    let before = desk.asked.count
    let run = try desk.remind("--off")
    #expect(run.status == 0 && run.error.isEmpty)
    #expect(
      run.output == """
        Stopped and disabled: allclear-hello.timer
        Removed: \(desk.service)
        Removed: \(desk.timer)
        No reminder is set any more.

        """)
    #expect(
      desk.asked.dropFirst(before) == [
        "--user show --property=Version", "--user disable --now allclear-hello.timer",
        "--user stop allclear-hello.timer", "--user clean --what=state allclear-hello.timer",
        "--user daemon-reload",
      ])
    #expect(desk.files.last == ".config/systemd/user/mine.timer")
    let again = try desk.remind("--off")
    #expect(again.status == 0)
    #expect(again.output == "No reminder is set, so nothing was changed.\n")
  }

  @Test("show says what is set and when it comes; without an option, how to use it too")
  func show() throws {
    let desk = try Desk()
    #expect(try desk.remind("--show").output == "No reminder is set.\n")
    #expect(desk.asked.isEmpty)
    #expect(try desk.remind("--daily", "19:00").status == 0)
    try desk.know(
      """
      NextElapseUSecRealtime=Fri 2026-11-27 19:00:00 CET
      LoadState=loaded
      ActiveState=active
      UnitFileState=enabled

      """)
    let run = try desk.remind("--show")
    #expect(
      run.output == """
        Set: once a day at 19:00
        File: \(desk.service)
        File: \(desk.timer)
        systemd: it is enabled, and waits.
        Next: Fri 2026-11-27 19:00:00 CET

        """)
    let plain = try desk.remind()
    #expect(plain.status == 0)
    #expect(plain.output == run.output + ReminderText.use)
    try desk.takeAway("notify-send")
    #expect(try desk.remind("--show").output.contains("There is no notify-send here"))
    let moved = desk.text(desk.service)?.replacing(/=(\/.*)allclear\n/) { "=\($0.1)elsewhere\n" }
    try #require(moved).write(toFile: desk.service, atomically: false, encoding: .utf8)
    #expect(try desk.remind("--show").output.contains("elsewhere, which is not there any more"))
  }

  @Test("What the timer starts shows one line, keeps nothing and says nothing")
  func ring() throws {
    let desk = try Desk()
    for _ in 1...2 {
      let run = try desk.remind("--ring")
      #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty)
    }
    let words = ["--app-name=allclear", "--hint=int:transient:1", "A few minutes, if you like"]
    #expect(desk.shown == words + words)
    #expect(desk.files.isEmpty && desk.asked.isEmpty)
    try desk.takeAway("notify-send")
    for environment in [[:], ["HOME": ""], ["PATH": ""], ["ALLCLEAR_CONTENT": "/nonexistent"]] {
      let run = try desk.remind("--ring", environment: environment)
      #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty)
    }
    #expect(desk.files.isEmpty)
  }

  @Test("a folder that the environment names is the one")
  func configHome() throws {
    let desk = try Desk()
    let elsewhere = ["XDG_CONFIG_HOME": desk.folder.path + "/else where"]
    #expect(try desk.remind("--daily", "19:00", environment: elsewhere).status == 0)
    #expect(desk.files.contains("else where/systemd/user/allclear-hello.timer"))
    #expect(!desk.files.contains(".config"))
    #expect(try desk.remind("--show").output == "No reminder is set.\n")
    #expect(try desk.remind("--off", environment: elsewhere).status == 0)
    #expect(desk.files == ["else where", "else where/systemd", "else where/systemd/user"])
  }
}
