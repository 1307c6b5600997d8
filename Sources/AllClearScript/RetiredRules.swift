import AllClearEngine

/// What retired-ids.txt says: `old`, `module.old` or `old -> new` a line.
struct RetiredIDs {
  /// Every id that must not stand again.
  private(set) var gone: Set<String> = []
  /// The steps that were renamed, each with its name at last: of several old names of a step the
  /// latest comes first.
  private(set) var renamed: [Rename] = []

  init(workspace: Workspace) {
    guard let bytes = workspace.bytes(Workspace.File.retired),
      bytes.count <= YAMLGuard.Limit.bytes
    else { return }
    var steps: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map(String.init)
      guard let old = words.first, !old.hasPrefix("#") else { continue }
      gone.insert(old)
      if words.count == 3, words[1] == "->", old.contains("."), words[2].contains(".") {
        steps[old] = words[2]
      }
    }
    var found: [(rename: Rename, times: Int)] = []
    for old in steps.keys.sorted() {
      // A step may be renamed twice; a circle names nothing.
      var seen: Set = [old]
      var name = old
      while let next = steps[name], seen.insert(next).inserted { name = next }
      if steps[name] == nil { found.append((Rename(old, to: name), seen.count)) }
    }
    renamed = found.sorted { $0.times < $1.times }.map(\.rename)
  }
}

/// Checks that no id of retired-ids.txt stands again.
struct RetiredRules {
  let workspace: Workspace
  let entries: [ParsedProgram.Entry]

  func check() {
    let retired = RetiredIDs(workspace: workspace).gone
    guard !retired.isEmpty else { return }
    for entry in entries {
      if retired.contains(entry.id.string) { report(entry.id, entry.fields.report) }
      guard entry.kind != .practice, entry.kind != .measure, let file = entry.file,
        workspace.fault(file.string) == nil,
        let module = workspace.module(file.string)
      else { continue }
      for id in Self.ids(module.items)
      where retired.contains(id.string) || retired.contains("\(module.id).\(id.string)") {
        report(id, module.report)
      }
    }
  }

  private func report(_ id: Text, _ report: Report) {
    report.add(
      .retiredID, in: id,
      "the id '\(id.string)' was used once, and old answers still bear it; choose another")
  }

  private static func ids(_ items: [ParsedModule.Item]) -> [Text] {
    items.flatMap { item -> [Text] in
      switch item {
      case .step(let step): [step.id]
      case .group(let group): [group.id] + ids(group.items)
      case .include: []
      }
    }
  }
}
