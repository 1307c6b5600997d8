// How fast allclear starts, answers and checks, beside other programs, in one run and interleaved.
//
//     [RUNS=30] [ONLY=group] [WATCH=20] allclear-bench ALLCLEAR CONTENT
//     CAUSES=FILE allclear-bench ALLCLEAR CONTENT      how far causes are coded as raters did

import CPseudoTerminal
import Glibc

guard let setting = Setting(Array(CommandLine.arguments.dropFirst())) else {
  say("usage: [RUNS=30] [ONLY=group] [WATCH=20] allclear-bench ALLCLEAR CONTENT")
  exit(64)
}
mkdir(setting.folder, 0o700)

/// What can be measured by itself, in the order of the table.
typealias Measure = (Setting) throws(Trouble) -> [Row]
let groups: [(name: String, measure: Measure)] = [
  ("frame", Frames.rows), ("key", Keys.move), ("scale", Keys.scale), ("module", Keys.module),
  ("practice", Practices.load), ("cues", Practices.lateness), ("check", Checks.rows),
  ("written", Written.rows), ("progress", TenYears.rows),
  ("taking", Taking.rows), ("cohort", Cohorts.rows),
]

if let only = setting.only, only != "causes", !groups.contains(where: { $0.name == only }) {
  say("ONLY is one of: " + (groups.map(\.name) + ["causes"]).joined(separator: ", "))
  exit(64)
}
do throws(Trouble) {
  let causes = getenv("CAUSES").map { String(cString: $0) }
  if causes != nil || setting.only == "causes" {
    try Causes.print(file: causes, content: setting.content)
    try setting.removeFolder()
    exit(0)
  }
  try Journals.make(setting)
  try BenchContent.make(setting)
  var rows: [Row] = []
  for group in groups where setting.wants(group.name) {
    say("measuring: \(group.name)")
    rows += try group.measure(setting)
  }
  try setting.removeFolder()
  Table.print(rows)
} catch {
  try? setting.removeFolder()
  say("allclear-bench: \(error.text)")
  exit(1)
}
