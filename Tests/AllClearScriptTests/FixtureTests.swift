import AllClearScript
import Testing

@Suite struct FixtureTests {
  @Test("each bad file yields exactly what it says", arguments: try Fixtures.bad())
  func badFile(_ bad: Fixtures.Bad) throws {
    let found = try Fixtures.check(replacing: [bad.path: bad.bytes])
    let told = found.map { fault in
      let file = fault.file == bad.path ? "" : fault.file + " "
      return "\(file)\(fault.line):\(fault.column) \(fault.code.rawValue)"
    }
    #expect(told == bad.expected)
  }

  @Test("each code has a file of its name that triggers it")
  func codesHaveFixtures() throws {
    let bad = try Fixtures.bad()
    for code in DiagnosticCode.allCases {
      let own = bad.first { $0.name == code.rawValue + ".yaml" }
      #expect(own?.expected.contains { $0.hasSuffix(" " + code.rawValue) } == true, "\(code)")
    }
    let names = Set(DiagnosticCode.allCases.map { $0.rawValue + ".yaml" })
    #expect(bad.filter { !names.contains($0.name) }.isEmpty)
  }

  @Test("each code says what it is and why")
  func codesAreExplained() {
    for code in DiagnosticCode.allCases {
      #expect(code.title != code.rawValue, "\(code)")
      #expect(code.explanation.hasSuffix("."), "\(code)")
    }
    #expect(Set(DiagnosticCode.allCases.map(\.title)).count == DiagnosticCode.allCases.count)
  }

  @Test("the tiny program around the fixtures has no fault")
  func aroundIsClean() throws {
    #expect(try Fixtures.check(replacing: [:]).map { $0.rendered() } == [])
  }

  @Test("every place lies within its file and its excerpt")
  func placesAreValid() throws {
    for bad in try Fixtures.bad() {
      let lines = String(decoding: bad.bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for fault in try Fixtures.check(replacing: [bad.path: bad.bytes]) where fault.file == bad.path
      {
        #expect((1...max(1, lines.count)).contains(fault.line), "\(bad.name)")
        #expect(fault.excerptColumn >= 1, "\(bad.name)")
        #expect(fault.excerptColumn <= fault.excerpt.unicodeScalars.count + 1, "\(bad.name)")
      }
    }
  }
}
