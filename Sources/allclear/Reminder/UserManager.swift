/// The systemd that runs for this person alone, asked by `systemctl --user`.
enum UserManager {
  /// Whether there is one that answers.
  static var answers: Bool { ask("show", "--property=Version").isDone }

  /// What it knows of the timer.
  struct Knowledge: Hashable {
    /// It has read the file.
    var isLoaded = false
    /// It waits for the time.
    var isWaiting = false
    /// It will wait after the next login too.
    var isEnabled = false
    /// When the timer comes next, as systemd says it.
    var next: String?

    init(_ output: String) {
      for line in output.split(separator: "\n") {
        guard let sign = line.firstIndex(of: "=") else { continue }
        let value = line[line.index(after: sign)...]
        switch line[..<sign] {
        case "LoadState": isLoaded = value == "loaded"
        case "ActiveState": isWaiting = value == "active"
        case "UnitFileState": isEnabled = value == "enabled"
        case "NextElapseUSecRealtime":
          next = value.isEmpty || ["0", "n/a", "infinity"].contains(value) ? nil : String(value)
        default: break
        }
      }
    }
  }

  /// nil where there is none that answers.
  static var knowledge: Knowledge? {
    let run = ask(
      "show", HelloUnits.timer,
      "--property=LoadState,ActiveState,UnitFileState,NextElapseUSecRealtime")
    return run.isDone ? Knowledge(run.output) : nil
  }

  /// Reads the files anew and lets the timer wait, from now on and after each login.
  ///
  /// When it came last is forgotten first: else systemd would make up at once for a time of today
  /// that was set only now.
  /// - Returns: what systemd has against it; nil where it waits.
  static func enable() -> String? {
    if let fault = must("daemon-reload") { return fault }
    forget()
    return must("enable", "--now", HelloUnits.timer)
  }

  /// Stops and disables the timer, and forgets when it came.
  ///
  /// - Returns: what systemd has against it; nil where it is done.
  static func disable() -> String? {
    defer { forget() }
    return must("disable", "--now", HelloUnits.timer)
  }

  /// Reads the folder anew after files were taken away.
  static func reload() { _ = ask("daemon-reload") }

  /// Where there is nothing to stop or to forget, systemd says so, and that is as well.
  private static func forget() {
    _ = ask("stop", HelloUnits.timer)
    _ = ask("clean", "--what=state", HelloUnits.timer)
  }

  private static func must(_ words: String...) -> String? {
    let run = ask(words)
    if run.isDone { return nil }
    let said = run.output.split(separator: "\n").last.map(String.init)
    return "'systemctl --user \(words.joined(separator: " "))' failed"
      + (said.map { ": " + $0 } ?? "")
  }

  private static func ask(_ words: String...) -> OtherProgram { ask(words) }

  private static func ask(_ words: [String]) -> OtherProgram {
    OtherProgram("systemctl", ["--user"] + words)
  }
}
