import AllClearEngine

/// Reads the names by which conditions and holes reach answers.
enum References {
  struct Fault: Error {
    var message: String
  }

  /// `step`, `module.step`, `own.list`, `experiment.field` or `course.field`.
  static func parse(_ name: String) -> Result<Reference, Fault> {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, parts.allSatisfy(Values.isID) else {
      return .failure(Fault(message: "'\(name.prefix(40))' is no name of an answer"))
    }
    guard parts.count == 2 else { return .success(.step(name)) }
    switch parts[0] {
    case "own":
      return find(parts[1], "own list", Reference.own)
    case "experiment": return find(parts[1], "part of an experiment", Reference.experiment)
    case "course": return find(parts[1], "count of the course", Reference.course)
    default: return .success(.earlier(module: parts[0], step: parts[1]))
    }
  }

  private static func find<Name: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ what: String, _ reference: (Name) -> Reference
  ) -> Result<Reference, Fault> {
    if let found = Name(rawValue: name) { return .success(reference(found)) }
    let hint = NearestName.hint(name, in: Set(Name.allCases.map(\.rawValue)))
    return .failure(Fault(message: "there is no \(what) '\(name)'" + hint))
  }
}
