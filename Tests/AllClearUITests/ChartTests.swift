import AllClearEngine
import Testing

@testable import AllClearUI

/// Charts on the screen, in cells of dots, in bars and with letters.
@Suite("Charts")
struct ChartTests {
  private static func line(_ values: [Int], every days: Int = 7) -> Chart {
    Chart(
      .line,
      points: values.enumerated().map {
        Chart.Point(day: CivilDay(number: 20_000 + $0 * days), value: $1)
      }, top: 10, first: "1 October", last: "19 November")
  }

  private static func bars(_ values: [Int]) -> Chart {
    Chart(
      .bars,
      points: values.enumerated().map {
        Chart.Point(day: CivilDay(number: 20_000 + $0 * 7), value: $1)
      }, top: values.max() ?? 1, first: "1 October", last: "19 November")
  }

  private static func prompt(_ chart: Chart, _ sentence: String) -> Prompt {
    Prompt(
      place: "menu:changed:fear",
      body: .choose(
        Prose([.chart(chart), .paragraph([.plain(sentence)])]),
        [
          Prompt.Choice(id: "next", text: "Next: Practice"),
          Prompt.Choice(id: "table", text: "The numbers, one line each"),
          Prompt.Choice(id: "back", text: "Back"),
        ], many: false),
      heading: "Fear and danger", moves: [.back])
  }

  private static let danger = prompt(
    line([7, 6, 5, 4, 4, 3, 3, 2]),
    "How dangerous moving my back feels, from 0 to 10: 7 on 1 October, 2 on 19 November. That is 5 "
      + "points less. That much is usually felt.")

  private static let practice = prompt(
    bars([18, 19, 0, 17, 10, 13, 19]), "Week by week, the most was 19 minutes.")

  @Test(
    "a line and bars, with their days",
    arguments: ScreenTests.sizes + [Size(columns: 120, rows: 40)])
  func golden(size: Size) {
    for (name, prompt) in [("chart-line", Self.danger), ("chart-bars", Self.practice)] {
      for (kind, glyphs) in [("", Glyphs.unicode), ("-ascii", .ascii)] {
        let screen = Screen(size: size, glyphs: glyphs, phrases: Words.english)
        Golden.expect(
          screen.frame(prompt, ScreenState()), is: "\(name)-\(size.columns)x\(size.rows)\(kind)")
      }
    }
  }

  @Test(
    "every chart keeps to its width and height, whatever it is given",
    arguments: [10, 20, 36, 40, 68, 200])
  func sizes(width: Int) {
    let odd: [[Int]] = [
      [0], [10], [3, 3], [0, 10, 0, 10], [], [-4, 99], Array(repeating: 5, count: 600),
      (0..<520).map { $0 % 11 },
    ]
    for values in odd {
      for chart in [Self.line(values), Self.line(values, every: -3), Self.bars(values)] {
        for glyphs in [Glyphs.unicode, .console, .ascii] {
          let figure = ChartFigure(chart: chart, width: width, glyphs: glyphs)
          let lines = figure.lines
          #expect(lines.count >= figure.rows + 2 && lines.count <= figure.rows + 3)
          #expect(lines.allSatisfy { $0.width <= max(width, 20) }, "\(lines.map(\.text))")
        }
      }
    }
  }

  @Test("each of eleven numbers stands at a height of its own")
  func heights() {
    for width in [36, 68] {
      let pictures = (0...10).map { value in
        ChartFigure(chart: Self.line([value, value]), width: width, glyphs: .unicode).lines
          .map(\.text)
      }
      #expect(Set(pictures).count == 11)
    }
  }

  @Test("with letters alone there is no sign that a plain terminal lacks")
  func ascii() {
    for chart in [Self.line([7, 6, 2]), Self.bars([3, 0, 9])] {
      let lines = ChartFigure(chart: chart, width: 60, glyphs: .ascii).lines
      #expect(lines.allSatisfy { $0.text.allSatisfy(\.isASCII) }, "\(lines.map(\.text))")
    }
  }

  @Test("plain text has the sentence and no chart")
  func plain() {
    let lines = Transcript(phrases: Words.english, width: 80).lines(for: Self.danger)
    #expect(lines.contains { $0.hasPrefix("How dangerous") })
    #expect(
      lines.allSatisfy { line in
        line.unicodeScalars.allSatisfy { !(0x2500...0x28FF ~= $0.value) }
      }, "\(lines)")
  }

  @Test("no chart stands on another page than the sentence beneath it, at any size")
  func together() {
    let words = "How dangerous moving my back feels"
    for columns in [30, 36, 40, 60, 80] {
      for rows in 8...26 {
        for glyphs in [Glyphs.unicode, .ascii] {
          let screen = Screen(
            size: Size(columns: columns, rows: rows), glyphs: glyphs, phrases: Words.english)
          for page in Scene(Self.danger, on: screen).pages {
            let drawn = page.items.firstIndex { $0.leads }
            guard let drawn else { continue }
            let said = page.items.dropFirst(drawn + 1).first?.lines.map(\.text)
            #expect(
              said?.joined(separator: " ").hasPrefix(String(words.prefix(20))) == true,
              "\(columns)x\(rows)")
            #expect(said?.joined().hasSuffix("felt.") == true, "\(columns)x\(rows)")
          }
        }
      }
    }
  }

  @Test("a chart gives up height before it goes, and goes before its sentence does")
  func gives() {
    let chart = Self.line([7, 6, 2])
    func figure(_ room: Int, _ glyphs: Glyphs = .unicode) -> ChartFigure {
      ChartFigure(chart: chart, width: 36, glyphs: glyphs, room: room)
    }
    #expect((0...7).map { figure($0).rows } == [0, 0, 0, 2, 3, 3, 3, 3])
    #expect(
      (0...7).map { figure($0).isClose } == [false, false, false, true, true, true, false, false])
    #expect((0...7).map { figure($0, .ascii).rows } == [0, 0, 0, 0, 3, 4, 4, 4])
    for room in 0...12 {
      for glyphs in [Glyphs.unicode, .ascii] {
        let figure = figure(room, glyphs)
        #expect(figure.lines.count + (figure.isClose || figure.rows == 0 ? 0 : 1) <= room)
        #expect(figure.lines.allSatisfy { $0.width <= 36 })
      }
    }
    let texts = figure(3).lines.map(\.text)
    #expect(
      texts.last?.contains("1 October") == true && texts.last?.contains("19 November") == true)
  }
}
