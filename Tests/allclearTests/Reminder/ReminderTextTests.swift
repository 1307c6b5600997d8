import Foundation
import Testing

@testable import allclear

/// What `allclear remind` says.
@Suite("Words of the reminder")
struct ReminderTextTests {
  private let files = HelloFiles(folder: "/home/o/.config/systemd/user")

  @Test("all that was written is said, and how to take it away")
  func written() throws {
    let units = try HelloUnitsTests.units()
    let text = ReminderText.written(
      units, in: files, next: "Fri 2026-11-27 07:05:00 CET", isShown: false)
    #expect(
      text == """
        Set: once a day at 07:05, a notification that says "A few minutes, if you like", and no more.

        Written: /home/o/.config/systemd/user/allclear-hello.service

            # Written by 'allclear remind'; 'allclear remind --off' takes it away.
            [Unit]
            Description=A few minutes, if you like
            ConditionFileIsExecutable=/usr/local/bin/allclear

            [Service]
            Type=oneshot
            ExecStart="/usr/local/bin/allclear" remind --ring

        Written: /home/o/.config/systemd/user/allclear-hello.timer

            # Written by 'allclear remind'; 'allclear remind --off' takes it away.
            [Unit]
            Description=A few minutes, if you like

            [Timer]
            OnCalendar=*-*-* 07:05:00
            Persistent=true

            [Install]
            WantedBy=timers.target

        systemd: it is enabled, and waits.
        Next: Fri 2026-11-27 07:05:00 CET
        What is missed while the computer sleeps or is off comes once, afterwards.

        There is no notify-send here, so nothing would be seen. It comes with the package
        libnotify-bin (Debian, Ubuntu) or libnotify (Fedora, Arch).

        To take it away: allclear remind --off

        """)
    let seen = ReminderText.written(units, in: files, next: nil, isShown: true)
    #expect(!seen.contains("notify-send") && !seen.contains("Next:"))
  }

  @Test("where there is no systemd, there are three other ways, one of them none")
  func instead() throws {
    let time = try #require(DailyTime("7:05"))
    #expect(
      ReminderText.instead(at: time, executable: "/home/o'k/5%/allclear") == """
        Instead, as you like:

        - An entry in a calendar or on a telephone: 07:05, "A few minutes, if you like".
        - Where cron runs, this line, by 'crontab -e'. It shows a notification where it finds your
          desktop and notify-send, and otherwise nothing; what is missed is not made up for.

              5 7 * * * XDG_RUNTIME_DIR=/run/user/\(getuid()) '/home/o'\\''k/5\\%/allclear' remind --ring

        - Nothing at all. Practice at any time is fine.

        """)
  }

  private func standing(
    _ timer: String?, known: String? = nil, isWhole: Bool = true
  ) -> [String] {
    let names = isWhole ? HelloUnits.names : [HelloUnits.service]
    let text = ReminderText.standing(
      ReminderText.Standing(
        timer: timer.map { .ours($0) } ?? .absent, ours: names.map(files.path), foreign: [],
        knowledge: known.map { UserManager.Knowledge($0) }, isShown: true))
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("File: ") }
  }

  private static let knowledge = """
    LoadState=loaded
    ActiveState=active
    UnitFileState=enabled
    NextElapseUSecRealtime=Fri 2026-11-27 07:05:00 CET

    """

  @Test("what is set is said as systemd sees it")
  func standing() throws {
    let timer = try HelloUnitsTests.units().timerText
    let known = Self.knowledge
    let set = "Set: once a day at 07:05"
    let next = "Next: Fri 2026-11-27 07:05:00 CET"
    #expect(standing(timer, known: known) == [set, "systemd: it is enabled, and waits.", next])
    #expect(
      standing(timer) == [set, "systemd: it does not answer here, so the reminder will not come."])
    #expect(
      standing(timer, known: "LoadState=not-found\nActiveState=inactive\nUnitFileState=\n") == [
        set, "systemd: it does not know of these files; --daily tells it again.",
      ])
    #expect(
      standing(timer, known: known.replacing("enabled", with: "disabled")) == [
        set, "systemd: it waits until you log out, and is not enabled; --daily enables it.", next,
      ])
    #expect(
      standing(timer, known: "LoadState=loaded\nUnitFileState=enabled\nNextElapseUSecRealtime=\n")
        == [set, "systemd: it is enabled, and does not wait now; --daily starts it."])
    #expect(
      standing(timer, known: "LoadState=loaded\nActiveState=inactive\nUnitFileState=disabled\n")
        == [set, "systemd: it is not enabled; --daily enables it."])
    #expect(
      standing(timer.replacing("*-*-* 07:05:00", with: "Sat 9:00")).first
        == "Set: Sat 9:00, changed by hand")
    #expect(
      standing(nil, isWhole: false).first
        == "Set in part only: --daily writes it anew, --off takes it away.")
  }

  @Test("Neither a name nor a word of the reminder says what it is for")
  func discreet() throws {
    let units = try HelloUnitsTests.units()
    let words = ([HelloUnits.words] + HelloUnits.names + units.files.map(\.text))
      .joined(separator: "\n").lowercased()
    for word in ["pain", "therap", "prt", "ache", "practi", "health", "treat", "symptom", "body"] {
      #expect(!words.contains(word), "\(word)")
    }
  }

  @Test("nothing that it says counts, praises or blames")
  func kind() throws {
    let time = try #require(DailyTime("7:05"))
    let said = [
      ReminderText.use, ReminderText.instead(at: time, executable: "/allclear"), HelloUnits.words,
      ReminderText.written(
        try HelloUnitsTests.units(), in: files, next: nil, isShown: false),
      ReminderText.takenAway(.init(removed: ["/a"])), ReminderText.takenAway(.init()),
    ].joined(separator: "\n").lowercased()
    for word in ["streak", "don't forget", "should", "must", "well done", "keep it up", "days in"] {
      #expect(!said.contains(word), "\(word)")
    }
  }
}
