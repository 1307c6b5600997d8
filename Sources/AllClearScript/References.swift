import AllClearEngine

/// Reads the names by which conditions and holes reach answers.
enum References {
  struct Fault: Error {
    var message: String
  }

  /// `step`, `module.step` or `own.list`.
  static func parse(_ name: String) -> Result<Reference, Fault> {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, parts.allSatisfy(Values.isID) else {
      return .failure(Fault(message: "'\(name.prefix(40))' is no name of an answer"))
    }
    guard parts.count == 2 else { return .success(.step(name)) }
    guard parts[0] == "own" else {
      return .success(.earlier(module: parts[0], step: parts[1]))
    }
    if let list = OwnList(rawValue: parts[1]) { return .success(.own(list)) }
    let hint = NearestName.hint(parts[1], in: OwnList.allCases.map(\.rawValue))
    return .failure(Fault(message: "there is no own list '\(parts[1])'" + hint))
  }
}
