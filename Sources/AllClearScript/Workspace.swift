import AllClearEngine

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
    static let retired = "../retired-ids.txt"
  }

  private let folder: String
  private let reader: (String) throws(ReadFault) -> [UInt8]
  private var modules: [String: ParsedModule?] = [:]
  private(set) var reports: [Report] = []
  private(set) lazy var sources = SourcesCompiler(workspace: self).compile()
  private(set) lazy var safetyLines = SafetyLinesCompiler(workspace: self).compile()

  init(folder: String, reader: @escaping (String) throws(ReadFault) -> [UInt8]) {
    self.folder = folder
    self.reader = reader
  }

  /// Every fault that was found, sorted.
  var diagnostics: [Diagnostic] { reports.flatMap(\.diagnostics).sorted() }

  /// Opens a file with a report of its own; what cannot be read is its first fault.
  func open(_ path: String) -> (source: SourceText, report: Report, fault: ReadFault?) {
    do throws(ReadFault) {
      let source = SourceText(path: name(path), bytes: try reader(path))
      let report = Report(source)
      reports.append(report)
      return (source, report, nil)
    } catch {
      let source = SourceText(path: name(path), bytes: [])
      let report = Report(source)
      reports.append(report)
      return (source, report, error)
    }
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
    do throws(ReadFault) { return try reader(path) } catch { return nil }
  }

  /// Why a file cannot be read, if it cannot.
  func fault(_ path: String) -> ReadFault? {
    do throws(ReadFault) {
      _ = try reader(path)
      return nil
    } catch {
      return error
    }
  }

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
