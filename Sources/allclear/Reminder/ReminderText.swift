import Glibc

/// What `allclear remind` says.
enum ReminderText {
  static let use = """

    allclear remind --daily 19:00   sets it: a short notification, once a day
    allclear remind --show          says what is set, and when it comes next
    allclear remind --off           takes it away

    You need none. Practice at any time is fine.

    """

  /// What was written, and where.
  static func written(
    _ units: HelloUnits, in files: HelloFiles, next: String?, isShown: Bool
  ) -> String {
    var lines = [
      "Set: once a day at \(units.time.text), a notification that says "
        + "\"\(HelloUnits.words)\", and no more."
    ]
    for (name, text) in units.files {
      lines += ["", "Written: \(files.path(name))", ""]
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { $0.isEmpty ? "" : "    \($0)" }
    }
    lines += ["", "systemd: it is enabled, and waits."]
    if let next { lines.append("Next: \(next)") }
    lines += [
      "What is missed while the computer sleeps or is off comes once, afterwards.", "",
    ]
    if !isShown { lines += [noNotifier, ""] }
    lines.append("To take it away: allclear remind --off")
    return lines.joined(separator: "\n") + "\n"
  }

  static let noNotifier = """
    There is no notify-send here, so nothing would be seen. It comes with the package
    libnotify-bin (Debian, Ubuntu) or libnotify (Fedora, Arch).
    """

  /// What can be done where there is no systemd of one's own.
  static func instead(at time: DailyTime, executable: String) -> String {
    let line =
      "\(time.minute) \(time.hour) * * * "
      + "XDG_RUNTIME_DIR=/run/user/\(getuid()) \(cronWord(executable)) remind --ring"
    return """
      Instead, as you like:

      - An entry in a calendar or on a telephone: \(time.text), "\(HelloUnits.words)".
      - Where cron runs, this line, by 'crontab -e'. It shows a notification where it finds your
        desktop and notify-send, and otherwise nothing; what is missed is not made up for.

            \(line)

      - Nothing at all. Practice at any time is fine.

      """
  }

  /// A word for cron: quoted for its shell, and with no bare per cent sign, which would end the line.
  private static func cronWord(_ path: String) -> String {
    "'" + path.replacing("'", with: "'\\''").replacing("%", with: "\\%") + "'"
  }

  // MARK: --off

  /// What `--off` came to.
  struct TakenAway {
    enum Systemd: Hashable {
      case notConcerned
      case silent
      case asked(fault: String?)
    }

    var systemd = Systemd.notConcerned
    var removed: [String] = []
    /// What bears a name of ours and is not from allclear.
    var left: [String] = []
  }

  static func takenAway(_ done: TakenAway) -> String {
    var lines: [String] = []
    switch done.systemd {
    case .notConcerned: break
    case .silent:
      lines.append("systemd: it does not answer here, so there was nothing to stop.")
    case .asked(let fault?): lines.append("systemd: \(fault)")
    case .asked(nil): lines.append("Stopped and disabled: \(HelloUnits.timer)")
    }
    lines += done.removed.map { "Removed: \($0)" }
    lines += done.left.map { "Left, as it is not from allclear: \($0)" }
    lines.append(
      done.removed.isEmpty
        ? "No reminder is set, so nothing was changed." : "No reminder is set any more.")
    return lines.joined(separator: "\n") + "\n"
  }
}
