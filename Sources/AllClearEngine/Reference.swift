/// What a condition or a hole refers to.
public enum Reference: Hashable, Sendable {
  /// A step of the same module, answered earlier in this session.
  case step(String)
  /// A step of a module, answered in a session before this one: `story.pain`.
  case earlier(module: String, step: String)
  /// One of the person's own lists: `own.safety-lines`.
  case own(OwnList)
  /// The movement that is tried in this session, or else the one that is asked about.
  case experiment(Experiment.Field)
  /// Where the person is in the course.
  case course(CourseField)
}

/// What content may ask of the course: `course.week`.
public enum CourseField: String, Hashable, Sendable, CaseIterable {
  /// Weeks since "Your story" was told, the first is 1; 0 before that.
  case week
  /// How many hellos after the end were gone through.
  case hellos
}

/// The lists that a person fills in own words.
public enum OwnList: String, Hashable, Sendable, CaseIterable {
  case causes
  case safetyLines = "safety-lines"
  case doubts
  case evidence
  case fearedMovements = "feared-movements"
  case valuedActivities = "valued-activities"
}
