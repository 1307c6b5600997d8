import AllClearEngine
import Glibc

/// How long a caseload of made-up people takes, and how much memory, beside programs that read the
/// same two files and only count.
enum Cohorts {
  private static let visits = [
    "eligibility", "pre", "week1", "week2", "week3", "week4", "week5", "week6", "week7", "week8",
    "post", "month1", "month2", "month3", "month6", "month12",
  ]
  private static let causes = [
    "old injury,injury,0", "stress at work,stress,1", "poor posture,physiology (non-spinal),0",
    "fear of moving,psychological,1", "\"lifting, twisting\",activity,0",
  ]

  static func rows(_ setting: Setting) throws(Trouble) -> [Row] {
    var rows: [Row] = []
    let rounds = max(1, setting.runs / 6)
    for people in [10_000, 100_000] {
      let folder = "\(setting.folder)/cohort-\(people)"
      mkdir(folder, 0o700)
      let (outcomes, causes) = (folder + "/outcomes.csv", folder + "/causes.csv")
      try write(people, outcomes, causes)
      let ours = [setting.allclear, "cohort", "--outcomes", outcomes, "--causes", causes]
      var programs = [("cohort, \(people) people", ours)]
      if people == 100_000 { programs += peers(outcomes, causes) }
      var times = [Figures](repeating: Figures(), count: programs.count)
      var peaks = times
      for _ in 0..<rounds {
        for (index, program) in programs.enumerated() {
          let (seconds, peak) = try run(program.1, setting)
          times[index].add(seconds)
          peaks[index].add(peak)
        }
      }
      for (index, program) in programs.enumerated() {
        let isOurs = index == 0 && people == 100_000
        rows += [
          Row(
            name: program.0, figures: times[index], unit: "s", digits: 2,
            aim: isOurs ? Row.Aim(limit: 5, of: .most) : nil),
          Row(
            name: "  its peak memory", figures: peaks[index], unit: "MB",
            aim: isOurs ? Row.Aim(limit: 64, of: .most) : nil),
        ]
      }
    }
    return rows
  }

  /// Programs that read every row of both files and count the visits; those that are here.
  private static func peers(
    _ outcomes: String, _ causes: String
  ) -> [(String, [String])] {
    let python =
      "import csv,sys,collections as c\nfor f in sys.argv[1:]:\n"
      + " print(c.Counter(r[2] for r in csv.reader(open(f,newline=''))).most_common(2))"
    let all = [
      ("python3 csv, reading both", "/usr/bin/python3", ["-c", python]),
      ("awk -F, reading both", "/usr/bin/awk", ["-F,", "{n[$3]++} END{print n[\"post\"]}"]),
    ]
    return all.filter { access($0.1, X_OK) == 0 }.map {
      ($0.0, [$0.1] + $0.2 + [outcomes, causes])
    }
  }

  private static func run(
    _ command: [String], _ setting: Setting
  ) throws(Trouble) -> (seconds: Double, peak: Double) {
    let start = Child.now()
    let child = try Child(command, setting)
    var peak = 0.0
    var end = start
    while true {
      _ = child.watch(milliseconds: 10)
      end = Child.now()
      let now = child.peakMemory
      guard now > 0, end - start < 120_000 else { break }
      peak = max(peak, now)
    }
    guard child.wait(milliseconds: 1000) == 0 else {
      throw Trouble(text: "'\(command[0])' did not count the caseload")
    }
    return ((end - start) / 1000, peak)
  }

  private static func write(
    _ people: Int, _ outcomes: String, _ causes: String
  ) throws(Trouble) {
    var dice = Dice(seed: 1)
    let arms = ["prt", "placebo", "usual_care"]
    try write(outcomes, "participant,arm,visit,pain_avg,bpi,odi,promis,pcs,tsk11\n", people) {
      person in
      visits.map { visit in
        let pain = Int.random(in: 0...10, using: &dice)
        return "\(person),\(arms[person % 3]),\(visit),\(pain),3.5,14,20,14,18\n"
      }.joined()
    }
    try write(causes, "participant,visit,rank,cause,category,mind_brain\n", people) { person in
      ["pre", "post"].flatMap { visit in
        (1...3).map { rank in
          "\(person),\(visit),\(rank),\(Self.causes.randomElement(using: &dice) ?? "")\n"
        }
      }.joined()
    }
  }

  private static func write(
    _ path: String, _ header: String, _ people: Int, _ lines: (Int) -> String
  ) throws(Trouble) {
    guard let file = fopen(path, "w") else { throw Trouble(text: "\(path) cannot be written") }
    fputs(header, file)
    for person in 1...people { fputs(lines(person), file) }
    guard fclose(file) == 0 else { throw Trouble(text: "\(path) cannot be written") }
  }
}
