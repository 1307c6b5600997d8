/// How things stand against a person's own beginning.
///
/// There is no pass mark: it is always one person's numbers beside their own earlier ones.
public enum Course {
  /// What may be said at the end of the course.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    case muchLess = "much-less"
    case moreLife = "more-life"
    case noChange = "no-change"
    case worse
    /// Too few numbers to tell.
    case unknown
  }

  /// Ratings of one week, each 0 to 10, higher is worse; `nil` where none was given.
  public struct Ratings: Hashable, Sendable {
    /// Days since any fixed day.
    public var day: Int
    public var pain: Int?
    public var doing: Int?
    public var enjoying: Int?
    public var danger: Int?
    /// The seven-point change, from -3 (much worse) to 3 (much better).
    public var change: Int?

    /// Makes ratings.
    public init(
      day: Int, pain: Int? = nil, doing: Int? = nil, enjoying: Int? = nil, danger: Int? = nil,
      change: Int? = nil
    ) {
      self.day = day
      self.pain = pain
      self.doing = doing
      self.enjoying = enjoying
      self.danger = danger
      self.change = change
    }
  }

  /// Pain so many points above the beginning counts as higher.
  public static let pointsWorse = 2
  /// Two check-ins tell the same only when so many days lie between them.
  public static let daysApart = 5
  /// Pain of at most this much is little or none, as in the trial (Ashar 2022).
  public static let littlePain = 1

  /// Whether movement should rest: pain 2 or more above the beginning at two check-ins in a row, five
  /// or more days apart, or one "much worse".
  ///
  /// - Parameter checkIns: the latest last.
  public static func isWorse(beginning: Ratings?, checkIns: [Ratings]) -> Bool {
    guard let last = checkIns.last else { return false }
    if last.change == -3 { return true }
    guard let start = beginning?.pain else { return false }
    let isHigher = { (pain: Int) in pain - start >= pointsWorse }
    return holdsTwice(checkIns, isHigher)
  }

  /// Whether a check-in says that it is no worse than at the beginning, as an answer to somebody's
  /// own word that it is.
  ///
  /// Their word for it decides: about the same, or better. Where that was left out, pain no higher
  /// than at the beginning. Pain that counts as higher says otherwise to both; nothing told says
  /// nothing.
  public static func isNoWorse(beginning: Ratings?, checkIn: Ratings) -> Bool {
    let risen = checkIn.pain.flatMap { now in beginning?.pain.map { now - $0 } }
    if let risen, risen >= pointsWorse { return false }
    if let change = checkIn.change { return change >= 0 }
    return risen.map { $0 <= 0 } ?? false
  }

  /// How things stand.
  ///
  /// - Much less: little or no pain at two check-ins five or more days apart; or pain at most half of
  ///   the beginning's and two points lower.
  /// - More life: less in the way of doing or enjoying, less danger, less fear of a movement, or less
  ///   pain, each by what is usually felt as real; or better by one's own feeling.
  /// - Worse: as `isWorse`.
  /// - Parameters:
  ///   - checkIns: the latest last.
  ///   - fears: for each feared movement that was rated more than once, fear first and last, 0 to 10.
  public static func standing(
    beginning: Ratings?, checkIns: [Ratings], fears: [(first: Int, last: Int)] = []
  ) -> Standing {
    if isWorse(beginning: beginning, checkIns: checkIns) { return .worse }
    guard let last = checkIns.last else { return .unknown }
    if holdsTwice(checkIns, { $0 <= littlePain }), (beginning?.pain ?? 0) > littlePain {
      return .muchLess
    }
    if let first = beginning?.pain, let now = checkIns.last(where: { $0.pain != nil })?.pain,
      first - now >= Change.points, now * 2 <= first
    {
      return .muchLess
    }
    let pairs = [
      (beginning?.pain, last.pain), (beginning?.doing, last.doing),
      (beginning?.enjoying, last.enjoying), (beginning?.danger, last.danger),
    ].compactMap { first, now in first.flatMap { first in now.map { (first, $0) } } }
    let isFelt = { (first: Int, now: Int) in now < first && Change(from: first, to: now).isFelt }
    if (last.change ?? 0) >= 2 || pairs.contains(where: isFelt)
      || fears.contains(where: { isFelt($0.first, $0.last) })
    {
      return .moreLife
    }
    if pairs.isEmpty, last.change == nil, fears.isEmpty { return .unknown }
    return .noChange
  }

  /// Whether pain was so at the last check-in that rated it and at the one before, far enough apart.
  private static func holdsTwice(_ checkIns: [Ratings], _ isSo: (Int) -> Bool) -> Bool {
    let rated = checkIns.filter { $0.pain != nil }
    guard let last = rated.last, let pain = last.pain, isSo(pain) else { return false }
    // Those since the last that was otherwise.
    for earlier in rated.dropLast().reversed() {
      guard let pain = earlier.pain, isSo(pain) else { return false }
      if last.day - earlier.day >= daysApart { return true }
    }
    return false
  }
}
