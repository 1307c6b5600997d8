import AllClearEngine
import Testing

@testable import AllClearStore

@Suite("Values as JSON")
struct CodecTests {
  @Test("Every value comes back as it went", arguments: everyValue)
  func roundTrip(value: Record.Value) throws {
    let session = SessionID(sitting: "s", number: 1)
    let record = Record(
      id: RecordID(session: session, number: 1), value: value, module: "m",
      at: Wall(milliseconds: 0))
    #expect(try ValueCodec.value(ValueCodec.text(value), kind: record.kind.rawValue) == value)
  }

  @Test("SQLite takes every value for JSON", arguments: everyValue)
  func valid(value: Record.Value) throws {
    let text = ValueCodec.text(value).split(separator: "'").joined(separator: "''")
    #expect(try Store.open(.memory).look("SELECT json_valid('\(text)')") == [["1"]])
  }

  @Test("The text of each kind is the one that is documented")
  func documented() {
    #expect(ValueCodec.text(.started) == #"{"v":1}"#)
    #expect(ValueCodec.text(.finished(.completed)) == #"{"v":1,"reason":"completed"}"#)
    #expect(ValueCodec.text(.askOn(nil)) == #"{"v":1,"ask":null}"#)
    #expect(ValueCodec.text(.personal(.gentle(true))) == #"{"v":1,"gentle":true}"#)
    #expect(
      ValueCodec.text(.personal(.rests(CivilDay(number: 0)))) == #"{"v":1,"rests":"1970-01-01"}"#)
    #expect(ValueCodec.text(.personal(.knowsVoice(true))) == #"{"v":1,"voice":true}"#)
    #expect(ValueCodec.text(.personal(.country(nil))) == #"{"v":1,"country":null}"#)
    #expect(
      ValueCodec.text(.personal(.painWord(.given(.guardian)))) == #"{"v":1,"pain-word":"guard"}"#)
    #expect(
      ValueCodec.text(.personal(.painWord(.own("it")))) == #"{"v":1,"pain-word":{"own":"it"}}"#)
    #expect(
      ValueCodec.text(.answer(.entries(["a"]), into: .causes))
        == #"{"v":1,"entries":["a"],"into":"causes"}"#)
    #expect(
      ValueCodec.text(.answer(.gate(outcome: "same-day", hold: .sameDay)))
        == #"{"v":1,"outcome":"same-day","hold":"same-day"}"#)
  }

  @Test("A chosen option that adds evidence comes back with it, and is evidence to older readers")
  func adds() throws {
    var writer = Writer()
    let store = try Store.open(.memory)
    var record = writer.record(.answer(.option("yes"), into: .evidence), "change")
    record.adds = ["It changes with the weather."]
    try store.write([record], in: writer.info)
    #expect(
      try store.look("SELECT kind, value FROM record") == [
        [
          "collected",
          #"{"v":1,"option":"yes","into":"evidence","entries":["It changes with the weather."]}"#,
        ]
      ])
    #expect(try store.session(writer.info.id)?.answers == [record])
    let digest = try store.digest()
    #expect(digest.own.texts(.evidence) == record.adds)
    #expect(digest.facts["tracking", "change"] == .option("yes"))
    try writer.write(.retracted, "change", supersedes: record.id, to: store)
    #expect(try store.digest().own.texts(.evidence) == [])
  }

  @Test("A later version is said to be newer, whatever else it holds")
  func newer() {
    #expect(throws: StoreError.newer(found: 2)) {
      try ValueCodec.value(#"{"v":2,"mood":[1.5,null]}"#, kind: "answered")
    }
  }

  @Test(
    "What is no value is damage and no crash",
    arguments: [
      "", "{", "[]", "{}", #"{"v":1}"#, #"{"v":"1"}"#, #"{"v":1,"number":"4"}"#,
      #"{"v":1,"options":["a",1]}"#, #"{"v":1,"gentle":null}"#, #"{"v":1,"pain-word":"x"}"#,
      #"{"v":1,"seen":true,"into":"nowhere"}"#, ValueCodec.erased,
    ])
  func damaged(text: String) {
    for kind in ["answered", "practised", "gate", "collected", "finished", "edited", "erased", "?"]
    {
      #expect(throws: StoreError.damaged) { try ValueCodec.value(text, kind: kind) }
    }
  }

  @Test("Texts of any characters come back through JSON")
  func texts() {
    var random = Dice(seed: 7)
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in
        Unicode.Scalar(
          UInt32.random(in: 0..<(Bool.random(using: &random) ? 0x100 : 0x11_0000), using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      guard case .string(let back)? = JSON(JSON.quoted(text)) else {
        Issue.record("\(text.debugDescription) was not read")
        continue
      }
      #expect(back.utf8.elementsEqual(text.utf8))
    }
  }

  @Test("JSON that others write is read: space, escapes, numbers")
  func foreign() {
    #expect(
      JSON(" { \"a\" : [ 1 , -2.5e1 , true , false , null ] }\n")
        == .object([
          .init(key: "a", value: .array([.int(1), .real(-25), .bool(true), .bool(false), .null]))
        ]))
    #expect(JSON(#""\u00e9\ud83c\udf0a\/\b\f\r\t""#) == .string("é🌊/\u{8}\u{c}\r\t"))
  }

  @Test(
    "What is not JSON is told from it",
    arguments: [
      "", " ", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "\"", "\"\\x\"", "\"\\ud800\"", "\"\\u12\"",
      "\"\\udc00\"", "\"\\u+123\"", "tru", "nulll", "1 2", "-", "+1", "\"a\nb\"", "[1", "{1:2}",
      String(repeating: "[", count: 100_000),
    ])
  func notJSON(text: String) {
    #expect(JSON(text) == nil)
  }

  @Test("Broken JSON is refused or read, and never crashes")
  func fuzz() {
    var random = Dice(seed: 11)
    let seeds = everyValue.map { Array(ValueCodec.text($0).utf8) }
    for _ in 0..<5000 {
      guard var bytes = seeds.randomElement(using: &random) else { return }
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.remove(at: index)
        default: bytes.removeSubrange(index...)
        }
      }
      for kind in Record.Kind.allCases {
        _ = try? ValueCodec.value(String(decoding: bytes, as: UTF8.self), kind: kind.rawValue)
      }
    }
  }

  @Test("A record's name comes back from its text")
  func names() {
    let id = RecordID(session: SessionID(sitting: "a-b", number: 12), number: 3)
    #expect(id.text == "a-b.12:3")
    #expect(RecordID(text: id.text) == id)
    for text in ["", "a", "a.1", "a.1:", "a.1:0", "a.1:x", "a:1", ".1:1"] {
      #expect(RecordID(text: text) == nil)
    }
  }
}
