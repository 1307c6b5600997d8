// Steps that bear another id than they did: what was answered under the old one counts under the new.
// The journal keeps what was written; only what is read is renamed.

/// A step's old name, and the one that it bears now: both `module.step`.
public struct Rename: Hashable, Sendable {
  public var old: String
  public var new: String

  /// Makes a rename.
  public init(_ old: String, to new: String) {
    self.old = old
    self.new = new
  }
}

extension Digest {
  /// The digest with its answers under the names that their steps bear now.
  ///
  /// Where a step was answered under several, its latest name has the latest answer.
  func following(_ renamed: [Rename]) -> Digest {
    guard !renamed.isEmpty else { return self }
    var digest = self
    digest.facts = facts.following(renamed)
    for rename in renamed {
      for gates in [\Digest.gates, \.gatesElsewhere] {
        guard let fact = digest[keyPath: gates].removeValue(forKey: rename.old) else { continue }
        if digest[keyPath: gates][rename.new] == nil { digest[keyPath: gates][rename.new] = fact }
      }
    }
    return digest
  }
}

extension Facts {
  /// The answers under the names that their steps bear now.
  func following(_ renamed: [Rename]) -> Facts {
    renamed.reduce(into: self) { $0.rename($1.old, to: $1.new) }
  }
}

extension StoredSession {
  /// The session with its answers and drafts under the names that their steps bear now.
  func following(_ renamed: [Rename]) -> StoredSession {
    guard !renamed.isEmpty else { return self }
    var session = self
    session.earlier = earlier.following(renamed)
    let names = Dictionary(renamed.map { ($0.old, $0.new) }) { first, _ in first }
    session.answers = answers.map { record in
      var record = record
      if let new = names["\(record.module).\(record.step)"].flatMap(Self.parts) {
        (record.module, record.step) = new
      }
      return record
    }
    for rename in renamed {
      // A draft does not say which module's step it belongs to: that of the session, mostly.
      guard let old = Self.parts(rename.old), let new = Self.parts(rename.new),
        old.module == info.module
      else { continue }
      for (key, lines) in drafts where key.step == old.step {
        session.drafts[key] = nil
        let now = StepKey(new.step, turn: key.turn)
        if session.drafts[now] == nil { session.drafts[now] = lines }
      }
    }
    return session
  }

  private static func parts(_ name: String) -> (module: String, step: String)? {
    guard let dot = name.firstIndex(of: ".") else { return nil }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }
}
