import AllClearEngine
import AllClearScript
import Glibc

/// `allclear content check`: the compiler over files, every fault at once.
enum ContentCheck {
  static func run(_ path: String?, _ launch: Launch) -> Never {
    do throws(Failure) {
      let target = try target(path, launch)
      let diagnostics = target.check()
      for diagnostic in diagnostics { Console.line(diagnostic.rendered()) }
      let errors = diagnostics.count { $0.severity == .error }
      let warnings = diagnostics.count - errors
      if errors > 0 {
        Console.error("\(errors) errors, \(warnings) warnings")
        exit(ExitCode.badContent)
      }
      Console.line(
        target.name + (warnings == 0 ? ": no faults" : ": no errors, \(warnings) warnings"))
      exit(ExitCode.done)
    } catch { error.end() }
  }

  /// What is checked.
  enum Target: Hashable {
    /// A language's folder, as the person named it, or what lies below it at a path.
    case language(String, below: String)
    /// What lies at a path below a content folder, in another language than the original.
    case translation(String, below: String)
    /// A file that lies in no content folder.
    case alone(String)

    var name: String {
      switch self {
      case .language(let folder, let below): below.isEmpty ? folder : folder + "/" + below
      case .translation(let root, let below): root + "/" + below
      case .alone(let path): path
      }
    }

    /// The files of the other languages, as seen from the original's folder.
    private static func translations(beside folder: String) -> [String] {
      guard folder.hasSuffix("/en") else { return [] }
      let root = String(folder.dropLast(3))
      return ContentFiles.list(root).filter { path in
        guard let slash = path.firstIndex(of: "/") else { return false }
        return path.hasSuffix(".yaml") && isLanguage(path[..<slash])
      }.map { "../" + $0 }
    }

    /// Whether a folder's name is that of another language than the original: `de`, `pt-br`.
    static func isLanguage(_ name: Substring) -> Bool {
      let parts = name.split(separator: "-", omittingEmptySubsequences: false)
      guard name != "en", parts.count <= 2, let first = parts.first, (2...3).contains(first.count)
      else { return false }
      return name.allSatisfy { ("a"..."z").contains($0) || $0 == "-" }
    }

    func check() -> [Diagnostic] {
      switch self {
      case .alone(let path):
        return Compiler { path throws(ReadFault) in try ContentFiles.read(path) }.checkAlone(path)
      case .language(let folder, let below):
        let compiler = Compiler(folder: folder + "/") { path throws(ReadFault) in
          try ContentFiles.read(folder + "/" + path)
        }
        let yaml = ContentFiles.list(folder).filter { $0.hasSuffix(".yaml") }
        // The whole is compiled whatever was asked about: files lean on each other.
        return compiler.checkAll(files: yaml + Self.translations(beside: folder)).filter { fault in
          below.isEmpty || fault.file == name || fault.file.hasPrefix(name + "/")
        }
      case .translation(let root, let below):
        let target = Target.language(root + "/en", below: "")
        return target.check().filter { fault in
          fault.file == root + "/" + below || fault.file.hasPrefix(root + "/" + below + "/")
        }
      }
    }
  }

  static func target(_ path: String?, _ launch: Launch) throws(Failure) -> Target {
    guard let path else { return .language(try Paths.content(launch) + "/en", below: "") }
    guard Paths.exists(path) else {
      throw Failure(ExitCode.noSuchFile, "no such file or folder: \(path)")
    }
    let named = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if Paths.isFolder(named + "/en") { return .language(named + "/en", below: "") }
    if let target = languageAbove(named) ?? translationAbove(named) { return target }
    guard !Paths.isFolder(named) else {
      throw Failure(
        ExitCode.usage, "\(path) is no content folder: one holds 'en' with a program.yaml in it")
    }
    return .alone(named)
  }

  /// The folder beside an original's that a path is or lies in.
  private static func translationAbove(_ path: String) -> Target? {
    var folder = path
    var below = ""
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      let last = folder[folder.index(after: slash)...]
      below = below.isEmpty ? String(last) : last + "/" + below
      folder = String(folder[..<slash])
      if Target.isLanguage(below.prefix { $0 != "/" }), Paths.exists(folder + "/en/program.yaml") {
        return .translation(folder, below: below)
      }
    }
    return nil
  }

  /// The language's folder that a path is or lies in: the nearest one with a program.yaml.
  private static func languageAbove(_ path: String) -> Target? {
    var folder = path
    var below: [Substring] = []
    while true {
      if Paths.isFolder(folder), Paths.exists(folder + "/program.yaml") {
        return .language(folder, below: below.joined(separator: "/"))
      }
      let parts = folder.split(separator: "/")
      guard let last = parts.last else { return nil }
      below.insert(last, at: 0)
      guard folder.contains("/") else {
        return Paths.exists("program.yaml")
          ? .language(".", below: below.joined(separator: "/")) : nil
      }
      let parent = Paths.parent(of: folder)
      guard parent != folder else { return nil }
      folder = parent
    }
  }
}
