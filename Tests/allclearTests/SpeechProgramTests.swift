import AllClearEngine
import Testing

@testable import allclear

@Suite("Programs that speak")
struct SpeechProgramTests {
  @Test(
    "A command is parted at blanks, and quotation marks hold together",
    arguments: [
      ("espeak", ["espeak"]), ("  a   b ", ["a", "b"]), ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
      ("a'b'c \"d 'e'\"", ["abc", "d 'e'"]), ("a '' b", ["a", "", "b"]), ("a 'b c", ["a", "b c"]),
      ("a $B `c` ~ * | d; #e", ["a", "$B", "`c`", "~", "*", "|", "d;", "#e"]),
    ])
  func split(command: String, words: [String]) {
    #expect(SpeechProgram.words(of: command) == words)
  }

  @Test("Which programs are tried, and with what they are started")
  func words() {
    #expect(SpeechProgram.all(for: .auto) == [.dispatcher, .espeak])
    #expect(SpeechProgram.all(for: .command("a b")) == [.command(["a", "b"])])
    var settings = Settings()
    for (rate, words, percent) in [
      (VoiceRate.slow, "100", "-77"), (.usual, "120", "-55"), (.fast, "150", "-22"),
    ] {
      settings.voiceRate = rate
      #expect(SpeechProgram.espeak.words(settings).contains(words))
      #expect(SpeechProgram.dispatcher.words(settings).contains("--rate=" + percent))
    }
    settings.voiceName = "a b"
    #expect(SpeechProgram.espeak.words(settings).suffix(2) == ["-v", "a b"])
    #expect(SpeechProgram.dispatcher.words(settings).last == "--synthesis-voice=a b")
    #expect(SpeechProgram.command(["a", "b"]).words(settings) == ["a", "b"])
  }

  @Test("Own words that begin like a command to the service are none")
  func inert() {
    #expect(SpeechProgram.dispatcher.input("!-!QUIT") == " !-!QUIT\n")
    #expect(SpeechProgram.dispatcher.input("a !-!QUIT") == "a !-!QUIT\n")
    #expect(SpeechProgram.espeak.input("!-!QUIT") == "!-!QUIT\n")
  }
}
