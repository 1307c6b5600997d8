import AllClearEngine
import Testing

@testable import allclear

/// What is typed behind the program's name.
@Suite("Command line")
struct CommandLineTests {
  @Test(
    "options may stand before the command",
    arguments: [
      ("", ""), ("now", "now"), ("--plain", "--plain"), ("--plain now", "now --plain"),
      ("--width 40 --plain module story", "module --width 40 --plain story"),
      ("--journal now now", "now --journal now"), ("--journal now", "--journal now"),
      ("--content=x read tracking", "read --content=x tracking"),
      ("--speed 9 content check Content", "content --speed 9 check Content"),
      ("module now", "module now"), ("--theme light settings", "settings --theme light"),
      ("story now", "story now"), ("--help", "--help"),
      ("--plain help module", "help --plain module"),
      ("practice listening --minutes 1", "practice listening --minutes 1"),
      ("---completion module -- id 0 0 module", "---completion module -- id 0 0 module"),
    ])
  func arranged(typed: String, meant: String) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    #expect(AllClear.arranged(words(typed)) == words(meant))
  }

  @Test(
    "what cannot be meant is refused with a line and 64",
    arguments: [
      "--width 5", "--theme purple", "--width 1001", "--width x", "--speed 0", "--speed 10001",
      "--nonesuch",
      "nonesuch", "module nonesuch", "practice nonesuch", "practice listening --minutes 7",
      "read nonesuch", "content nonesuch", "module a b",
      "content simulate --persona nonesuch", "content simulate --days 0",
      "content simulate --weeks 0", "content simulate --days 7 --weeks 1",
      "content simulate --seed -1", "content simulate --format yaml",
      "remind --daily", "remind --daily 24:00", "remind --daily 19", "remind --daily 7pm",
      "remind --daily 19:60", "remind --daily 19:00:00", "remind --daily 19:00 --off",
      "progress --format yaml", "progress --format json --table", "check-in --pain 11",
      "check-in --fear -1", "check-in --ease many", "check-in --note ''",
      "remind --show --off", "remind --show --ring", "remind 19:00",
      "erase --entry nonesuch", "erase --day yesterday", "erase --yes",
      "erase --day 2026-11-23 --everything", "restore",
      "report --for nobody", "report --sheet --for clinician", "report --format pdf",
    ])
  func refused(typed: String) throws {
    let run = try Piped.shell("allclear \(typed) </dev/null")
    #expect(run.status == 64)
    #expect(run.error.hasPrefix("allclear: "), "\(run.error)")
    #expect(!run.error.contains("open --help"), "\(run.error)")
    #expect(run.output.isEmpty)
  }

  @Test(
    "each command's help has an example, and says what it is for",
    arguments: [
      "", "now", "crisis", "module", "practice", "read", "content", "content check",
      "content schema", "content codes", "content stats", "content simulate", "status", "open",
      "settings", "remind", "progress", "check-in", "backup", "restore", "erase", "report",
    ])
  func help(command: String) throws {
    let run = try Piped.shell("allclear \(command) --help")
    #expect(run.status == 0)
    #expect(run.output.contains("Example"), "\(run.output)")
    #expect(run.output.contains("allclear"))
    #expect(run.output.contains("USAGE:"))
  }

  @Test("the version is said")
  func version() throws {
    let run = try Piped("--version")
    #expect(run.status == 0)
    #expect(run.output == AllClear.version + "\n")
  }

  @Test("module, practice and read list what there is")
  func lists() throws {
    let program = try #require(Library.real).program
    let modules = try Piped("module")
    #expect(modules.status == 0)
    #expect(modules.output.split(separator: "\n").count == program.modules.count)
    for entry in program.modules {
      let line = modules.output.split(separator: "\n").first { $0.hasPrefix(entry.id + " ") } ?? ""
      #expect(line.contains(entry.title))
      #expect(line.contains("not written yet") == (entry.file == nil))
    }
    let practices = try Piped("practice")
    for entry in program.practices { #expect(practices.output.contains(entry.id + " ")) }
    #expect(practices.output.contains("1, 3, 5, 10 min"))
    let all = try Piped("read")
    for id in ["story", "flare", "listening", "does-it-work", "clinician-letter"] {
      #expect(all.output.contains("\n" + id + " "), "\(id)")
    }
    for entry in program.modules {
      #expect(all.output.contains("\n" + entry.id + " ") == (entry.file != nil), "\(entry.id)")
    }
  }
}
