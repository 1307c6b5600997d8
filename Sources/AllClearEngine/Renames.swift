// Steps that bear another id than they did: what was answered under the old one counts under the new.
// The journal keeps what was written; only what is read is renamed.

extension Digest {
  /// The digest with its answers under the names that their steps bear now.
  ///
  /// Where a step was answered under both, the new name has the later answer.
  func following(_ renamed: [String: String]) -> Digest {
    guard !renamed.isEmpty else { return self }
    var digest = self
    digest.facts = facts.following(renamed)
    for (old, new) in renamed {
      guard let fact = digest.gates.removeValue(forKey: old) else { continue }
      if digest.gates[new] == nil { digest.gates[new] = fact }
    }
    return digest
  }
}

extension Facts {
  /// The answers under the names that their steps bear now.
  func following(_ renamed: [String: String]) -> Facts {
    renamed.reduce(into: self) { $0.rename($1.key, to: $1.value) }
  }
}

extension StoredSession {
  /// The session with its answers and drafts under the names that their steps bear now.
  func following(_ renamed: [String: String]) -> StoredSession {
    guard !renamed.isEmpty else { return self }
    var session = self
    session.earlier = earlier.following(renamed)
    session.answers = answers.map { record in
      var record = record
      if let new = renamed["\(record.module).\(record.step)"].flatMap(Self.parts) {
        (record.module, record.step) = new
      }
      return record
    }
    for (key, lines) in drafts {
      // A draft does not say which module's step it belongs to: that of the session, mostly.
      guard let new = renamed["\(info.module).\(key.step)"].flatMap(Self.parts) else { continue }
      session.drafts[key] = nil
      session.drafts[StepKey(new.step, turn: key.turn)] = lines
    }
    return session
  }

  private static func parts(_ name: String) -> (module: String, step: String)? {
    guard let dot = name.firstIndex(of: ".") else { return nil }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }
}
