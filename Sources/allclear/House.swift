import AllClearEngine
import AllClearScript
import Glibc

/// Content that has been found and a program that was compiled from it.
struct House {
  let files: ContentFiles
  let compiler: Compiler
  let program: Program

  init(_ launch: Launch) throws(Failure) {
    files = ContentFiles(
      root: try Paths.content(launch), isNamed: Paths.namedContent(launch) != nil)
    compiler = files.compiler
    let (program, diagnostics) = compiler.program()
    guard let program else {
      let first = diagnostics.first.map { $0.rendered() } ?? "it cannot be read"
      throw Failure(
        ExitCode.badContent,
        "the content in \(files.root) is broken: \(first)\n"
          + "allclear: 'allclear content check' names every fault; 'allclear crisis' works without it"
      )
    }
    self.program = program
  }
}

extension Failure {
  /// Says it and ends the program.
  func end() -> Never {
    Console.error(line)
    exit(code)
  }
}
