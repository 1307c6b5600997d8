import AllClearMeasures

/// Figures as people read them.
enum CohortWords {
  /// A number with so many digits behind the point; -0 is 0.
  static func fixed(_ value: Double, _ digits: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return String(value) }
    let number = Int(scaled)
    let whole = String(number / Int(scale))
    let sign = value < 0 && number > 0 ? "-" : ""
    guard digits > 0 else { return sign + whole }
    return sign + whole + "." + Moment.padded(number % Int(scale), digits)
  }

  static func interval(_ interval: Interval) -> String {
    "\(fixed(interval.low)) to \(fixed(interval.high))"
  }

  static func share(_ share: Share) -> String {
    guard let percent = share.percent else { return "none" }
    return "\(share.count) of \(share.of) (\(fixed(percent, 0))%)"
  }

  static func mean(_ spread: Spread) -> String {
    guard let mean = spread.mean else { return "none" }
    return fixed(mean) + " (" + (spread.deviation.map { fixed($0) } ?? "no SD") + ")"
  }

  /// A value in a cell; what cannot be worked out is told in a note.
  static func text(_ value: CohortFigure.Value) -> String {
    switch value {
    case .count(let count): return String(count)
    case .mean(let spread): return mean(spread)
    case .share(let share): return self.share(share)
    case .correlation(let together):
      guard let r = try? together.correlation() else { return "none" }
      return fixed(r) + (together.interval.map { " (\(interval($0)))" } ?? "")
    case .distance(let result):
      guard case .success(let g) = result else { return "none" }
      return "\(fixed(g.value)) (\(interval(g.interval)))"
    }
  }

  /// Why a value is none.
  static func why(_ value: CohortFigure.Value) -> String? {
    switch value {
    case .count, .distance(.success): return nil
    case .mean(let spread): return spread.count == 0 ? why(.nobody) : nil
    case .share(let share): return share.of == 0 ? why(.nobody) : nil
    case .correlation(let together):
      do throws(NoFigure) {
        _ = try together.correlation()
        return nil
      } catch { return why(error) }
    case .distance(.failure(let reason)): return why(reason)
    }
  }

  static func why(_ reason: NoFigure) -> String {
    switch reason {
    case .nobody: "nobody told what it takes"
    case .tooFew(let needed, let found):
      "it takes \(needed) people who told what it takes, and there \(found == 1 ? "is 1" : "are \(found)")"
    case .noSpread: "all values are the same"
    }
  }
}
