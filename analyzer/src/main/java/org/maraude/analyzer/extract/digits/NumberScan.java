package org.maraude.analyzer.extract.digits;

import java.util.ArrayList;
import java.util.List;
import org.maraude.analyzer.extract.digits.NumberToken.Look;
import org.maraude.analyzer.extract.digits.NumberWord.Gap;
import org.maraude.analyzer.extract.digits.NumberWord.Meaning;
import org.maraude.analyzer.extract.reading.FoldedText;

/** One pass over a text: cuts it into chunks of letters and digits and reads each. */
final class NumberScan {

  private static final int LONG_ROW = 8;

  private final FoldedText text;
  private final String raw;
  private final NumberWords words;
  private final boolean guessing;
  private final Chunk chunk;
  private final WordRun run;

  NumberScan(FoldedText text, NumberWords words, boolean guessing) {
    this.text = text;
    this.raw = text.raw();
    this.words = words;
    this.guessing = guessing;
    this.chunk = new Chunk(text, guessing);
    this.run = new WordRun(text.folded());
  }

  List<NumberToken> run(int from, int to) {
    int at = from;
    while (at < to) {
      if (!chunk.read(at)) {
        at += Character.charCount(raw.codePointAt(at));
        continue;
      }
      at = chunk.end();
      if (chunk.isSingleLetter()) {
        at = spacedLetters();
      } else {
        readChunk();
      }
    }
    run.flush();
    return JoinedNumbers.of(run.tokens(), text.folded());
  }

  private void readChunk() {
    if (chunk.isDigitsOnly()) {
      run.number(chunk.digits(), chunk.start(), chunk.end(), Look.DIGITS, false);
    } else if (chunk.isLettersOnly()) {
      if (!readWords()) {
        if (chunk.isLookalikesOnly() && chunk.size() <= 2) {
          run.number(chunk.lookalikes(), chunk.start(), chunk.end(), Look.LETTERS, true);
        } else {
          run.flush();
        }
      }
    } else if (!readMixed()) {
      digitRuns();
    }
  }

  private boolean readWords() {
    List<NumberWord> read =
        words.read(
            chunk.letters(), chunk.at(), 0, chunk.size(), run.gapTo(chunk.start()), guessing);
    read.forEach(run::word);
    return !read.isEmpty();
  }

  /** Letters by themselves, as in {@code z é r o}: joined while they make number words. */
  private int spacedLetters() {
    SpacedLetters spaced = SpacedLetters.read(text, chunk.start());
    if (spaced.size() >= 3) {
      List<NumberWord> read =
          words.read(
              spaced.letters(), spaced.at(), 0, spaced.size(), run.gapTo(chunk.start()), false);
      if (!read.isEmpty()) {
        read.forEach(run::word);
        return spaced.end();
      }
    }
    readChunk();
    return chunk.end();
  }

  /** A chunk of letters and digits that is all number, one way or another. */
  private boolean readMixed() {
    if (chunk.isLookalikesOnly()) {
      run.number(chunk.lookalikes(), chunk.start(), chunk.end(), Look.LETTERS, false);
      return true;
    }
    if (readPieces()) {
      return true;
    }
    List<Meaning> plain = words.exact(chunk.unleeted(), 0, chunk.size());
    if (!plain.isEmpty() && chunk.letterCount() >= 2) {
      run.word(new NumberWord(plain, chunk.start(), chunk.end(), run.gapTo(chunk.start()), false));
      return true;
    }
    String distant = guessing ? chunk.distantLookalikes() : "";
    if (!distant.isEmpty()) {
      run.number(distant, chunk.start(), chunk.end(), Look.GUESS, false);
    }
    return !distant.isEmpty();
  }

  /** Digits and number words in turn, as in {@code 0six} or {@code trente9}. */
  private boolean readPieces() {
    List<List<NumberWord>> pieces = new ArrayList<>();
    boolean anyWord = false;
    boolean anyLookalike = false;
    for (int from = 0; from < chunk.size(); from = chunk.pieceEnd(from)) {
      int to = chunk.pieceEnd(from);
      List<NumberWord> read =
          chunk.isDigit(from)
              ? List.of()
              : words.read(chunk.letters(), chunk.at(), from, to, Gap.HYPHEN, guessing);
      boolean lookalike = read.isEmpty() && !chunk.isDigit(from);
      if (lookalike && !chunk.isLookalike(from, to)) {
        return false;
      }
      anyWord |= !read.isEmpty();
      anyLookalike |= lookalike;
      pieces.add(read);
    }
    if (anyLookalike && !anyWord) {
      return false;
    }
    int from = 0;
    for (List<NumberWord> piece : pieces) {
      int to = chunk.pieceEnd(from);
      piece.forEach(run::word);
      if (piece.isEmpty()) {
        Look look = chunk.isDigit(from) ? Look.DIGITS : Look.LETTERS;
        run.number(chunk.lookalikes(from, to), chunk.startOf(from), chunk.endOf(to), look, false);
      }
      from = to;
    }
    return true;
  }

  /**
   * Letters and digits in one chunk, such as {@code tel06} or {@code 80e}: the digits only. A long
   * row of digits that more digits stand before is part of some identifier.
   */
  private void digitRuns() {
    run.flush();
    boolean digitsBefore = false;
    for (int from = 0; from < chunk.size(); ) {
      int to = chunk.pieceEnd(from);
      if (chunk.isDigit(from)) {
        if (!digitsBefore || to - from < LONG_ROW) {
          run.number(
              chunk.digits(from, to), chunk.startOf(from), chunk.endOf(to), Look.DIGITS, false);
        }
        digitsBefore = true;
      }
      from = to;
    }
  }
}
