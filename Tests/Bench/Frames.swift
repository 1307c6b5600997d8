import Glibc

/// From start to the last byte of the first frame, beside other programs of the terminal, and the
/// memory that takes.
enum Frames {
  static let group = "frame"
  /// Home may take so many times as long as nano.
  static let share = 1.25

  private static let peers = ["nano", "calcurse"]

  static func rows(_ setting: Setting) throws(Trouble) -> [Row] {
    var commands: [(name: String, program: String, journal: String)] = []
    for peer in peers {
      if access("/usr/bin/" + peer, X_OK) == 0 {
        commands.append((peer, "/usr/bin/" + peer, "none"))
      } else {
        say("\(peer) is not in /usr/bin, so it is not measured.")
      }
    }
    let own = commands.count
    commands += [
      ("first run, no journal", setting.allclear, "none"),
      ("Home, a new journal", setting.allclear, "few"),
      ("Home, \(Journals.many) records", setting.allclear, "many"),
    ]
    var times = [Figures](repeating: Figures(), count: commands.count)
    var memory = times
    // The first two rounds warm the file cache.
    for round in -2..<setting.runs {
      for (index, command) in commands.enumerated() {
        let child = try Child([command.program], setting, journal: command.journal)
        let frame = try child.firstFrame()
        if round >= 0 {
          times[index].add(frame.milliseconds)
          memory[index].add(child.peakMemory)
        }
        child.end()
      }
    }
    let nano = commands.firstIndex { $0.name == "nano" }.map { times[$0].median }
    return commands.indices.flatMap { index -> [Row] in
      let isOwn = index >= own
      let aim = nano.map {
        Row.Aim(
          limit: $0 * share, of: .median,
          text: "1.25 nano, \(Row.text($0 * share, digits: 1)) ms")
      }
      return [
        Row(
          name: "first frame: " + commands[index].name, figures: times[index], unit: "ms",
          aim: isOwn ? aim : nil),
        Row(
          name: "  its memory", figures: memory[index], unit: "MB",
          aim: isOwn ? Row.Aim(limit: 25, of: .most) : nil),
      ]
    }
  }
}
