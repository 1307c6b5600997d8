/// How long `content check` takes over generated modules: twice as many take twice as long.
enum Checks {
  static func rows(_ setting: Setting) throws(Trouble) -> [Row] {
    var folders: [(count: Int, folder: String)] = []
    for count in [250, 500, 1000] {
      folders.append((count, try BenchContent.make(setting, modules: count)))
    }
    var times = [Figures](repeating: Figures(), count: folders.count)
    for _ in 0..<max(1, setting.runs / 10) {
      for (index, entry) in folders.enumerated() {
        let start = Child.now()
        let child = try Child([setting.allclear, "content", "check", entry.folder], setting)
        guard child.wait(milliseconds: 120_000) == 0 else {
          throw Trouble(text: "'content check' refuses what the bench has generated")
        }
        times[index].add((Child.now() - start) / 1000)
      }
    }
    return folders.indices.map { index in
      let count = folders[index].count
      return Row(
        name: "content check, \(count) modules", figures: times[index], unit: "s", digits: 2,
        aim: count == 1000 ? Row.Aim(limit: 5, of: .most) : nil)
    }
  }
}
