import Foundation

/// A command with all that `--help` says of it, as the program itself tells.
struct CommandHelp: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var arguments: [Argument]?
  var subcommands: [CommandHelp]?

  struct Argument: Decodable, Hashable {
    var kind: String
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
    var names: [Name]?

    struct Name: Decodable, Hashable {
      var kind: String
      var name: String

      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    var typedNames: [String] { (names ?? []).map(\.typed) }
  }

  /// The whole program's help.
  static func read() throws -> CommandHelp {
    struct Dump: Decodable { var command: CommandHelp }
    let run = try Piped("--experimental-dump-help")
    return try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8)).command
  }

  var isShown: Bool { (shouldDisplay ?? true) && commandName != "help" }

  /// The commands below this one, each followed by its own.
  var all: [CommandHelp] { (subcommands ?? []).flatMap { [$0] + $0.all } }

  /// The options of every command, but for `--help` and `--version`: those of the one that is meant where none is named.
  var common: [Argument] {
    let open = (subcommands ?? []).first { $0.commandName == "open" }
    let root = Set((arguments ?? []).flatMap(\.typedNames))
    return (open?.arguments ?? []).filter {
      $0.shouldDisplay && root.isDisjoint(with: $0.typedNames)
    }
  }
}
