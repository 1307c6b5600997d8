import AllClearEngine
import AllClearStore
import Foundation
import Testing

@testable import allclear

/// allclear shown to others, by the real binary.
@Suite("Demo", .serialized, .timeLimit(.minutes(4)))
struct DemoTests {
  @Test("without a terminal it fills a journal, saves it with its mark and ends")
  func saved() throws {
    let folder = try Folder()
    let file = folder.path + "/demo.sqlite"
    let piped = try Piped("demo", "--persona", "nadia", "--week", "1", "--save", file)
    #expect(piped.status == 0, "\(piped.error)")
    let store = try Store.open(.file(file), .existing)
    #expect(try store.isDemo())
    #expect(try !store.digest().isEmpty)
    let again = try Piped("demo", "--persona", "nadia", "--save", file)
    #expect(again.status == 74)
    #expect(again.error.contains("is there already"))
    // What is made of it says so, too.
    for command in ["report", "status", "progress"] {
      let told = try Piped(command, "--journal", file)
      #expect(told.status == 0)
      #expect(told.output.lowercased().contains("demo, not a patient"), "\(command)")
    }
    // Opened as a journal, it says on each screen what it is.
    let terminal = try PseudoTerminal(arguments: ["--journal", file])
    try terminal.waitFor("demo, not a patient")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test("it leaves no file behind, and opens no journal")
  func leavesNothing() throws {
    let home = try Folder()
    let terminal = try PseudoTerminal(
      arguments: ["demo", "--persona", "nadia"],
      environment: ["XDG_DATA_HOME": home.path + "/data", "XDG_CONFIG_HOME": home.path + "/config"])
    try terminal.waitFor("Try one minute now")
    try terminal.waitFor("demo, not a patient")
    terminal.type("a")
    try terminal.waitFor("Does it work?")
    terminal.type("]")
    terminal.type("n")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }

  @Test("the first screen leads to it, and back to the shell")
  func fromFirstScreen() throws {
    let terminal = try PseudoTerminal(arguments: [])
    try terminal.waitFor("I want to show this to others")
    terminal.type("4")
    try terminal.waitFor("The people here are made up")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test("what cannot be shown is refused with what there is")
  func refused() throws {
    let nobody = try Piped("demo", "--persona", "nobody", "--save", "/nonexistent/x")
    #expect(nobody.status == 64)
    #expect(nobody.error.contains("there are: amina"))
    for arguments in [
      ["demo", "--print"], ["demo", "--minutes", "7", "--tour"], ["demo", "--journal", "x"],
      ["demo", "--tour", "--persona", "nadia"], ["demo", "--week", "-1"],
    ] {
      #expect(try Piped.run(arguments).status == 64, "\(arguments)")
    }
  }

  @Test("in plain text the same signs and letters are typed, and g takes a place")
  func plain() throws {
    let piped = try Piped(
      "demo", "--plain", "--persona", "nadia",
      input: "n\na\ng evidence.welcome\n]\n[\nq\n")
    #expect(piped.status == 0)
    #expect(piped.output.contains("demo, not a patient"))
  }
}

extension DemoTests {
  @Test("a demo does not touch the journal of who shows it, whatever it is told to write")
  func ownJournal() throws {
    let home = try Folder()
    let journal = home.path + "/allclear/journal.sqlite"
    for option in ["--save", "--notes"] {
      let told = try Piped.run(
        ["demo", "--persona", "nadia", option, journal], environment: ["XDG_DATA_HOME": home.path])
      #expect(told.status == 64)
      #expect(told.error.contains("your own journal"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }

  @Test("a persona that is not there is refused, and nothing is shown in her place")
  func nobody() throws {
    let told = try Piped.run(["demo", "--plain", "--persona", "nobody"])
    #expect(told.status == 64)
    #expect(told.output.isEmpty)
  }

  @Test("before anything was told there is nothing to keep")
  func nothingToKeep() throws {
    let folder = try Folder()
    let told = try Piped("demo", "--persona", "nadia", "--save", folder.path + "/x.sqlite")
    #expect(told.status == 0)
    #expect(told.error.contains("nothing to keep"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/x.sqlite"))
  }

  @Test("a presenter who answers a safety question with yes is not shown out by a clicker")
  func stopPage() throws {
    let told = try Piped(
      "demo", "--plain", "--persona", "yusuf", input: "g safety.numb\n1\n\n]\n]\na\nn\nq\n")
    #expect(told.status == 0)
    #expect(told.output.hasSuffix("Take care. Come back any time.\n"))
    // Where it ended early, the last lines would not be read, nor shown.
    #expect(told.output.contains(": q\n"))
    #expect(told.output.contains("There is no more after this."))
  }
}
