/// Every code of a diagnostic, as `content codes` prints them and the guide for authors holds them.
public enum CodeList {
  /// All of them in Markdown: a list under each heading.
  public static var markdown: String {
    var text = ""
    for group in DiagnosticCode.Group.allCases {
      text += text.isEmpty ? "" : "\n"
      text += "### \(group.rawValue)\n\n"
      for code in DiagnosticCode.allCases where code.group == group {
        text += item(code) + "\n"
      }
    }
    return text
  }

  /// One of them, for someone who has just met it.
  public static func entry(_ code: DiagnosticCode) -> String {
    var text = "\(code.rawValue): \(code.title)\n\n\(code.explanation)\n"
    if code.severity == .warning { text += "\nA warning: the file can still be used.\n" }
    if let example = code.example { text += "\nSuch a line:\n\n    \(example)\n" }
    return text
  }

  /// The code that somebody means who wrote this; brackets may stand around it.
  public static func code(named name: String) -> DiagnosticCode? {
    DiagnosticCode(rawValue: name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : name)
  }

  /// "; did you mean …", for a name that is no code.
  public static func hint(_ name: String) -> String {
    NearestName.hint(
      name, in: DiagnosticCode.allCases.map(\.rawValue), else: "'content codes' lists them")
  }

  private static func item(_ code: DiagnosticCode) -> String {
    let warning = code.severity == .warning ? " (a warning)" : ""
    return wrapped("- `\(code.rawValue)`\(warning): \(code.title). \(code.explanation)")
  }

  /// Lines of at most 100 characters, so that a change of one code changes few lines; a stretch of
  /// code stays whole.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      if !line.isEmpty, line.count + 1 + word.count > 100 {
        lines.append(line)
        line = " "
      }
      line += line.isEmpty ? word : " " + word
    }
    return (lines + [line]).joined(separator: "\n")
  }

  private static func words(_ text: String) -> [String] {
    var words = [""]
    var isCode = false
    for character in text {
      if character == "`" { isCode.toggle() }
      if character == " ", !isCode {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}

extension DiagnosticCode {
  /// What a code is about: the headings of the list.
  public enum Group: String, CaseIterable, Sendable {
    case files = "Files and YAML"
    case values = "Keys and values"
    case prose = "Prose and holes"
    case conditions = "Conditions"
    case steps = "Steps"
    case gates = "Safety questions"
    case words = "What is said"
    case practices = "Practices"
    case measures = "Questionnaires"
    case languages = "Other languages"
    case folder = "The whole folder"
  }

  /// The heading under which it stands.
  public var group: Group {
    if filesAbout != nil { return .files }
    if valuesAbout != nil { return .values }
    if proseAbout != nil { return .prose }
    if conditionsAbout != nil { return .conditions }
    if stepsAbout != nil { return .steps }
    if gatesAbout != nil { return .gates }
    if wordsAbout != nil { return .words }
    if practicesAbout != nil { return .practices }
    if measuresAbout != nil { return .measures }
    return languagesAbout != nil ? .languages : .folder
  }
}
