import AllClearEngine
import AllClearMeasures

/// The files of one run, each read and parsed once.
///
/// A class, because everything compiled in a run shares it.
final class Workspace {
  /// Where the files that a language always has stand.
  enum File {
    static let program = "program.yaml"
    static let interface = "interface.yaml"
    static let sources = "sources.yaml"
    static let safetyLines = "safety-lines.yaml"
    static let lexicon = "lexicon.yaml"
    static let tour = "tour.yaml"
    static let retired = "../retired-ids.txt"
  }

  /// Whether words are judged, as for `content check`.
  let judgesWords: Bool
  private let folder: String
  private let reader: (String) throws(ReadFault) -> [UInt8]
  private var contents: [String: Content] = [:]
  private var modules: [String: ParsedModule?] = [:]
  private var measures: [String: ParsedMeasure?] = [:]
  private(set) var reports: [Report] = []
  private(set) lazy var sources = SourcesCompiler(workspace: self).compile()
  private(set) lazy var safetyLines = SafetyLinesCompiler(workspace: self).compile()

  init(
    folder: String, judgesWords: Bool, reader: @escaping (String) throws(ReadFault) -> [UInt8]
  ) {
    self.folder = folder
    self.judgesWords = judgesWords
    self.reader = reader
  }

  /// Every fault that was found, sorted.
  var diagnostics: [Diagnostic] { reports.flatMap(\.diagnostics).sorted() }

  /// What came of reading a file.
  private struct Content {
    var bytes: [UInt8] = []
    var fault: ReadFault?
  }

  /// The bytes of a file, read once.
  private func read(_ path: String) -> Content {
    if let known = contents[path] { return known }
    var content = Content()
    do throws(ReadFault) { content.bytes = try reader(path) } catch { content.fault = error }
    contents[path] = content
    return content
  }

  /// Opens a file with a report of its own; it is empty where the file cannot be read.
  func open(_ path: String) -> (source: SourceText, report: Report, fault: ReadFault?) {
    let content = read(path)
    let source = SourceText(path: name(path), bytes: content.bytes)
    let report = Report(source, judgesWords: judgesWords)
    reports.append(report)
    return (source, report, content.fault)
  }

  /// Opens a file that must be there.
  func openOrReport(_ path: String) -> (source: SourceText, report: Report)? {
    let (source, report, fault) = open(path)
    guard let fault else { return (source, report) }
    report.add(fault == .tooLarge ? .tooLarge : .cannotRead, at: .start, fault.message)
    return nil
  }

  /// The bytes of a file that may be missing.
  func bytes(_ path: String) -> [UInt8]? {
    let content = read(path)
    return content.fault == nil ? content.bytes : nil
  }

  /// Why a file cannot be read, if it cannot.
  func fault(_ path: String) -> ReadFault? { read(path).fault }

  /// A module or page, parsed; `nil` when it could not be.
  func module(_ path: String) -> ParsedModule? {
    if let parsed = modules[path] { return parsed }
    var parsed: ParsedModule?
    if let (source, report) = openOrReport(path) {
      parsed = ModuleParser(source: source, report: report).parse()
    }
    modules[path] = .some(parsed)
    return parsed
  }

  /// A questionnaire, compiled; `nil` when it could not be.
  func measure(_ path: String) -> ParsedMeasure? {
    if let parsed = measures[path] { return parsed }
    var parsed: ParsedMeasure?
    if let (source, report) = openOrReport(path) {
      parsed = MeasureCompiler(source: source, report: report).compile()
    }
    measures[path] = .some(parsed)
    return parsed
  }

  /// The lexicon of causes, compiled; `nil` when there is none, or it could not be.
  func lexicon() -> Lexicon? {
    guard fault(File.lexicon) != .missing, let (source, report) = openOrReport(File.lexicon) else {
      return nil
    }
    return LexiconCompiler(source: source, report: report).compile()
  }

  /// A file's path as diagnostics name it.
  func name(_ path: String) -> String {
    if path.hasPrefix("../"), let slash = folder.dropLast().lastIndex(of: "/") {
      return String(folder[...slash]) + path.dropFirst(3)
    }
    return folder + path
  }
}

/// Why a file could not be read.
public enum ReadFault: Error, Hashable, Sendable {
  case missing
  /// A folder, a pipe, a device.
  case notRegular
  case tooLarge
  case failed

  var message: String {
    switch self {
    case .missing: "there is no such file"
    case .notRegular: "this is no regular file"
    case .tooLarge: "over 1 MB; a file of content has a few thousand words"
    case .failed: "the file cannot be read"
    }
  }
}
