/// How long it takes to export a journal of years, and to bring it in elsewhere.
enum Taking {
  static func rows(_ setting: Setting) throws(Trouble) -> [Row] {
    var out = Figures()
    var into = Figures()
    for run in 0..<max(1, setting.runs / 10) {
      let file = "\(setting.folder)/journal-\(run).json"
      out.add(try seconds(["export", "-o", file], setting))
      let journal = "\(setting.folder)/brought-\(run).sqlite"
      into.add(try seconds(["import", file, "--yes", "--journal", journal], setting))
    }
    return [("export", out), ("import", into)].map { name, figures in
      Row(
        name: "\(name), \(Journals.many) records", figures: figures, unit: "s", digits: 2, aim: nil)
    }
  }

  private static func seconds(
    _ command: [String], _ setting: Setting
  ) throws(Trouble) -> Double {
    let start = Child.now()
    let child = try Child([setting.allclear] + command, setting, journal: "many")
    guard child.wait(milliseconds: 120_000) == 0 else {
      throw Trouble(text: "'\(command[0])' did not do it")
    }
    return (Child.now() - start) / 1000
  }
}
