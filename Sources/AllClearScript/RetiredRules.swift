/// Checks that no id of retired-ids.txt stands again: `old`, `module.old` or `old -> new` a line.
struct RetiredRules {
  let workspace: Workspace
  let entries: [ParsedProgram.Entry]

  func check() {
    let retired = retired()
    guard !retired.isEmpty else { return }
    for entry in entries {
      if retired.contains(entry.id.string) { report(entry.id, entry.fields.report) }
      guard entry.kind != .practice, let file = entry.file, workspace.fault(file.string) == nil,
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

  private func retired() -> Set<String> {
    guard let bytes = workspace.bytes(Workspace.File.retired),
      bytes.count <= YAMLGuard.Limit.bytes
    else { return [] }
    var result: Set<String> = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let word = line.split(separator: " ").first, !word.hasPrefix("#") else { continue }
      result.insert(String(word))
    }
    return result
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
