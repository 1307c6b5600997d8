import AllClearEngine

/// A practice that has begun: the breath figure, the line that was said last, and little else.
extension Screen {
  func practice(_ view: PracticeView, _ scene: Scene, _ state: ScreenState) -> Frame {
    let prompt = scene.prompt
    var canvas = canvas(heading: Sheet.heading(of: prompt))
    let layout = canvas.layout
    let urgent = Urgent.compact(prompt.urgent, width: layout.width, glyphs: glyphs)
    var top = layout.top
    for line in urgent where top < layout.bottom {
      canvas.put(line, row: top)
      top += 1
    }
    let words = Wrap.balanced(view.line ?? "", width: min(layout.width, 48))
    let said = said(view, prompt, state).flatMap {
      Wrap.balanced($0, width: min(layout.width, 48), role: .notice)
    }
    // Lines come and go without moving the figure: as much as a cue can need is kept free, and
    // some room beneath for a sentence.
    let kept = max(words.count, layout.width < 48 ? 3 : 2)
    let beneath = max(said.count, size.rows >= 20 ? 2 : 1)
    let figureRows = figureRows(room: layout.bottom - top - kept - beneath - 1)
    let height = figureRows + (figureRows > 0 ? 1 : 0) + kept + beneath
    var row = top + max(0, (layout.bottom - top - height) / 2)

    let swell = isStill || view.phase == .ended ? 0.5 : BreathFigure.swell(at: view.elapsed)
    for line in BreathFigure.lines(rows: figureRows, swell: swell, glyphs: glyphs) {
      canvas.put(line.centred(in: layout.width), row: row)
      row += 1
    }
    if figureRows > 0 { row += 1 }
    canvas.cursor = GridPoint(row: row, column: layout.left + layout.width / 2)
    for (index, line) in words.enumerated() where row + index < layout.bottom {
      canvas.put(line.centred(in: layout.width), row: row + index)
      if index == 0 {
        let indent = max(0, (layout.width - line.width) / 2)
        canvas.cursor = GridPoint(row: row, column: layout.left + indent)
      }
    }
    // What must be read comes before space.
    row = max(row + words.count, min(row + words.count + 1, layout.bottom - said.count))
    for (index, line) in said.enumerated() where row < layout.bottom {
      canvas.put(line.centred(in: layout.width), row: row)
      if index == 0, words.isEmpty {
        // Nothing was said yet: the sentence is what is read.
        let indent = max(0, (layout.width - line.width) / 2)
        canvas.cursor = GridPoint(row: row, column: layout.left + indent)
      }
      row += 1
    }
    finish(&canvas, scene, state)
    return canvas.frame
  }

  /// An odd number of rows, so that the shape has a middle; none where there is no room.
  private func figureRows(room: Int) -> Int {
    let rows = min(room, 13, size.rows * 2 / 5)
    if rows < 3 { return 0 }
    return rows % 2 == 0 ? rows - 1 : rows
  }

  /// What is said beneath the line, a sentence each.
  private func said(_ view: PracticeView, _ prompt: Prompt, _ state: ScreenState) -> [String] {
    var said: [String] = []
    if let notice = prompt.notice { said.append(notice) }
    switch view.phase {
    case .ready: break
    case .running:
      if view.ownPace, view.cue == 0 { said.append(phrases(.practiceOwnPace)) }
      if view.line == nil, let bell = view.bell { said.append(phrases(bell.phrase)) }
    case .paused(let offersStop):
      said.append(phrases(offersStop ? .practiceStopOffer : .practicePaused))
    case .pausedByGap: if prompt.notice == nil { said.append(phrases(.clockGap)) }
    case .ended: said.append(phrases(.practiceEnded))
    }
    if let left = state.timeLeft(view), view.phase != .ended {
      said.append(left < 1 ? phrases(.practiceLeftLess) : phrases(.practiceLeft, n: left))
    }
    return said
  }
}

extension Bell {
  /// The word for a bell, for who does not hear it.
  var phrase: Phrase {
    switch self {
    case .start: .bellStart
    case .end: .bellEnd
    case .soft: .bellSoft
    }
  }
}
