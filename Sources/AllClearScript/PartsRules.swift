import AllClearEngine

/// Checks that an exposure names steps above it, each of the kind that it is named for.
struct PartsRules {
  let scope: Scope
  let report: Report

  func check(_ parts: ParsedParts) {
    for name in parts.movement + parts.dose { check(name, "a choice or own words", Self.isSaid) }
    for name in [parts.without, parts.place].compactMap({ $0 }) {
      check(name, "a choice or own words", Self.isSaid)
    }
    for name in [parts.fear, parts.sure, parts.expects].compactMap({ $0 }) {
      check(name, "a scale") { if case .number = $0 { true } else { false } }
    }
    if let feared = parts.feared {
      check(feared, "own words") { if case .text = $0 { true } else { false } }
    }
  }

  private static func isSaid(_ type: AnswerType) -> Bool {
    switch type {
    case .option, .text, .list: true
    default: false
    }
  }

  private func check(_ name: Text, _ needs: String, _ fits: (AnswerType) -> Bool) {
    if let fault = scope.fault(.step(name.string), in: name.string) {
      return report.add(fault.code, in: name, fault.message)
    }
    guard let type = scope.all[name.string] else { return }
    if case .unknown = type { return }
    if !fits(type) {
      report.add(.answerType, in: name, "'\(name.string)' is \(type.name); here it is \(needs)")
    }
  }
}
