/// The two files that systemd reads: a timer, and what it starts.
///
/// Nothing that a person may see over a shoulder says what allclear is for: neither the names, nor
/// the descriptions, nor the notification. So these words stand in code, where no content, and no
/// pack by somebody else, can change them.
struct HelloUnits: Hashable {
  static let service = "allclear-hello.service"
  static let timer = "allclear-hello.timer"
  static let names = [service, timer]
  /// What the notification says.
  static let words = "A few minutes, if you like"
  /// The first line of a file that allclear wrote.
  static let mark = "# Written by 'allclear remind'; 'allclear remind --off' takes it away."

  let time: DailyTime
  /// The program that the timer starts.
  let executable: String

  /// - Returns: nil where systemd takes no program of that name.
  init?(at time: DailyTime, executable: String) {
    let isTaken = executable.unicodeScalars.allSatisfy {
      $0.value >= 32 && $0.value != 127 && !["\"", "'", "\\"].contains($0)
    }
    guard executable.hasPrefix("/"), isTaken else { return nil }
    self.time = time
    self.executable = executable
  }

  /// A program that has been taken away since is no fault: then nothing is started.
  var serviceText: String {
    let path = executable.replacing("%", with: "%%")
    return """
      \(Self.mark)
      [Unit]
      Description=\(Self.words)
      \(Self.condition)\(path)

      [Service]
      Type=oneshot
      ExecStart="\(path)" remind --ring

      """
  }

  /// Persistent: what was missed while the machine slept comes once, afterwards.
  var timerText: String {
    """
    \(Self.mark)
    [Unit]
    Description=\(Self.words)

    [Timer]
    OnCalendar=\(Self.daily)\(time.text):00
    Persistent=true

    [Install]
    WantedBy=timers.target

    """
  }

  /// Each file's name and text, in the order in which they are written.
  var files: [(name: String, text: String)] {
    [(Self.service, serviceText), (Self.timer, timerText)]
  }

  /// Whether allclear wrote a file that says this.
  static func isOurs(_ text: String) -> Bool { text.hasPrefix(mark + "\n") }

  /// When a timer comes: `19:00`, or as systemd has it where somebody changed it by hand.
  static func time(in text: String) -> String? {
    let key = "OnCalendar="
    let values = text.split(separator: "\n").filter { $0.hasPrefix(key) }
      .map { $0.dropFirst(key.count) }.filter { !$0.isEmpty }
    guard let value = values.first else { return nil }
    guard values.count == 1, value.hasPrefix(daily), value.hasSuffix(":00"),
      let time = DailyTime(value.dropFirst(daily.count).dropLast(3))
    else { return values.joined(separator: "; ") }
    return time.text
  }

  /// The program that a service starts.
  static func program(in text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(condition) }
      .map { String($0.dropFirst(condition.count)).replacing("%%", with: "%") }
  }

  private static let condition = "ConditionFileIsExecutable="
  private static let daily = "*-*-* "
}
