import AllClearEngine
import Testing

/// What the shells offer.
@Suite("Completions")
struct CompletionTests {
  /// What the program answers a shell that asks for the first word behind a command.
  private func offered(_ line: String, more: String = "") throws -> (words: [String], run: Piped) {
    let command = line.split(separator: " ").first ?? ""
    let run = try Piped.shell(
      "SAP_SHELL=bash allclear ---completion \(command) -- positional@0 1 0 \(line) \(more)")
    return (run.output.split(separator: "\n").map(String.init), run)
  }

  @Test("modules that are written, practices, and all that can be read are offered by id")
  func ids() throws {
    let program = try #require(Library.real).program
    let modules = program.modules.filter { $0.file != nil }.map(\.id)
    #expect(try offered("module ''").words == modules)
    #expect(try offered("practice ''").words == program.practices.map(\.id))
    let all = try offered("read ''").words
    #expect(Set(all).isSuperset(of: modules + ["flare", "does-it-work", "listening"]))
    let unwritten = program.modules.filter { $0.file == nil }.map(\.id)
    #expect(Set(all).isDisjoint(with: unwritten))
  }

  @Test("without content nothing is offered and nothing is said", arguments: ["=/no", " /no"])
  func missing(place: String) throws {
    let (words, run) = try offered("module ''", more: "--content\(place)")
    #expect(words == [])
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
  }

  @Test("the script of a shell names every command", arguments: ["bash", "zsh", "fish"])
  func scripts(shell: String) throws {
    let run = try Piped("--generate-completion-script", shell)
    #expect(run.status == 0)
    for command in try CommandHelp.read().all where command.isShown {
      #expect(run.output.contains(command.commandName), "\(command.commandName)")
    }
    #expect(run.output.contains("---completion"))
  }

  @Test("bash takes its script")
  func bash() throws {
    let run = try Piped.shell("allclear --generate-completion-script bash | bash -n")
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
  }
}
