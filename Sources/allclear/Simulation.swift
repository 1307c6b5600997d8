import AllClearEngine
import AllClearScript
import Glibc

/// `allclear content simulate`: made-up patients play the content on a clock that jumps.
enum Simulation {
  /// How it is told.
  enum Format: String, CaseIterable { case text, json }

  static func run(
    _ name: String?, seed: UInt64, days: Int, format: Format, _ launch: Launch
  ) -> Never {
    do throws(Failure) {
      let house = try House(launch)
      let cast = try Cast(house, only: name)
      let reports = cast.personas.map {
        Player.play($0, in: cast.library, seed: seed, days: days)
      }
      let coverage = name == nil ? Coverage(of: cast.library, by: reports) : nil
      switch format {
      case .text:
        Console.write(
          SimulationText(cast: cast, house: house).text(reports, coverage).joined(separator: "\n")
            + "\n")
      case .json:
        Console.write(SimulationJSON.value(reports, coverage).pretty() + "\n")
      }
      for report in reports {
        if let stuck = report.stuck { Console.error("\(report.persona): \(stuck)") }
      }
      exit(reports.allSatisfy { $0.stuck == nil } ? ExitCode.done : ExitCode.failed)
    } catch { error.end() }
  }
}

/// Personas, and the content that they play.
struct Cast {
  let personas: [Persona]
  let library: Player.Library

  /// Every name that there is a persona for.
  static func names(in files: ContentFiles) -> [String] {
    ContentFiles.list(files.language + "/personas").filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(".yaml".count)) }
  }

  init(_ house: House, only name: String? = nil) throws(Failure) {
    personas = try Self.personas(house, only: name)
    library = try Self.library(house)
  }

  /// The personas alone, which are soon read.
  static func personas(_ house: House, only name: String? = nil) throws(Failure) -> [Persona] {
    let names = Self.names(in: house.files)
    if let name, !names.contains(name) {
      throw Failure(
        ExitCode.usage,
        "there is no persona '\(name)'"
          + (names.isEmpty ? "" : "; there are: " + names.joined(separator: ", ")))
    }
    var personas: [Persona] = []
    for name in name.map({ [$0] }) ?? names {
      personas.append(try Self.value(house.compiler.persona(name, of: house.program)))
    }
    return personas
  }

  /// All content, compiled.
  static func library(_ house: House) throws(Failure) -> Player.Library {
    let program = house.program
    var modules: [String: Module] = [:]
    let written = (program.modules + program.beside).filter { $0.file != nil }.map(\.id)
    for id in written + program.pages.map(\.id) {
      modules[id] = try value(house.compiler.module(id, of: program))
    }
    var practices: [String: Practice] = [:]
    for entry in program.practices {
      practices[entry.id] = try value(house.compiler.practice(entry.id, of: program))
    }
    let crisis = try value(house.compiler.crisis(of: program))
    return Player.Library(
      program: program, modules: modules, practices: practices, crisis: crisis)
  }

  private static func value<Value>(
    _ compiled: (Value?, diagnostics: [Diagnostic])
  ) throws(Failure) -> Value {
    if let value = compiled.0 { return value }
    let first = compiled.diagnostics.first { $0.severity == .error }?.rendered()
    throw Failure(
      ExitCode.badContent,
      "the content is broken: \(first ?? "it cannot be read")\n"
        + "allclear: 'allclear content check' names every fault")
  }
}
