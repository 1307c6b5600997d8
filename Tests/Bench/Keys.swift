/// From a key to the last byte of what it changes.
enum Keys {
  private static let down = "\u{1b}OB"
  private static let up = "\u{1b}OA"
  private static let right = "\u{1b}OC"
  private static let left = "\u{1b}OD"

  /// Moving in Home's menu: nothing is recorded.
  static func move(_ setting: Setting) throws(Trouble) -> [Row] {
    var times = Figures()
    for _ in 0..<max(1, setting.runs / 3) {
      let child = try Child([setting.allclear], setting, journal: "many")
      defer { child.end() }
      _ = try child.firstFrame()
      for key in [down, up] { _ = try child.send(key) }
      for _ in 0..<10 {
        for key in [down, up] { times.add(try child.send(key).milliseconds) }
      }
    }
    return [
      Row(
        name: "key to frame: moving in Home", figures: times, unit: "ms", digits: 2,
        aim: Row.Aim(limit: 2, of: .p99))
    ]
  }

  /// What is sent to the terminal when a scale goes up or down by one.
  static func scale(_ setting: Setting) throws(Trouble) -> [Row] {
    let child = try Child(
      [setting.allclear, "module", "bench", "--content", BenchContent.folder(setting)], setting,
      journal: "scale")
    defer { child.end() }
    _ = try child.firstFrame()
    _ = try child.send("0")
    var bytes = Figures()
    var times = Figures()
    for _ in 0..<setting.runs {
      for key in [String](repeating: right, count: 10) + [String](repeating: left, count: 10) {
        let change = try child.send(key, quiet: 20)
        bytes.add(Double(change.bytes.count))
        times.add(change.milliseconds)
      }
    }
    return [
      Row(
        name: "scale moved by one: bytes", figures: bytes, unit: "B", digits: 0,
        aim: Row.Aim(limit: 200, of: .most)),
      Row(
        name: "  key to frame", figures: times, unit: "ms", digits: 2,
        aim: Row.Aim(limit: 2, of: .p99)),
    ]
  }

  /// Home's first entry opens the next module: compiled, its beginning on disk, shown.
  static func module(_ setting: Setting) throws(Trouble) -> [Row] {
    var times = Figures()
    var memory = Figures()
    for _ in 0..<setting.runs {
      let child = try Child([setting.allclear], setting, journal: "few")
      defer { child.end() }
      _ = try child.firstFrame()
      times.add(try child.send("\r").milliseconds)
      memory.add(child.peakMemory)
    }
    return [
      Row(
        name: "module opened from Home", figures: times, unit: "ms",
        aim: Row.Aim(limit: 20, of: .p99)),
      Row(
        name: "  its memory", figures: memory, unit: "MB", aim: Row.Aim(limit: 25, of: .most)),
    ]
  }
}
