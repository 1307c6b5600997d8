extension ReminderText {
  /// How things stand with the reminder.
  struct Standing {
    var timer: HelloFiles.Found
    var ours: [String]
    var foreign: [String]
    /// nil where systemd was not asked, or does not answer.
    var knowledge: UserManager.Knowledge?
    /// The program that would be started, where it is gone.
    var gone: String?
    /// Whether notify-send is there.
    var isShown: Bool
  }

  static func standing(_ standing: Standing) -> String {
    var lines: [String] = []
    if standing.ours.isEmpty {
      lines.append("No reminder is set.")
    } else {
      lines += set(standing)
    }
    lines += standing.foreign.map { "Not from allclear: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func set(_ standing: Standing) -> [String] {
    let isWhole = standing.ours.count == HelloUnits.names.count
    let time = standing.timer.text.flatMap(HelloUnits.time(in:))
    var lines: [String] = []
    if isWhole, let time {
      lines.append(
        DailyTime(time) == nil ? "Set: \(time), changed by hand" : "Set: once a day at \(time)")
    } else {
      lines.append("Set in part only: --daily writes it anew, --off takes it away.")
    }
    lines += standing.ours.map { "File: \($0)" }
    lines.append("systemd: " + systemd(standing.knowledge))
    if let next = standing.knowledge?.next { lines.append("Next: \(next)") }
    if let gone = standing.gone {
      lines.append("It starts \(gone), which is not there any more; --daily names the new place.")
    }
    if !standing.isShown { lines.append(noNotifier) }
    return lines
  }

  private static func systemd(_ knowledge: UserManager.Knowledge?) -> String {
    guard let knowledge else { return "it does not answer here, so the reminder will not come." }
    guard knowledge.isLoaded else {
      return "it does not know of these files; --daily tells it again."
    }
    return switch (knowledge.isWaiting, knowledge.isEnabled) {
    case (true, true): "it is enabled, and waits."
    case (true, false): "it waits until you log out, and is not enabled; --daily enables it."
    case (false, true): "it is enabled, and does not wait now; --daily starts it."
    case (false, false): "it is not enabled; --daily enables it."
    }
  }
}
