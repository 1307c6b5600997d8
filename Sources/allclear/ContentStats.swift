import AllClearScript
import Glibc

/// `allclear content stats`: what each file of content comes to.
enum ContentStats {
  static func run(_ path: String?, isJSON: Bool, _ launch: Launch) -> Never {
    do throws(Failure) {
      let counts = try ContentCheck.target(path, launch).counts()
      for line in isJSON ? StatsJSON.lines(of: counts) : StatsTable.lines(of: counts) {
        Console.line(line)
      }
      exit(ExitCode.done)
    } catch { error.end() }
  }
}

extension ContentCheck.Target {
  /// What the files come to, in their order.
  func counts() -> [FileCount] {
    switch self {
    case .alone(let path):
      let compiler = Compiler { path throws(ReadFault) in try ContentFiles.read(path) }
      return compiler.countAlone(path).map { [$0] } ?? []
    // The words of another language are counted where they are shown, and that is not yet.
    case .translation: return []
    case .language(let folder, let below):
      let compiler = Compiler(folder: folder + "/") { path throws(ReadFault) in
        try ContentFiles.read(folder + "/" + path)
      }
      let files = ContentFiles.list(folder).filter { $0.hasSuffix(".yaml") }
      let wanted = files.filter { below.isEmpty || $0 == below || $0.hasPrefix(below + "/") }
      return compiler.counts(of: wanted, among: files)
    }
  }
}
