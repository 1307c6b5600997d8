import ArgumentParser
import Glibc

extension AllClear {
  /// Runs what was typed; what cannot be meant is told in one way, with names that a person knows.
  static func run(_ typed: [String]) {
    do {
      var command = try parseAsRoot(arranged(typed))
      try command.run()
    } catch {
      let code = exitCode(for: error)
      var said = fullMessage(for: error)
      guard !code.isSuccess, !said.isEmpty else { exit(withError: error) }
      if said.hasPrefix("Error: ") { said.removeFirst("Error: ".count) }
      // The command that opens needs no name, and help does not show it.
      Console.error(said.replacing("'allclear open --help'", with: "'allclear --help'"))
      Glibc.exit(code.rawValue)
    }
  }
}
