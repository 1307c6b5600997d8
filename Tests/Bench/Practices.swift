import Glibc

/// What a practice costs, and how late its lines come.
enum Practices {
  /// The share of a core that a practice takes, at life's own speed.
  static func load(_ setting: Setting) throws(Trouble) -> [Row] {
    let child = try Child(
      [setting.allclear, "practice", "listening", "--minutes", "1"], setting, journal: "load")
    defer { child.end() }
    _ = try child.firstFrame()
    _ = try child.send("\r")
    let start = (clock: Child.now(), processor: child.processorTime)
    guard !child.watch(milliseconds: Double(setting.seconds) * 1000).isEmpty else {
      throw Trouble(text: "the practice did not begin")
    }
    let share =
      (child.processorTime - start.processor) / (Child.now() - start.clock) * 100
    return [
      Row(
        name: "practice: processor, over \(setting.seconds) s of 60",
        figures: Figures(values: [share]),
        unit: "%", digits: 3, aim: Row.Aim(limit: 0.3, of: .median))
    ]
  }

  /// How late a line is on the screen while every core is busy.
  ///
  /// The practice goes ten times as fast; what is measured is real time, not the practice's.
  static func lateness(_ setting: Setting) throws(Trouble) -> [Row] {
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var busy: [Child] = []
    defer { for child in busy { child.end() } }
    for _ in 0..<cores {
      busy.append(try Child(["/bin/sh", "-c", "while :; do :; done"], setting))
    }
    var late = Figures()
    for _ in 0..<max(1, setting.runs / 6) {
      let child = try Child(
        [
          setting.allclear, "practice", "bench-cues", "--speed", "10", "--content",
          BenchContent.folder(setting),
        ], setting, journal: "cues")
      defer { child.end() }
      _ = try child.firstFrame()
      let start = Child.now()
      var pieces = [(at: start, bytes: try child.send("\r", quiet: 20).bytes)]
      pieces += child.watch(milliseconds: 6200)
      for line in BenchContent.lines {
        let word = Array(line.word.utf8)
        guard let piece = pieces.first(where: { contains($0.bytes, word) }) else {
          throw Trouble(text: "a line of the practice never came")
        }
        late.add(piece.at - start - Double(line.second) * 100)
      }
    }
    return [
      Row(
        name: "practice: lateness of a line, \(cores) cores busy", figures: late, unit: "ms",
        aim: Row.Aim(limit: 20, of: .p99))
    ]
  }

  private static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: word) }
  }
}
