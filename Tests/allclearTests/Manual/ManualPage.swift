import Foundation

@testable import allclear

/// The manual page: what is written by hand, with what the program knows of itself filled in.
///
/// `make man` writes it anew.
struct ManualPage {
  let help: CommandHelp
  /// What is written by hand, with lines `@COMMANDS@`, `@OPTIONS@` and `@KEYS@`.
  let template: String
  let keys: KeySections

  static let folder = RealContent.root + "/Sources/allclear/Manual"
  static let path = folder + "/allclear.1"

  init() throws {
    help = try CommandHelp.read()
    template = try String(contentsOfFile: Self.path + ".in", encoding: .utf8)
    keys = try KeySections()
  }

  /// The whole page.
  var text: String {
    let note = ".\\\" Made by `make man` from allclear.1.in, --help and the table of keys.\n"
    return note
      + template.components(separatedBy: "\n").flatMap { line -> [String] in
        switch line {
        case "@COMMANDS@": commands(help.subcommands ?? [], below: "allclear")
        case "@OPTIONS@": help.common.flatMap(option) + about
        case "@KEYS@": keys.lines
        default: [line.replacingOccurrences(of: "@VERSION@", with: AllClear.version)]
        }
      }.joined(separator: "\n")
  }

  /// `--help` and `--version`.
  private var about: [String] { (help.arguments ?? []).filter(\.shouldDisplay).flatMap(option) }

  private func commands(_ commands: [CommandHelp], below above: String) -> [String] {
    commands.filter(\.isShown).flatMap { command -> [String] in
      let name = above + " " + command.commandName
      let inner = self.commands(command.subcommands ?? [], below: name)
      // A command that only holds others has nothing to say of its own.
      return inner.isEmpty ? section(command, name) : inner
    }
  }

  private func section(_ command: CommandHelp, _ name: String) -> [String] {
    let known = Set((help.common + (help.arguments ?? [])).flatMap(\.typedNames))
    let own = (command.arguments ?? []).filter {
      $0.shouldDisplay && known.isDisjoint(with: $0.typedNames)
    }
    var lines = [
      ".SS " + ([name] + own.map { "[" + typed($0) + "]" }).map(Roff.escaped).joined(separator: " ")
    ]
    lines += Roff.paragraphs(command.abstract ?? "")
    if let discussion = command.discussion { lines += [".PP"] + Roff.paragraphs(discussion) }
    return lines + own.flatMap(option)
  }

  private func typed(_ argument: CommandHelp.Argument) -> String {
    let value = argument.valueName ?? ""
    return switch argument.kind {
    case "positional": value
    case "flag": argument.typedNames.joined(separator: "|")
    default: argument.typedNames.joined(separator: "|") + " " + value
    }
  }

  private func option(_ argument: CommandHelp.Argument) -> [String] {
    var text = Roff.paragraphs(argument.abstract ?? "")
    if let discussion = argument.discussion { text += Roff.paragraphs(discussion) }
    let names = argument.typedNames.sorted { $0.count < $1.count }
      .map { "\\fB" + Roff.escaped($0) + "\\fR" }.joined(separator: ", ")
    let value = argument.valueName.map { "\\fI" + Roff.escaped($0) + "\\fR" } ?? ""
    return switch argument.kind {
    case "positional": Roff.item(value, text)
    case "flag": Roff.item(names, text)
    default: Roff.item(names + " " + value, text)
    }
  }
}
