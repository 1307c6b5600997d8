import AllClearEngine
import AllClearStore
import Glibc

/// `allclear status`: what is kept, where, and how things stand.
enum Status {
  static func run(_ launch: Launch) -> Never {
    do throws(Failure) {
      for line in try lines(launch) { Console.line(line) }
      exit(ExitCode.done)
    } catch { error.end() }
  }

  private static func lines(_ launch: Launch) throws(Failure) -> [String] {
    let house = try House(launch)
    let path = try Paths.journal(launch)
    let settings = SettingsFile()
    settings.report()
    var lines = ["Content:  \(house.files.root)"]
    if let path = settings.path {
      lines.append("Settings: \(path)" + (Paths.exists(path) ? "" : " (none kept)"))
    }
    guard Paths.exists(path) else {
      return lines + ["Journal:  \(path) (nothing kept yet)", "Nothing leaves this machine."]
    }
    let digest: Digest
    var isDemo = false
    do throws(StoreError) {
      let store = try Store.open(.file(path), .copy)
      digest = try store.digest()
      isDemo = try store.isDemo()
    } catch { throw Failure(error, journal: path) }
    lines.append("Journal:  \(path) (not encrypted)")
    lines += Journal.files(at: path).filter { $0 != path && Paths.exists($0) }.map {
      "          \($0)"
    }
    if isDemo { lines.append("          " + house.program.phrases(.demoMark)) }
    lines += standing(digest, house.program)
    return lines + ["Nothing leaves this machine."]
  }

  private static func standing(_ digest: Digest, _ program: Program) -> [String] {
    func title(_ id: String) -> String { program.module(id)?.title ?? id }
    let now = Clock.wall
    var lines: [String] = []
    if let last = digest.lastAt { lines.append("Last kept: \(last.day.iso)") }
    for session in digest.unfinished.suffix(3).reversed() {
      lines.append("In the middle of: \(title(session.module)), \(session.lastAt.day.iso)")
    }
    for (module, at) in digest.finished.sorted(by: { $0.value.milliseconds < $1.value.milliseconds }
    ) {
      lines.append("Gone through: \(title(module)), \(at.day.iso)")
    }
    let holds = Holds(digest, sitting: [], now: now)
    switch holds.pass {
    case .valid:
      lines.append("Safety questions: answered, \(digest.passedAt?.day.iso ?? "")")
    case .runOut: lines.append("Safety questions: one is asked before the next practice")
    case .none: lines.append("Safety questions: not answered yet")
    }
    for hold in Hold.allCases where holds.standing.contains(hold) {
      lines.append("Hold: \(hold.rawValue)")
    }
    let rounds = digest.practised.values.reduce(0, +)
    lines.append("Practices done: \(rounds)")
    return lines
  }
}
