/// When things are offered: nothing is locked by it, and nothing is shown as missed.
public struct Schedule: Hashable, Sendable {
  /// Days between two check-ins.
  public var checkInDays: Int
  /// So many days after a lesson Home suggests the next.
  public var lessonDays: Int
  /// After so many lessons on a day Home suggests to stop.
  public var lessonsADay: Int
  /// From this day of the course on a small movement is offered beside the lessons.
  public var moveFromDay: Int
  /// Hellos after the end, by rising months.
  public var boosters: [Booster]
  public var measures: [Repeated]

  /// Makes a schedule; without anything else, that of the trial: two lessons a week.
  public init(
    checkInDays: Int = 7, lessonDays: Int = 3, lessonsADay: Int = 2, moveFromDay: Int = 14,
    boosters: [Booster] = [], measures: [Repeated] = []
  ) {
    self.checkInDays = checkInDays
    self.lessonDays = lessonDays
    self.lessonsADay = lessonsADay
    self.moveFromDay = moveFromDay
    self.boosters = boosters
    self.measures = measures
  }

  /// A hello that was put off is suggested again after so many days.
  public static let helloRestDays = 3

  /// A hello after the end.
  public struct Booster: Hashable, Sendable {
    public var module: String
    /// Months after the end of the course.
    public var month: Int

    /// Makes a hello.
    public init(module: String, month: Int) {
      self.module = module
      self.month = month
    }
  }

  /// A questionnaire that comes again.
  public struct Repeated: Hashable, Sendable {
    public var measure: String
    /// The first day of the course on which it is asked, counted from 0.
    public var fromDay: Int
    public var everyDays: Int

    /// Makes one.
    public init(measure: String, fromDay: Int, everyDays: Int) {
      self.measure = measure
      self.fromDay = fromDay
      self.everyDays = everyDays
    }
  }
}
