import AllClearEngine

/// The text of settings.yaml: flat `key: value` lines with `#` comments, read without a YAML parser
/// because every start waits for it, and changed a line at a time.
///
/// What it does not understand it keeps byte for byte.
struct SettingsText: Hashable {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// What the lines say; of two lines for one thing the first holds.
  var settings: Settings {
    var settings = Settings()
    var seen: Set<Setting.Key> = []
    for line in lines {
      guard case .setting(let setting, _) = kind(of: line), seen.insert(setting.key).inserted else {
        continue
      }
      settings.set(setting)
    }
    return settings
  }

  /// The numbers of the lines that are not understood, and of those that say a thing again.
  var faults: [Int] {
    var seen: Set<Setting.Key> = []
    return lines.enumerated().compactMap { index, line in
      switch kind(of: line) {
      case .nothing: nil
      case .broken: index + 1
      case .setting(let setting, _): seen.insert(setting.key).inserted ? nil : index + 1
      }
    }
  }

  /// Writes a setting into its own line, or into a new one at the end.
  mutating func set(_ setting: Setting) {
    for line in lines {
      guard case .setting(let old, let value) = kind(of: line), old.key == setting.key else {
        continue
      }
      bytes.replaceSubrange(value, with: setting.text.utf8)
      return
    }
    let end: [UInt8] = lines.first.map { bytes[$0].last == 13 } == true ? [13, 10] : [10]
    if let last = bytes.last, last != 10 { bytes += end }
    bytes += Array("\(setting.key.rawValue): \(setting.text)".utf8) + end
  }

  // MARK: Lines

  private enum Kind {
    /// Blank, a comment, or the sign with which a YAML file may begin.
    case nothing
    /// A setting, and where its value stands.
    case setting(Setting, value: Range<Int>)
    case broken
  }

  /// Where each line stands, without its line feed.
  private var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      lines.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  private func kind(of line: Range<Int>) -> Kind {
    var start = line.lowerBound
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, line.upperBound) }
    let content = trimmed(withoutComment(start..<line.upperBound))
    if content.isEmpty || text(content) == "---" { return .nothing }
    guard content.lowerBound == start,
      let colon = bytes[content].firstIndex(of: UInt8(ascii: ":")),
      let key = Setting.Key(rawValue: text(trimmed(start..<colon))),
      colon + 1 < content.upperBound, isBlank(bytes[colon + 1])
    else { return .broken }
    let value = unquoted(trimmed((colon + 1)..<content.upperBound))
    guard let setting = Setting(key, text: text(value)) else { return .broken }
    return .setting(setting, value: value)
  }

  /// A comment begins with a `#` at the start or after a blank.
  private func withoutComment(_ line: Range<Int>) -> Range<Int> {
    let sign = line.first { index in
      bytes[index] == UInt8(ascii: "#") && (index == line.lowerBound || isBlank(bytes[index - 1]))
    }
    return line.lowerBound..<(sign ?? line.upperBound)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first(where: { !isBlank(bytes[$0]) }),
      let last = range.last(where: { !isBlank(bytes[$0]) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, let first = bytes[range].first, first == bytes[range].last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return range }
    return (range.lowerBound + 1)..<(range.upperBound - 1)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
