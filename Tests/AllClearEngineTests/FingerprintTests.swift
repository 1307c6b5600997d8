import AllClearEngine
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
  @Test(
    "A fingerprint is FNV-1a of 64 bits",
    arguments: [
      ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
    ])
  func known(text: String, digits: String) {
    #expect(Fingerprint.of(text) == digits)
  }

  @Test("Bytes in pieces make the same fingerprint as the whole")
  func pieces() {
    var fingerprint = Fingerprint()
    fingerprint.add("foo".utf8)
    fingerprint.add([])
    fingerprint.add("bar".utf8)
    #expect(fingerprint.text == Fingerprint.of("foobar"))
  }

  @Test("A fingerprint has 16 digits, with zeros before a small number")
  func width() {
    for number in 0..<400 { #expect(Fingerprint.of(String(number)).count == 16) }
  }
}
