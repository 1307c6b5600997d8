/// What the digest said when allclear started, and every record since then that stands.
///
/// The digest follows from both. Each record that takes the place of another takes it out, as the
/// journal does, so that app and journal say the same.
struct Ledger: Hashable, Sendable {
  private(set) var digest: Digest
  private var base: Digest
  private var entries: [Entry] = []

  private struct Entry: Hashable, Sendable {
    var record: Record
    var module: String
  }

  init(_ digest: Digest) {
    self.digest = digest
    base = digest
  }

  /// Takes in a record.
  /// - Parameters:
  ///   - module: the session's own module.
  ///   - old: the answer whose place it takes, if it takes one's.
  ///   - before: what its step was answered before the session began.
  mutating func add(
    _ record: Record, in module: String, insteadOf old: Answer? = nil, before: Answer? = nil
  ) {
    if let target = record.supersedes {
      if let index = entries.lastIndex(where: { $0.record.id == target }) {
        entries.remove(at: index)
      } else if let old {
        base.forget(old, replacedBy: record, before: before)
        base.own.remove(addedBy: target)
      }
      digest = entries.reduce(into: base) { $0.apply($1.record, in: $1.module) }
    }
    // A record that takes another back stands no more than that one.
    guard record.value != .retracted else { return }
    entries.append(Entry(record: record, module: module))
    digest.apply(record, in: module)
  }
}

extension Digest {
  /// Takes out an answer of which only the digest is known.
  fileprivate mutating func forget(_ old: Answer, replacedBy record: Record, before: Answer?) {
    facts[record.module, record.step] = before
    switch old {
    case .practised(let done):
      let count = practised[done.practice, default: 0] - 1
      practised[done.practice] = count > 0 ? count : nil
    case .gate:
      let key = "\(record.module).\(record.step)"
      guard case .gate(let outcome, let hold) = before, let fact = gates[key] else {
        gates[key] = nil
        return
      }
      gates[key] = GateFact(outcome: outcome, hold: hold, at: fact.at, session: fact.session)
    default: break
    }
  }
}
