import AllClearEngine
import AllClearScript
import Glibc

/// `allclear content check`: the compiler over files, every fault at once.
enum ContentCheck {
  static func run(_ path: String?, _ launch: Launch) -> Never {
    do throws(Failure) {
      let target = try target(path, launch)
      let files = ContentFiles(root: target.root)
      let yaml = ContentFiles.list(files.language).filter { $0.hasSuffix(".yaml") }
      let diagnostics = files.compiler(shown: target.shown).checkAll(files: yaml)
        .filter { target.only == nil || $0.file == target.only.map { target.shown + "/" + $0 } }
      for diagnostic in diagnostics { Console.line(diagnostic.rendered()) }
      let errors = diagnostics.count { $0.severity == .error }
      let warnings = diagnostics.count - errors
      if errors > 0 {
        Console.error("\(errors) errors, \(warnings) warnings")
        exit(ExitCode.badContent)
      }
      let what = target.only ?? target.shown
      Console.line(
        warnings == 0 ? "\(what): no faults" : "\(what): no errors, \(warnings) warnings")
      exit(ExitCode.done)
    } catch { error.end() }
  }

  private struct Target {
    var root: String
    /// The language's folder as the person named it: diagnostics begin with it.
    var shown: String
    /// The one file that was asked about, relative to the language's folder.
    var only: String?
  }

  private static func target(_ path: String?, _ launch: Launch) throws(Failure) -> Target {
    guard let path else {
      let root = try Paths.content(launch)
      return Target(root: root, shown: root + "/en")
    }
    guard Paths.exists(path) else {
      throw Failure(ExitCode.noSuchFile, "no such file or folder: \(path)")
    }
    if Paths.isFolder(path) {
      let folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
      if Paths.isFolder(folder + "/en") { return Target(root: folder, shown: folder + "/en") }
      if let root = rootAbove(folder) { return Target(root: root.path, shown: root.shown) }
    } else if let root = rootAbove(path) {
      return Target(root: root.path, shown: root.shown, only: root.below)
    }
    throw Failure(
      ExitCode.usage,
      "\(path) is in no content folder: one has a folder 'en' with a program.yaml in it")
  }

  /// The content folder that a path lies in.
  private static func rootAbove(_ path: String) -> (path: String, shown: String, below: String)? {
    var folder = path
    var below: [Substring] = []
    while true {
      if Paths.exists(folder + "/program.yaml") {
        let root = folder.contains("/") ? Paths.parent(of: folder) : "."
        return (root, folder, below.joined(separator: "/"))
      }
      let parts = folder.split(separator: "/", omittingEmptySubsequences: true)
      guard let last = parts.last else { return nil }
      below.insert(last, at: 0)
      guard folder.contains("/") else {
        return Paths.exists("program.yaml") ? ("..", ".", below.joined(separator: "/")) : nil
      }
      let parent = Paths.parent(of: folder)
      guard parent != folder else { return nil }
      folder = parent
    }
  }
}
