import Testing

@testable import AllClearScript

@Suite struct WordsTests {
  @Test("words keep apostrophes, hyphens and times, and leave the names of holes out")
  func words() {
    #expect(
      Words("It’s a well-known “thing”, at 10:30 {pain|your pain}.").all.map(\.text)
        == ["it's", "a", "well-known", "thing", "at", "10:30", "your", "pain"])
  }

  @Test("a word within a longer word is none")
  func wholeWords() {
    let words = Words("An obscure procedure, secure. Cured! A\ncure.")
    #expect(words.places(of: Claims.refused).map(\.phrase) == ["cured", "cure"])
  }

  @Test(
    "times and the ends of a scale are no claim",
    arguments: [
      "Ten minutes, 10 minutes, 3 to 5 minutes.", "At 10:30.", "From 0 to 10.", "For 28 days.",
      "A 10-minute walk.", "PHQ-4 asks.", "2 or 3 weeks.",
    ])
  func noClaim(_ text: String) {
    #expect(Claims.claim(in: Words(text)) == nil)
  }

  @Test(
    "numbers, per cent and words for research are claims",
    arguments: [
      ("Of 50 people.", "50"), ("Half: 50%.", "50%"), ("A few per cent.", "per"),
      ("In a study.", "study"), ("Most people do.", "most people"), ("In 2022.", "2022"),
    ])
  func claim(_ text: String, _ word: String) {
    #expect(Claims.claim(in: Words(text))?.text == word)
  }

  @Test(
    "syllables are counted as they are spoken",
    arguments: [
      ("pain", 1), ("table", 2), ("whole", 1), ("wanted", 2), ("stopped", 1), ("listening", 3),
      ("alarm", 2), ("you", 1), ("some", 1), ("times", 1), ("noises", 2), ("anatomy", 4),
    ])
  func syllables(_ word: String, _ count: Int) {
    #expect(Readability.syllables(in: word) == count)
  }

  @Test("short sentences read easily, long ones do not")
  func grade() {
    var easy = Readability()
    easy.add("We stop. We rest. We go on. You may sit down.")
    #expect(easy.grade < 2)
    var hard = Readability()
    hard.add("Interdisciplinary rehabilitation necessitates comprehensive characterisation.")
    #expect(hard.grade > 20)
  }

  @Test("the nearest name is one that was most likely meant")
  func nearest() {
    let known = ["choose", "collect", "scale", "say"]
    #expect(NearestName.to("chose", in: known) == "choose")
    #expect(NearestName.to("clolect", in: known) == "collect")
    #expect(NearestName.to("sya", in: known) == "say")
    #expect(NearestName.to("practice", in: known) == nil)
    #expect(NearestName.to(String(repeating: "x", count: 100_000), in: known) == nil)
  }

  @Test("durations and times need their units")
  func values() {
    #expect(Values.duration("90s") == 90)
    #expect(Values.duration("3m") == 180)
    #expect(Values.duration("90") == nil)
    #expect(Values.time("1:05") == 65)
    #expect(Values.time("1:60") == nil)
    #expect(Values.time("1:5") == nil)
    #expect(Values.whole("-1") == nil)
    #expect(Values.whole("99999999999999999999") == nil)
  }
}
