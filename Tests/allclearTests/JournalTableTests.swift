import AllClearEngine
import AllClearStore
import Foundation
import Testing

/// What may stand where a journal should, and what the real binary does with it.
@Suite("Whatever stands where the journal should", .serialized, .timeLimit(.minutes(3)))
struct JournalTableTests {
  enum Kind: String, CaseIterable {
    case missing, good, zeroBytes, truncated, tornPage, newer, foreignSQLite, noSQLite, folder
    case pipe, link, deadLink, log

    /// The exit status, and a part of what is said on standard error; empty where all is well.
    var expected: (status: Int32, says: String) {
      switch self {
      case .missing, .good, .zeroBytes, .link, .log: (0, "")
      case .truncated, .tornPage: (74, "is damaged and was left as it is")
      case .newer: (74, "was written by a later allclear (its format is 9)")
      case .foreignSQLite, .noSQLite: (74, "is not a journal of allclear")
      case .folder, .pipe: (74, "is no regular file")
      case .deadLink: (0, "")
      }
    }
  }

  /// The bytes of a journal with a session that goes on, and of its log where it was killed.
  private func journal(killed: Bool = false) throws -> [String: Data] {
    let folder = try Folder()
    var play = try folder.sitting(1)
    play.open(.module("story"))
    play.seen()
    if killed { return try folder.files() }
    folder.store = nil
    play.store = nil
    return try folder.files()
  }

  private func put(_ kind: Kind, in folder: Folder) throws {
    let path = folder.journal
    func write(_ data: Data) throws { try data.write(to: URL(fileURLWithPath: path)) }
    var bytes = try journal()["journal.sqlite"] ?? Data()
    switch kind {
    case .missing: break
    case .good: try write(bytes)
    case .zeroBytes: try write(Data())
    case .truncated: try write(bytes.dropLast(4096))
    case .tornPage:
      for index in 4096..<bytes.count { bytes[index] = 0x5a }
      try write(bytes)
    case .newer:
      bytes.replaceSubrange(60..<64, with: [0, 0, 0, 9])
      try write(bytes)
    case .foreignSQLite:
      bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
      try write(bytes)
    case .noSQLite: try write(Data("Dear diary,\n".utf8))
    case .folder:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .pipe: mkfifo(path, 0o600)
    case .link:
      let real = folder.path + "/elsewhere.sqlite"
      try bytes.write(to: URL(fileURLWithPath: real))
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: real)
    case .deadLink:
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: folder.path + "/nowhere")
    case .log:
      for (name, data) in try journal(killed: true) where name != "journal.sqlite-shm" {
        try data.write(to: URL(fileURLWithPath: folder.path + "/" + name))
      }
    }
  }

  /// Every regular file below the folder, with its bytes.
  private func files(_ folder: Folder) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      var status = stat()
      let path = folder.path + "/" + name
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        files[name] = Data()
        continue
      }
      files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
    }
    return files
  }

  @Test("It is opened, or said and left byte for byte", arguments: Kind.allCases)
  func opened(kind: Kind) throws {
    let folder = try Folder()
    try put(kind, in: folder)
    let before = try files(folder)
    let run = try Piped("--journal", folder.journal, input: "q\n")
    let (status, says) = kind.expected
    #expect(run.status == status, "\(run.error)")
    #expect(says.isEmpty || run.error.contains(says), "\(run.error)")
    if status == 0 {
      #expect(run.error.isEmpty)
      let goesOn = run.output.contains("Go on with: Your story")
      #expect(goesOn == [.good, .link, .log].contains(kind), "\(run.output)")
    } else {
      #expect(run.error.contains("'allclear now' and 'allclear crisis' work without it"))
      try expectSame(folder, before)
    }
    for command in ["now", "crisis"] {
      let help = try Piped(command, "--journal", folder.journal, input: "crisis\n")
      #expect(help.status == 0, "\(command): \(help.error)")
      #expect(help.output.contains("Please talk to a person now."))
    }
    if status != 0 { try expectSame(folder, before) }
  }

  /// Nothing that was there has changed, and nothing that holds a word has come.
  private func expectSame(_ folder: Folder, _ before: [String: Data]) throws {
    let after = try files(folder)
    for (name, data) in before { #expect((after[name] == data) as Bool, "\(name)") }
    for (name, data) in after where before[name] == nil {
      #expect(name.hasSuffix(".lock") && data.isEmpty, "\(name)")
    }
  }

  @Test(
    "A journal on a disk that may only be read is read, left as it is, and said to be so",
    .enabled(if: SmallDisk.canMount, SmallDisk.why))
  func readOnly() throws {
    let folder = try Folder()
    let disk = try SmallDisk(on: folder.path, size: "2m")
    try put(.good, in: folder)
    let before = try files(folder)
    try disk.makeReadOnly()
    let run = try Piped("--journal", folder.journal, input: "q\n")
    #expect(run.status == 0)
    #expect(run.output.contains("This journal can be read here, and not written."))
    let module = try Piped("module", "story", "--journal", folder.journal, input: "q\n")
    #expect(module.output.contains("This journal can be read here, and not written."))
    #expect(try files(folder) == before)
  }

  @Test("A journal that another program keeps locked is waited for, and then said to be busy")
  func locked() throws {
    let folder = try Folder()
    for (name, data) in try journal(killed: true) {
      try data.write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    // First a process of ours, so that the index of the log is right; then SQLite's own lock on
    // writing, byte 120 of that index.
    let store = try Store.open(.file(folder.journal))
    let index = open(folder.journal + "-shm", O_RDWR | O_CLOEXEC)
    defer { close(index) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 120
    lock.l_len = 1
    try #require(fcntl(index, F_SETLK, &lock) == 0)
    let began = Date()
    let run = try Piped(
      "module", "story", "--journal", folder.journal, input: "1\n1\n\nq\n")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("That could not be saved. Nothing before it is lost."))
    #expect(Date().timeIntervalSince(began) > 4.5, "it was waited for")
    withExtendedLifetime(store) {}
  }
}
