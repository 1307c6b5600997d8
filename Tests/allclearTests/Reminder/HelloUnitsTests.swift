import Foundation
import Testing

@testable import allclear

/// What systemd is given to read.
@Suite("Units of the reminder")
struct HelloUnitsTests {
  static func units(_ executable: String = "/usr/local/bin/allclear") throws -> HelloUnits {
    let time = try #require(DailyTime("7:05"))
    return try #require(HelloUnits(at: time, executable: executable))
  }

  @Test("the service starts the program, and nothing where it is gone")
  func service() throws {
    #expect(
      try Self.units().serviceText == """
        # Written by 'allclear remind'; 'allclear remind --off' takes it away.
        [Unit]
        Description=A few minutes, if you like
        ConditionFileIsExecutable=/usr/local/bin/allclear

        [Service]
        Type=oneshot
        ExecStart="/usr/local/bin/allclear" remind --ring

        """)
  }

  @Test("the timer comes every day, and catches up after sleep")
  func timer() throws {
    #expect(
      try Self.units().timerText == """
        # Written by 'allclear remind'; 'allclear remind --off' takes it away.
        [Unit]
        Description=A few minutes, if you like

        [Timer]
        OnCalendar=*-*-* 07:05:00
        Persistent=true

        [Install]
        WantedBy=timers.target

        """)
  }

  @Test("a path that systemd takes is written so that it is that path")
  func paths() throws {
    let text = try Self.units("/home/a b/50%n/all$clear;x").serviceText
    #expect(text.contains("\nConditionFileIsExecutable=/home/a b/50%%n/all$clear;x\n"))
    #expect(text.contains("\nExecStart=\"/home/a b/50%%n/all$clear;x\" remind --ring\n"))
  }

  @Test("a path that it does not take makes no units", arguments: ["", "a", "/a\"", "/a\n", "/\\"])
  func refused(path: String) throws {
    let time = try #require(DailyTime("7:05"))
    #expect(HelloUnits(at: time, executable: path) == nil)
  }

  @Test("times are those of a day", arguments: ["0:00", "00:00", "7:30", "07:30", "23:59"])
  func times(text: String) {
    #expect(DailyTime(text)?.text == (text.count == 4 ? "0" + text : text))
  }

  @Test(
    "what is no time of a day is none",
    arguments: [
      "", ":", "24:00", "7", "19:60", "7:5", "-1:00", "+7:00", "7:30pm", "٧:٣٠", "019:00",
    ])
  func noTimes(text: String) {
    #expect(DailyTime(text) == nil)
  }

  @Test(
    "a timer that somebody changed says its own time",
    arguments: [
      ("OnCalendar=*-*-* 19:00:00\n", "19:00"), ("OnCalendar=Mon..Fri 19:00\n", "Mon..Fri 19:00"),
      ("OnCalendar=*-*-* 08:00:00\nOnCalendar=*-*-* 19:00:00\n", "*-*-* 08:00:00; *-*-* 19:00:00"),
    ])
  func changed(text: String, time: String) {
    #expect(HelloUnits.time(in: text) == time)
    #expect(HelloUnits.time(in: "OnCalendar=\n") == nil)
  }

  private static let analyze: String? = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"]
    .first { access($0, X_OK) == 0 }

  @Test(
    "systemd has nothing against them", .enabled(if: Self.analyze != nil, "there is no systemd"))
  func verified() throws {
    let folder = try Folder()
    // With all that a path may have.
    let program = folder.path + "/a b%n$c;"
    #expect(FileManager.default.createFile(atPath: program, contents: Data("#!/bin/sh\n".utf8)))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let files = try Self.units(program).files
    for file in files {
      try file.text.write(
        toFile: folder.path + "/" + file.name, atomically: false, encoding: .utf8)
    }
    for file in files {
      let run = try Piped.shell(
        "XDG_RUNTIME_DIR=~ \(Self.analyze ?? "") --user verify ~/\(file.name)", home: folder.path)
      #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty, "\(run)")
    }
    let calendar = try Piped.shell("\(Self.analyze ?? "") calendar '*-*-* 07:05:00'")
    #expect(calendar.status == 0, "\(calendar.error)")
  }
}
