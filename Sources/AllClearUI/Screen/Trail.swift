/// The lists on the way to where a person is, each with what was chosen in it: who goes back to one
/// stands there again.
struct Trail: Hashable {
  private struct Stop: Hashable {
    var place: String
    var choice: Int
  }

  private var stops: [Stop] = []
  /// So many lists are remembered; no way through them is longer.
  private static let most = 8

  /// Goes from one place to another; what was chosen there, where the way goes back to it.
  mutating func go(from: String?, choosing choice: Int?, to place: String) -> Int? {
    if let index = stops.firstIndex(where: { $0.place == place }) {
      let choice = stops[index].choice
      stops.removeSubrange(index...)
      return choice
    }
    if let from, let choice {
      stops.append(Stop(place: from, choice: choice))
      if stops.count > Self.most { stops.removeFirst() }
    }
    return nil
  }
}
