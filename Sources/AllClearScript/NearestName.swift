/// The known name that a misspelt one most likely meant.
enum NearestName {
  /// The nearest of `known` within a third of its letters, at most three edits away.
  static func to(_ name: String, in known: some Sequence<String>) -> String? {
    guard name.utf8.count <= 64 else { return nil }
    let letters = Array(name.lowercased().utf8)
    var best: (name: String, distance: Int)?
    for candidate in known where candidate.utf8.count <= 64 {
      let other = Array(candidate.utf8)
      let bound = min(3, max(1, (max(letters.count, other.count) + 1) / 3))
      guard abs(letters.count - other.count) <= bound else { continue }
      let distance = distance(letters, other)
      guard distance <= bound else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// `; did you mean 'x'?`, or what else would be right.
  static func hint(
    _ name: String, in known: some Collection<String>, else other: String = ""
  ) -> String {
    if let near = to(name, in: known) { return "; did you mean '\(near)'?" }
    if !other.isEmpty { return "; " + other }
    let names = known.sorted()
    guard !names.isEmpty, names.count <= 12 else { return "" }
    return "; known here: " + names.joined(separator: ", ")
  }

  /// Edits from one to the other, a swap of neighbours counting as one.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for i in 1...left.count {
      var current = [i] + Array(repeating: 0, count: right.count)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          current[j] = min(current[j], before[j - 2] + 1)
        }
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
