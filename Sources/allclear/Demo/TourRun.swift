import AllClearEngine

/// Where a tour stands.
struct TourRun {
  private let stops: [Tour.Stop]
  private let cut: Int
  private let places: [(stop: Int, show: Tour.Show)]
  private(set) var index = 0

  init(_ tour: Tour, cut: Int) {
    self.cut = cut
    let stops = tour.stops(in: cut)
    self.stops = stops
    places = stops.indices.flatMap { index in stops[index].shows.map { (index, $0) } }
  }

  /// The screen that it stands at.
  var show: Tour.Show? { places.indices.contains(index) ? places[index].show : nil }

  /// To the next screen; false where there is none.
  mutating func next() -> Bool { move(to: index + 1) }

  mutating func previous() -> Bool { move(to: index - 1) }

  /// To the first screen of the next stop.
  mutating func nextStop() -> Bool {
    guard places.indices.contains(index) else { return false }
    let stop = places[index].stop
    return places.firstIndex { $0.stop > stop }.map { move(to: $0) } ?? false
  }

  mutating func previousStop() -> Bool {
    guard places.indices.contains(index) else { return false }
    let stop = places[index].stop
    return places.firstIndex { $0.stop == stop - 1 }.map { move(to: $0) } ?? false
  }

  private mutating func move(to place: Int) -> Bool {
    guard places.indices.contains(place) else { return false }
    index = place
    return true
  }

  /// Where it stands, by its clock, and what is said there.
  var notes: Prose {
    guard places.indices.contains(index) else { return Prose([]) }
    let number = places[index].stop
    let stop = stops[number]
    let until = stops.prefix(number).reduce(0) { $0 + ($1.seconds[cut] ?? 0) }
    let head =
      "\(number + 1)/\(stops.count)  \(Self.time(until))-"
      + "\(Self.time(until + (stop.seconds[cut] ?? 0)))  \(stop.title)"
    return Prose(
      [.paragraph([.emphasis(head)])]
        + stop.notes.paragraphs.map { .paragraph([.plain($0)]) })
  }

  /// Minutes and seconds.
  static func time(_ seconds: Int) -> String {
    "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }
}

extension String {
  /// The paragraphs of a file's text, each on one line.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.allSatisfy(\.isWhitespace) else {
        lines.append(line)
        continue
      }
      if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
      lines = []
    }
    if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
    return paragraphs
  }
}
